#include "workbench/document_import.h"
#include "file_name.h"
#include "workbench/document.h"
#include "workbench/project.h"
#include "workbench/settings.h"
#include "workbench/sha256.h"
#include "workbench/study_case.h"
#include "workbench/tr.h"

namespace workbench
{
namespace
{

namespace fs = std::filesystem;

constexpr std::size_t most_kept = std::size_t{64} << 20; ///< a larger original stays where it is
constexpr std::size_t most_waiting = std::size_t{64} << 20;

/// A sentence about lines that a page or a narrow column has broken; none when few look so.
std::optional<std::string> about_broken_lines(const Draft& draft)
{
    const auto lines = static_cast<long long>(draft.lines), whole = static_cast<long long>(draft.whole);
    if (!draft.looks_broken()) return {};
    if (draft.how.join_broken_lines)
        return say("{} lines, broken by a page or a narrow column, make {} paragraphs.", lines, whole);
    return say("The lines look broken by a page or a narrow column: import with --paragraphs auto to have whole "
               "paragraphs ({} instead of {}).",
               whole, lines);
}

/// Errors of the project, not of the file: they end the import.
bool concerns_the_project(ErrorCode code)
{
    return code == ErrorCode::disk_full || code == ErrorCode::read_only || code == ErrorCode::busy ||
           code == ErrorCode::broken_file || code == ErrorCode::newer_version;
}

/// Stores drafts as one change.
class Store
{
 public:
    Store(Project& project, Progress& progress) : project_(project), progress_(progress) {}

    Result<ImportReport> take(std::vector<Draft> drafts)
    {
        progress_.start(say("Storing documents"), static_cast<std::int64_t>(drafts.size()));
        std::vector<Draft> ready;
        for (auto& draft : drafts) {
            if (progress_.cancelled()) return stopped();
            if (const auto original = have_original(draft); original)
                ready.push_back(std::move(draft));
            else if (concerns_the_project(original.error().code))
                return fail(original.error());
            else
                report_.refused.push_back({draft.file, original.error()});
            progress_.step();
        }
        if (ready.empty()) return fail(report_.refused.empty() ? nothing() : report_.refused.front().why);
        return project_.change(Op::import_documents, [&](Change& change) -> Result<ImportReport> {
            for (auto& draft : ready) report_.imported.push_back(store(change, draft));
            change.about(subject(ready));
            return report_;
        });
    }

    static tl::unexpected<Error> stopped()
    {
        return fail(ErrorCode::cancelled, say("The import was stopped; nothing has come in."));
    }
    static Error nothing() { return {ErrorCode::bad_file, say("There is no file to import."), {}}; }

 private:
    /// Small originals wait for the change, so that a folder of them is written at once; large ones are kept ahead of
    /// it. A file that was only remembered is read again, and must be what was looked at.
    Result<void> have_original(Draft& draft)
    {
        if (!draft.original_sha256 || draft.original_size > most_kept) return {};
        if (draft.original.empty()) {
            auto bytes = read_file_bytes(draft.file, most_kept);
            if (!bytes) return fail(bytes.error());
            if (sha256_hex(*bytes) != *draft.original_sha256)
                return fail(ErrorCode::bad_file, say("{} has changed since it was read.", draft.file.string()),
                            say("Import it again."));
            draft.original = std::move(*bytes);
        }
        if (waiting_ + draft.original.size() <= most_waiting) {
            waiting_ += draft.original.size();
            return {};
        }
        const auto kept = project_.keep(draft.original);
        draft.original.clear();
        if (!kept) return fail(kept.error());
        return {};
    }

    NewDocument document_of(Change& change, Draft& draft) const
    {
        NewDocument document;
        document.name = free_document_name(change, draft.name, draft.suffix);
        document.kind = draft.how.kind;
        document.language = draft.how.language.empty() ? settings(project_).at("language") : draft.how.language;
        document.joins_broken_lines = draft.how.join_broken_lines;
        if (!draft.file.empty()) document.file_name = as_utf8(draft.file.filename().string());
        document.encoding = draft.source.encoding;
        document.text = std::move(draft.source.text);
        document.turns = std::move(draft.found.turns);
        document.text_sha256 = change.keep(document.text);
        document.source = draft.original_sha256.value_or(document.text_sha256);
        return document;
    }

