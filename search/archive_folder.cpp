#include "archive_record.h"
#include "border.h"
#include "index_inside.h"
#include "passage_indexer.h"
#include "search/archive_server.h"
#include "search/project_index.h"
#include "workbench/settings.h"
#include "workbench/tr.h"
#include <cerrno>
#include <charconv>
#include <csignal>
#include <unistd.h>

namespace search
{
using namespace workbench;
namespace fs = std::filesystem;
namespace
{

constexpr std::string_view beginning = "archive-"; // then the process that serves it

/// Takes away what a process that was killed has left.
void sweep_archives(const fs::path& folder)
{
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with(beginning)) continue;
        pid_t process = 0;
        std::from_chars(name.data() + beginning.size(), name.data() + name.size(), process);
        if (process > 0 && process != getpid() && kill(process, 0) != 0 && errno == ESRCH)
            fs::remove_all(entry.path(), ignored);
    }
}

fs::path new_folder(const Project& project)
{
    const auto home = cache_folder() / project.guid();
    fs::create_directories(home);
    sweep_archives(home);
    static int made = 0;
    auto path = home / (std::string(beginning) + std::to_string(getpid()) + "-" + std::to_string(++made));
    fs::remove_all(path);
    fs::create_directory(path);
    fs::permissions(path, fs::perms::owner_all);
    return path;
}

class ArchiveWriter
{
 public:
    ArchiveWriter(const Project& project, const fs::path& path)
        : project_(project), texts_(project), database_(path.string(), scratch)
    {
    }

    void write(Progress& progress)
    {
        progress.start(tr("Preparing the archive"), static_cast<std::int64_t>(texts_.count()));
        for (std::size_t i = 0; i < texts_.count() && !progress.cancelled(); ++i) {
            add(i);
            progress.step();
        }
        indexer_.write_forms(database_);
        database_.commit();
        if (passages_ > 0) write_dictionary();
        std::string languages;
        for (const auto& language : languages_) languages += language + "\n";
        database_.set_metadata("rules", archive_rules());
        database_.set_metadata("project", settings(project_).at("title"));
        database_.set_metadata("languages", languages);
        database_.set_metadata("documents", written(names_));
        database_.commit();
    }
    std::int64_t passages() const { return passages_; }
    std::int64_t documents() const { return static_cast<std::int64_t>(names_.size()); }

 private:
    void add(std::size_t text)
    {
        const auto& document = texts_.document(text);
        const auto passages = texts_.read(text);
        ArchivedName name{document.label(), document.name, 0};
        for (std::size_t i = 0; i < passages.size(); ++i) {
            const auto add_one = [&](std::size_t, Xapian::Document one) {
                const ArchivedPassage passage{document.label(),  document.name,           document.kind,
                                              document.language, static_cast<int>(i) + 1, passages[i]};
                for (const auto& fact : facts_of(passage)) one.add_boolean_term(fact);
                one.set_data(written(passage));
                database_.add_document(one);
                ++name.passages;
            };
            indexer_.each_document(document.language, {passages[i]}, add_one); // none with a word too long for an index
        }
        passages_ += name.passages;
        if (name.passages > 0) languages_.insert(document.language);
        names_.push_back(name);
        database_.set_metadata(text_key(name.label),
                               written(ArchivedDocument{document.label(), document.name, document.kind,
                                                        document.language, text_of(project_, document.id),
                                                        document.joins_broken_lines, turns_of(project_, document.id)}));
    }

    void write_dictionary()
    {
        auto first = database_.get_document(1);
        for (auto key = database_.synonym_keys_begin(); key != database_.synonym_keys_end(); ++key)
            for (auto form = database_.synonyms_begin(*key); form != database_.synonyms_end(*key); ++form)
                if (const auto term = dictionary_term(*key, *form); !term.empty()) first.add_boolean_term(term);
        database_.replace_document(1, first);
    }

    const Project& project_;
    ProjectTexts texts_;
    Xapian::WritableDatabase database_;
    PassageIndexer indexer_;
    std::set<std::string> languages_;
    std::vector<ArchivedName> names_;
    std::int64_t passages_ = 0;
};

}

Result<ArchiveFolder> ArchiveFolder::write(const Project& project, Progress& progress)
{
    ArchiveFolder folder{fs::path()};
    const auto done = guarded([&] {
        folder.path_ = new_folder(project);
        ArchiveWriter writer(project, folder.path_);
        writer.write(progress);
        folder.passages_ = writer.passages();
        folder.documents_ = writer.documents();
    });
    if (!done) return fail(done.error());
    if (progress.cancelled()) return fail(ErrorCode::cancelled, tr("Serving was stopped."));
    if (folder.passages_ == 0)
        return fail(ErrorCode::bad_value, tr("The project has no text that could be served."),
                    tr("Import documents first."));
    return Result<ArchiveFolder>(std::move(folder));
}

ArchiveFolder::ArchiveFolder(ArchiveFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})), passages_(other.passages_), documents_(other.documents_)
{
}

ArchiveFolder::~ArchiveFolder()
{
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
}

}
