#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct UConverter;

namespace workbench
{

/// Bytes of the code pages that RTF names by number.
class CodePages
{
 public:
    CodePages();
    ~CodePages();
    /// UTF-8; bytes that are none of the page become U+FFFD. An unknown page counts as 1252.
    std::string utf8(std::string_view bytes, int page);

 private:
    struct Close {
        void operator()(UConverter* converter) const;
    };
    UConverter* converter(int page);
    std::map<int, std::unique_ptr<UConverter, Close>> open_;
};

/// The code page of a Windows `fcharset` number; nothing to go by gives `otherwise`.
int code_page_of_charset(int charset, int otherwise);

/// A sign of the fonts Symbol and Wingdings, which programs write as U+F020 to U+F0FF, by its Unicode character where
/// it has a usual one; any other character is itself.
char32_t without_symbol_font(char32_t c);

}
