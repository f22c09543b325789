#include "workbench/document_import.h"
#include "utf8.h"
#include "workbench/document.h"
#include "workbench/importer.h"
#include "workbench/project.h"
#include "workbench/settings.h"
#include "workbench/sha256.h"
#include "workbench/study_case.h"
#include "workbench/tr.h"
#include <algorithm>

namespace workbench
{
namespace
{

namespace fs = std::filesystem;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// E2 before E10: runs of digits compare as numbers, all else by bytes.
bool in_natural_order(const std::string& a, const std::string& b)
{
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (!is_digit(a[i]) || !is_digit(b[j])) {
            if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
            ++i, ++j;
            continue;
        }
        const auto number = [](const std::string& text, std::size_t& at) {
            while (at < text.size() && text[at] == '0') ++at;
            const auto begin = at;
            while (at < text.size() && is_digit(text[at])) ++at;
            return text.substr(begin, at - begin);
        };
        const auto left = number(a, i), right = number(b, j);
        if (left.size() != right.size()) return left.size() < right.size();
        if (left != right) return left < right;
    }
    return std::pair(a.size() - i, a) < std::pair(b.size() - j, b);
}

/// A file's name in the project; the bytes of another encoding become question marks.
std::string as_utf8(std::string name)
{
    if (!is_utf8(name))
        for (auto& byte : name)
            if (static_cast<unsigned char>(byte) >= 0x80) byte = '?';
    return name;
}

/// The files below a folder, hidden ones left out; folders that cannot be opened are passed over.
std::vector<fs::path> files_in(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    const auto rules = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator entry(folder, rules, error), end; !error && entry != end;
         entry.increment(error)) {
        const std::string name = entry->path().filename().native();
        const bool hidden = name.front() == '.' || name.starts_with("~$"); // Word's mark of an open document
        if (hidden && entry->is_directory(error)) entry.disable_recursion_pending();
        if (!hidden && entry->is_regular_file(error)) files.push_back(entry->path());
    }
    std::sort(files.begin(), files.end(),
              [](const auto& a, const auto& b) { return in_natural_order(a.native(), b.native()); });
    return files;
}

constexpr std::size_t most_kept = std::size_t{64} << 20; ///< a larger original stays where it is
constexpr std::size_t most_waiting = std::size_t{64} << 20;

/// A file that has been read, and waits for the change that stores it.
struct Prepared {
    fs::path file;
    NewDocument document;
    std::vector<std::string> speakers, warnings;
    std::string original;     ///< bytes that the change will keep
    std::size_t left_out = 0; ///< size of an original that stays outside the project
};

/// A sentence about lines that a page or a narrow column has broken; none when few look so.
std::optional<std::string> about_broken_lines(const std::string& text, bool joined)
{
    const auto lines = static_cast<long long>(paragraphs_in(text, false).size());
    const auto whole = static_cast<long long>(paragraphs_in(text, true).size());
    if (lines < whole + 2 || whole * 5 > lines * 4) return {};
    if (joined) return say("{} lines, broken by a page or a narrow column, make {} paragraphs.", lines, whole);
    return say("The lines look broken by a page or a narrow column: import with --paragraphs auto to have whole "
               "paragraphs ({} instead of {}).",
               whole, lines);
}

class Intake
{
 public:
    Intake(Project& project, const ImportOptions& options, Progress& progress)
        : project_(project), options_(options), progress_(progress)
    {
    }

    Result<ImportReport> take(const std::vector<fs::path>& paths)
    {
        // A pattern that cannot be read is no file's fault.
        if (const auto rule = find_turns("", options_.speakers); !rule) return fail(rule.error());
        const auto files = files_of(paths);
        progress_.start(say("Reading documents"), static_cast<std::int64_t>(files.size()));
        std::vector<Prepared> prepared;
        for (const auto& file : files) {
            if (progress_.cancelled())
                return fail(ErrorCode::cancelled, say("The import was stopped; nothing has come in."));
            auto one = prepare(file);
            if (one)
                prepared.push_back(std::move(*one));
            else if (concerns_the_project(one.error().code))
                return fail(one.error());
            else
                report_.refused.push_back({file, one.error()});
            progress_.step();
        }
        if (prepared.empty()) return nothing_came_in();
        return store(prepared);
    }

 private:
    /// Errors of the project, not of the file: they end the import.
    static bool concerns_the_project(ErrorCode code)
    {
        return code == ErrorCode::disk_full || code == ErrorCode::read_only || code == ErrorCode::busy ||
               code == ErrorCode::broken_file || code == ErrorCode::newer_version;
    }

    std::vector<fs::path> files_of(const std::vector<fs::path>& paths)
    {
        std::vector<fs::path> files;
        for (const auto& path : paths) {
            std::error_code error;
            if (!fs::is_directory(path, error)) {
                files.push_back(path);
                continue;
            }
            walked_ = true;
            const auto inside = files_in(path);
            files.insert(files.end(), inside.begin(), inside.end());
            if (inside.empty())
                report_.refused.push_back(
                    {path,
                     {ErrorCode::bad_file, say("There is no file in the folder {}.", path.string()),
                      say("Choose a folder with documents in it.")}});
        }
        return files;
    }

