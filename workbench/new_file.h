#pragma once
#include "workbench/result.h"
#include <filesystem>

namespace workbench
{

/// A project file in the making: written under a hidden name beside its place and moved there when it is whole, so
/// that there is never half a project. What is not finished is removed.
class NewFile
{
 public:
    /// Errors: exists (something stands there), not_found (no such folder), read_only (the folder cannot be written).
    static Result<NewFile> at(const std::filesystem::path& file);
    ~NewFile();
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;

    /// The hidden name. Nothing is there yet.
    const std::filesystem::path& draft() const { return draft_; }
    /// The absolute place that it will have.
    std::filesystem::path place() const;
    /// Moves it into place, durably. Errors: exists (somebody was faster), read_only; the draft is then gone.
    Result<void> finish();

 private:
    explicit NewFile(std::filesystem::path file);
    std::filesystem::path file_, folder_, draft_;
};

}
