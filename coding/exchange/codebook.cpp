#include "coding/codebook.h"
#include "codebook_content.h"
#include "coding/code_color.h"
#include "coding/code_group.h"
#include "name_order.h"
#include "sentence.h"
#include "workbench/change.h"
#include "workbench/file.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <array>
#include <map>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Op;
using workbench::say;

namespace
{

struct Format {
    std::string_view suffix;
    Result<CodebookContent> (*read)(std::string_view);
    std::string (*write)(CodebookContent&);
};
constexpr std::array formats{
    Format{".qdc", read_qdc, write_qdc},
    Format{".csv", read_codebook_csv, write_codebook_csv},
    Format{".xlsx", read_codebook_xlsx, write_codebook_xlsx},
    Format{".json", read_codebook_json, write_codebook_json},
};

Result<Format> format_of(const std::filesystem::path& file)
{
    const auto found = std::ranges::find(formats, workbench::lower(file.extension().string()), &Format::suffix);
    if (found != formats.end()) return *found;
    return fail(ErrorCode::bad_value, say("A codebook cannot be called \"{}\".", file.filename().string()),
                say("Choose one of {}.", ".qdc .csv .xlsx .json"));
}

/// Puts a book into the project.
class Importing
{
 public:
    Importing(Change& change, const CodebookContent& book) : change_(change), book_(book) {}

    void run()
    {
        for (std::size_t at = 0; at < book_.codes.size(); ++at) {
            ids_.push_back(place(book_.codes[at]));
            take_over(book_.codes[at], ids_.back());
        }
        keep_order();
        for (const auto& group : book_.groups) {
            std::vector<CodeId> members;
            for (const auto code : group.codes) members.push_back(ids_[code]);
            describe(group_named(change_, group.name, members), group);
        }
    }

 private:
    /// The code by its guid, else by its path, else a new one.
    CodeId place(const BookCode& code)
    {
        if (code.guid)
            if (const auto there = change_.row<CodeId>("SELECT id FROM code WHERE guid = ?", *code.guid)) return *there;
        const auto parent = code.parent ? std::optional(ids_[*code.parent]) : std::nullopt;
        const auto newest = change_.row<std::int64_t>("SELECT max(id) FROM code").value_or(0);
        const auto id = code_named(change_, parent, code.name);
        if (id.value > newest || newest == 0) made_.push_back(id);
        return id;
    }

    void take_over(const BookCode& code, CodeId id)
    {
        set(id, "color", code.color);
        set(id, "definition", code.definition);
        set(id, "inclusion", code.inclusion);
        set(id, "exclusion", code.exclusion);
        set(id, "example", code.example);
        set(id, "comment", code.comment);
        if (code.origin) {
            set(id, "origin", std::string(name_of(*code.origin)));
            change_.run("UPDATE code SET origin_at = ? WHERE id = ? AND origin_at IS NULL",
                        code.origin_at.value_or(change_.now()), id);
        }
        if (code.codable)
            change_.run("UPDATE code SET codable = ?1 WHERE id = ?2 AND codable <> ?1", *code.codable, id);
        if (code.guid)
            change_.run("UPDATE code SET guid = ?1 WHERE id = ?2 AND guid IS NULL AND ?1 NOT IN "
                        "(SELECT guid FROM code WHERE guid IS NOT NULL)",
                        *code.guid, id);
    }

    void set(CodeId id, const char* column, const std::optional<std::string>& text)
    {
        if (text && !text->empty())
            change_.run(fmt::format("UPDATE code SET {0} = ?1 WHERE id = ?2 AND {0} IS NOT ?1", column), *text, id);
    }

    void describe(CodeGroupId id, const BookGroup& group)
    {
        if (group.comment && !group.comment->empty())
            change_.run("UPDATE code_group SET comment = ?1 WHERE id = ?2 AND comment IS NOT ?1", *group.comment, id);
        if (group.guid)
            change_.run("UPDATE code_group SET guid = ?1 WHERE id = ?2 AND guid IS NULL AND ?1 NOT IN "
                        "(SELECT guid FROM code_group WHERE guid IS NOT NULL)",
                        *group.guid, id);
    }

    /// Where the file's order is not that of names it says something: new codes then keep it.
    void keep_order()
    {
        std::map<std::optional<std::size_t>, std::vector<std::size_t>> siblings;
        for (std::size_t at = 0; at < book_.codes.size(); ++at) siblings[book_.codes[at].parent].push_back(at);
        for (const auto& [parent, children] : siblings) {
            const auto name = [&](std::size_t at) { return std::string_view(book_.codes[at].name); };
            if (std::ranges::is_sorted(children, name_before, name)) continue;
            for (std::size_t place = 0; place < children.size(); ++place)
                if (const auto id = ids_[children[place]]; std::ranges::find(made_, id) != made_.end())
                    change_.run("UPDATE code SET position = ? WHERE id = ?", place, id);
        }
    }

    Change& change_;
    const CodebookContent& book_;
    std::vector<CodeId> ids_, made_;
};

}

Result<CodebookReport> export_codebook(const Reading& reading, const std::filesystem::path& file)
{
    const auto format = format_of(file);
    if (!format) return fail(format.error());
    auto book = codebook_of(reading);
    if (book.codes.empty() && format->suffix == ".qdc")
        return fail(ErrorCode::bad_value, say("There are no codes, and a REFI-QDA codebook cannot be empty."),
                    say("Make some codes first."));
    const auto bytes = format->write(book);
    if (const auto written = workbench::write_file(file, bytes); !written) return fail(written.error());
    return CodebookReport{std::ssize(book.codes), std::ssize(book.groups), std::move(book.lost)};
}

Result<CodebookReport> import_codebook(Project& project, const std::filesystem::path& file)
{
    const auto format = format_of(file);
    if (!format) return fail(format.error());
    const auto bytes = workbench::read_file(file, std::uintmax_t{64} << 20);
    if (!bytes) return fail(bytes.error());
    auto book = format->read(*bytes);
    if (!book) return fail(book.error());
    return project.change(Op::import_codebook, [&](Change& change) -> Result<CodebookReport> {
        Importing(change, *book).run();
        change.about(file.filename().string());
        return CodebookReport{std::ssize(book->codes), std::ssize(book->groups), std::move(book->lost)};
    });
}

}
