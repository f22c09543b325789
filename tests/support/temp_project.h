#pragma once
#include "support/corpus.h"
#include "workbench/document.h"
#include "workbench/project.h"
#include <string>

namespace support
{

/// A project in a folder of its own. The machine's memory of files and the backups lie in that folder too.
class TempProject
{
 public:
    TempProject();
    workbench::Project& operator*() { return *project_; }
    workbench::Project* operator->() { return &*project_; }
    operator workbench::Project&() { return *project_; }
    std::filesystem::path file() const { return folder_ / "study.quipu"; }
    std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }
    void close() { project_.reset(); }
    void reopen();

    /// Stores a text as a document, one change.
    workbench::DocumentId add(const std::string& name, const std::string& text,
                              const std::vector<workbench::Turn>& turns = {});

 private:
    TempFolder folder_;
    std::optional<workbench::Project> project_;
};

/// Opens for writing; fails the test when it cannot.
workbench::Project open_project(const std::filesystem::path& file);

}