    Result<Prepared> prepare(const fs::path& file)
    {
        ReadOptions how;
        how.encoding = options_.encoding;
        const auto* importer = importer_for(file);
        std::error_code error;
        if (!importer && fs::is_regular_file(file, error)) return fail(read_source(file, {}, how).error());
        auto bytes = read_file_bytes(file, importer ? importer->file_limit : 0);
        if (!bytes) return fail(bytes.error());
        auto source = read_source(file, *bytes, how);
        if (!source) return fail(source.error());
        auto turns = find_turns(source->text, options_.speakers, source->times);
        if (!turns) return fail(turns.error());
        Prepared one{file, {}, std::move(turns->speakers), std::move(source->warnings)};
        one.document.turns = std::move(turns->turns);
        one.document.encoding = source->encoding;
        one.document.text = std::move(source->text);
        return complete(std::move(one), std::move(*bytes));
    }

    /// Fills in the rest. Small originals wait for the change, so that a folder of them is written at once; large ones
    /// are kept ahead of it.
    Result<Prepared> complete(Prepared one, std::string bytes)
    {
        auto& document = one.document;
        document.kind = options_.kind;
        document.language = options_.language.empty() ? settings(project_).at("language") : options_.language;
        document.joins_broken_lines = options_.join_broken_lines;
        document.file_name = as_utf8(one.file.filename().string());
        if (auto warning = about_broken_lines(document.text, options_.join_broken_lines))
            one.warnings.push_back(std::move(*warning));
        if (bytes == document.text) return one; // the text is its own original
        document.source = sha256_hex(bytes);
        if (bytes.size() > most_kept) {
            one.left_out = bytes.size();
            one.warnings.push_back(say("The file is larger than {} MB: the project holds its text and remembers where "
                                       "the file is.",
                                       most_kept >> 20));
        } else if (waiting_ + bytes.size() <= most_waiting) {
            waiting_ += bytes.size();
            one.original = std::move(bytes);
        } else if (const auto kept = project_.keep(bytes); !kept) {
            return fail(kept.error());
        }
        return one;
    }

    Result<ImportReport> nothing_came_in() const
    {
        if (report_.refused.empty()) return fail(ErrorCode::bad_file, say("There is no file to import."));
        const auto& first = report_.refused.front();
        const auto others = static_cast<long long>(report_.refused.size()) - 1;
        const auto code = walked_ ? ErrorCode::bad_file : first.why.code; // nothing readable in a folder
        const bool named = first.why.detail.find(first.file.string()) != std::string::npos;
        const auto why = named ? first.why.detail : first.file.string() + ": " + first.why.detail;
        if (others == 0) return fail(code, why, first.why.hint);
        return fail(code,
                    say_n("{}: {} ({} other file was refused too.)", "{}: {} ({} other files were refused too.)",
                          others, first.file.string(), first.why.detail, others),
                    first.why.hint);
    }

    Result<ImportReport> store(std::vector<Prepared>& prepared)
    {
        return project_.change(Op::import_documents, [&](Change& change) -> Result<ImportReport> {
            for (auto& one : prepared) report_.imported.push_back(store(change, one));
            change.about(subject(prepared));
            return report_;
        });
    }

    ImportedDocument store(Change& change, Prepared& one) const
    {
        auto& document = one.document;
        document.name =
            free_document_name(change, as_utf8(one.file.stem().string()), as_utf8(one.file.extension().string()));
        document.text_sha256 = change.keep(document.text);
        if (!document.source) document.source = document.text_sha256;
        if (!one.original.empty()) change.keep(one.original);
        if (auto twin = document_with(change, document.text_sha256))
            one.warnings.push_back(say("The document {} has the same text.", *twin));
        const auto source = document.source.value_or("");
        if (one.left_out > 0) document.source.reset();
        const auto id = add_document(change, document);
        if (one.left_out > 0)
            change.run("UPDATE document SET linked_path = ?, linked_size = ?, linked_sha256 = ? WHERE id = ?",
                       as_utf8(fs::absolute(one.file).string()), static_cast<std::int64_t>(one.left_out), source, id);
        make_cases(change, id, one);
        return {id, one.file, std::move(one.speakers), std::move(one.warnings)};
    }

    /// The name of a document that was imported with this text.
    static std::optional<std::string> document_with(const Reading& reading, const std::string& text_sha256)
    {
        return reading.row<std::string>("SELECT d.name FROM document d JOIN piece p ON p.document = d.id "
                                        "WHERE p.rank = 0 AND p.sha256 = ? ORDER BY d.number, d.copy LIMIT 1",
                                        text_sha256);
    }

    void make_cases(Change& change, DocumentId id, const Prepared& one) const
    {
        if (options_.cases == CasesFrom::documents)
            add_case_member(change, case_named(change, one.document.name), id, {});
        if (options_.cases != CasesFrom::speakers) return;
        for (const auto& speaker : one.speakers)
            if (!is_interviewer(speaker)) add_case_member(change, case_named(change, speaker), id, speaker);
    }

    static std::string subject(const std::vector<Prepared>& prepared)
    {
        const auto& first = prepared.front().document.name;
        const auto others = static_cast<long long>(prepared.size()) - 1;
        return others == 0 ? first : say_n("{} and {} other", "{} and {} others", others, first, others);
    }

    Project& project_;
    const ImportOptions& options_;
    Progress& progress_;
    ImportReport report_;
    std::size_t waiting_ = 0; ///< bytes of originals that the change will keep
    bool walked_ = false;     ///< a folder was among the paths
};

}

Result<ImportReport> import_documents(Project& project, const std::vector<fs::path>& paths,
                                      const ImportOptions& options, Progress& progress)
{
    return Intake(project, options, progress).take(paths);
}

}
