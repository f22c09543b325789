#pragma once
#include "coding/code.h"
#include "coding/codebook.h"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

/// A codebook between a file and a project. Parents stand before their children.
struct BookCode {
    std::optional<std::size_t> parent; ///< place in the list
    std::string name;
    std::optional<std::string> guid, color, definition, inclusion, exclusion, example, comment, origin_at;
    std::optional<Origin> origin;
    std::optional<bool> codable;
    bool has_origin_quotation = false;
};
struct BookGroup {
    std::string name;
    std::optional<std::string> guid, comment;
    std::vector<std::size_t> codes;
    std::size_t others = 0; ///< members that are no codes
};
struct CodebookContent {
    std::vector<BookCode> codes;
    std::vector<BookGroup> groups;
    std::vector<Lost> lost;

    /// The path of a code in this book.
    std::string path_of(std::size_t code) const;
    /// The code of that path, made with its parents when new.
    std::size_t at_path(const std::vector<std::string>& names);
    /// Notes a loss; the same `what` and `why` are counted together.
    void lose(std::string what, std::string where, std::string why);
};

CodebookContent codebook_of(const Reading& reading);

/// A book as a table, whatever file it stands in: the first row names the columns.
Result<CodebookContent> codebook_in(const std::vector<std::vector<std::string>>& rows);
std::vector<std::vector<std::string>> rows_of(CodebookContent& book);

Result<CodebookContent> read_qdc(std::string_view bytes);
std::string write_qdc(CodebookContent& book);
Result<CodebookContent> read_codebook_csv(std::string_view bytes);
std::string write_codebook_csv(CodebookContent& book);
Result<CodebookContent> read_codebook_xlsx(std::string_view bytes);
std::string write_codebook_xlsx(CodebookContent& book);
Result<CodebookContent> read_codebook_json(std::string_view bytes);
std::string write_codebook_json(CodebookContent& book);

}