    ImportedDocument store(Change& change, Draft& draft) const
    {
        auto warnings = std::move(draft.source.warnings);
        if (auto warning = about_broken_lines(draft)) warnings.push_back(std::move(*warning));
        if (const auto twin = twin_of(change, draft))
            warnings.push_back(say("The document {} has the same text.", *twin));
        auto document = document_of(change, draft);
        if (!draft.original.empty()) change.keep(draft.original);
        const bool outside = draft.original_sha256 && draft.original_size > most_kept;
        if (outside) {
            document.source.reset();
            warnings.push_back(say("The file is larger than {} MB: the project holds its text and remembers where "
                                   "the file is.",
                                   most_kept >> 20));
        }
        const auto id = add_document(change, document);
        if (outside)
            change.run("UPDATE document SET linked_path = ?, linked_size = ?, linked_sha256 = ? WHERE id = ?",
                       as_utf8(fs::absolute(draft.file).string()), static_cast<std::int64_t>(draft.original_size),
                       *draft.original_sha256, id);
        for (const auto& name : cases_of(draft, document.name))
            add_case_member(change, case_named(change, name), id,
                            draft.how.cases == CasesFrom::speakers ? std::optional(name) : std::nullopt);
        draft.name = document.name;
        return {id, draft.file, std::move(draft.found.speakers), std::move(warnings), std::move(draft.source.remarks)};
    }

    static std::string subject(const std::vector<Draft>& stored)
    {
        const auto& first = stored.front().name;
        const auto others = static_cast<long long>(stored.size()) - 1;
        return others == 0 ? first : say_n("{} and {} other", "{} and {} others", others, first, others);
    }

    Project& project_;
    Progress& progress_;
    ImportReport report_;
    std::size_t waiting_ = 0; ///< bytes of originals that the change will keep
};

/// Why nothing came in: the first refusal, with the number of the others.
Error nothing_came_in(const std::vector<RefusedFile>& refused, bool walked)
{
    if (refused.empty()) return Store::nothing();
    const auto& [file, why] = refused.front();
    const auto others = static_cast<long long>(refused.size()) - 1;
    const auto code = walked ? ErrorCode::bad_file : why.code; // nothing readable in a folder
    const bool named = why.detail.find(file.string()) != std::string::npos;
    if (others == 0) return {code, named ? why.detail : file.string() + ": " + why.detail, why.hint};
    return {code,
            say_n("{}: {} ({} other file was refused too.)", "{}: {} ({} other files were refused too.)", others,
                  file.string(), why.detail, others),
            why.hint};
}

}

Result<ImportReport> import_drafts(Project& project, std::vector<Draft> drafts, Progress& progress)
{
    return Store(project, progress).take(std::move(drafts));
}

Result<DraftsRead> read_drafts(const std::vector<fs::path>& paths, const ImportOptions& options, Progress& progress)
{
    // A pattern that cannot be read is no file's fault.
    if (const auto rule = find_turns("", options.speakers); !rule) return fail(rule.error());
    auto [files, refused, walked] = files_to_read(paths);
    DraftsRead read{{}, std::move(refused)};
    progress.start(say("Reading documents"), static_cast<std::int64_t>(files.size()));
    for (const auto& file : files) {
        if (progress.cancelled()) return Store::stopped();
        if (auto draft = read_draft(file, options))
            read.drafts.push_back(std::move(*draft));
        else
            read.refused.push_back({file, draft.error()});
        progress.step();
    }
    if (read.drafts.empty()) return tl::unexpected(nothing_came_in(read.refused, walked));
    return read;
}

Result<ImportReport> import_documents(Project& project, const std::vector<fs::path>& paths,
                                      const ImportOptions& options, Progress& progress)
{
    auto read = read_drafts(paths, options, progress);
    if (!read) return fail(read.error());
    auto report = import_drafts(project, std::move(read->drafts), progress);
    if (!report) return report;
    report->refused.insert(report->refused.begin(), read->refused.begin(), read->refused.end());
    return report;
}

}
