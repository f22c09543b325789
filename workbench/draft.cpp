#include "workbench/draft.h"
#include "file_name.h"
#include "workbench/document.h"
#include "workbench/sha256.h"
#include "workbench/tr.h"
#include <algorithm>
#include <set>

namespace workbench
{
namespace
{

namespace fs = std::filesystem;

constexpr std::uintmax_t most_in_memory = std::uintmax_t{256} << 10; ///< bytes of one original; hundreds may wait

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

/// Paragraphs and turns of the text that was read.
Result<Draft> looked_at(Draft draft)
{
    draft.text_sha256 = sha256_hex(draft.source.text);
    draft.lines = static_cast<std::int64_t>(paragraphs_in(draft.source.text, false).size());
    draft.whole = static_cast<std::int64_t>(paragraphs_in(draft.source.text, true).size());
    if (const auto turns = look_again(draft); !turns) return fail(turns.error());
    return draft;
}

}

FilesToRead files_to_read(const std::vector<fs::path>& paths)
{
    FilesToRead found;
    for (const auto& path : paths) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            found.files.push_back(path);
            continue;
        }
        found.walked = true;
        const auto inside = files_in(path);
        found.files.insert(found.files.end(), inside.begin(), inside.end());
        if (inside.empty())
            found.refused.push_back({path,
                                     {ErrorCode::bad_file, say("There is no file in the folder {}.", path.string()),
                                      say("Choose a folder with documents in it.")}});
    }
    return found;
}

Result<Draft> read_draft(const fs::path& file, const ImportOptions& options)
{
    ReadOptions how;
    how.encoding = options.encoding;
    const auto* importer = importer_for(file);
    std::error_code error;
    if (!importer && fs::is_regular_file(file, error)) return fail(read_source(file, {}, how).error());
    auto bytes = read_file_bytes(file, importer ? importer->file_limit : 0);
    if (!bytes) return fail(bytes.error());
    auto source = read_source(file, *bytes, how);
    if (!source) return fail(source.error());
    Draft draft;
    draft.file = file;
    draft.name = as_utf8(file.stem().string());
    draft.suffix = as_utf8(file.extension().string());
    draft.format = importer->format;
    draft.how = options;
    draft.source = std::move(*source);
    draft.original_size = bytes->size();
    if (*bytes != draft.source.text) {
        draft.original_sha256 = sha256_hex(*bytes);
        if (bytes->size() <= most_in_memory) draft.original = std::move(*bytes);
    }
    return looked_at(std::move(draft));
}

Result<Draft> draft_of_text(const std::string& name, std::string_view text, const ImportOptions& options)
{
    auto source = read_source("text.txt", text, {});
    if (!source) return fail(ErrorCode::bad_file, say("There is no text to import."));
    Draft draft;
    draft.name = name;
    draft.format = tr("Pasted text");
    draft.how = options;
    draft.source = std::move(*source);
    draft.source.encoding.reset();
    draft.original_size = draft.source.text.size();
    return looked_at(std::move(draft));
}

Result<void> look_again(Draft& draft)
{
    auto found = find_turns(draft.source.text, draft.how.speakers, draft.source.times);
    if (!found) return fail(found.error());
    draft.found = std::move(*found);
    return {};
}

std::vector<std::string> cases_of(const Draft& draft, const std::string& name)
{
    if (draft.how.cases == CasesFrom::documents) return {name};
    std::vector<std::string> cases;
    if (draft.how.cases == CasesFrom::speakers)
        for (const auto& speaker : draft.found.speakers)
            if (!is_interviewer(speaker)) cases.push_back(speaker);
    return cases;
}

std::vector<std::string> names_of(const Reading& reading, const std::vector<const Draft*>& drafts)
{
    const auto known = reading.rows<std::string>("SELECT name FROM document");
    std::set<std::string> taken(known.begin(), known.end());
    std::vector<std::string> names;
    for (const auto* draft : drafts) {
        names.push_back(free_name(draft->name, draft->suffix, [&](const auto& name) { return taken.contains(name); }));
        taken.insert(names.back());
    }
    return names;
}

std::optional<std::string> twin_of(const Reading& reading, const Draft& draft)
{
    return reading.row<std::string>("SELECT d.name FROM document d JOIN piece p ON p.document = d.id "
                                    "WHERE p.rank = 0 AND p.sha256 = ? ORDER BY d.number, d.copy LIMIT 1",
                                    draft.text_sha256);
}

}
