#pragma once
#include "workbench/host.h"
#include "workbench/progress.h"
#include "workbench/project.h"
#include <filesystem>
#include <memory>

namespace search
{

/// The passages of a project as it is now, with their words, texts, speakers and the names of their documents, in a
/// folder of the user's cache that only the user may read and that goes with this object.
class ArchiveFolder
{
 public:
    /// Errors: bad_value (a project without a passage), cancelled, disk_full, read_only.
    static workbench::Result<ArchiveFolder> write(const workbench::Project& project, workbench::Progress& progress);
    ArchiveFolder(ArchiveFolder&&) noexcept;
    ArchiveFolder& operator=(ArchiveFolder&&) = delete;
    ~ArchiveFolder();

    const std::filesystem::path& path() const { return path_; }
    std::int64_t passages() const { return passages_; }
    std::int64_t documents() const { return documents_; }

 private:
    explicit ArchiveFolder(std::filesystem::path path) : path_(std::move(path)) {}
    std::filesystem::path path_;
    std::int64_t passages_ = 0, documents_ = 0;
};

/// Lets others ask an archive over the network, by the program xapian-tcpsrv as a child. It knows no login and no
/// encryption: whoever reaches the port can read all passages, so it listens to this machine alone unless told
/// otherwise. The child ends with this object, and with this process however that ends.
class ArchiveServer
{
 public:
    /// Listens at `where`; at any free port when its port is 0. Returns when it answers. Errors: busy (the port is in
    /// use), bad_value (no address of this machine, a port that the system keeps for itself), external_tool
    /// (xapian-tcpsrv is missing or does not start).
    static workbench::Result<ArchiveServer> start(ArchiveFolder folder, workbench::Host where);
    ArchiveServer(ArchiveServer&&) noexcept;
    ArchiveServer& operator=(ArchiveServer&&) = delete;
    ~ArchiveServer();

    const workbench::Host& where() const;
    const ArchiveFolder& folder() const;
    /// Whether only this machine can reach it.
    bool is_private() const;
    /// False when the child has ended by itself.
    bool runs();

 private:
    struct Inside;
    explicit ArchiveServer(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}
