#include "html_page.h"
#include "reading.h"
#include "workbench/encoding.h"
#include "workbench/tr.h"
#include <algorithm>
#include <libxml/HTMLparser.h>
#include <memory>

// libxml2 repairs the markup and calls us for each begin and end; no tree is built. Its own limits on depth hold for
// trees only, so we keep one.
namespace workbench
{
namespace
{

constexpr std::size_t most_depth = 2000;
using Parser = std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)>;

struct Listener {
    HtmlPage page;
    Flow& flow;
    htmlParserCtxt* parser;
    bool too_deep = false;
};

std::string_view view(const xmlChar* text)
{
    return text ? reinterpret_cast<const char*>(text) : "";
}

Listener& listener(void* data)
{
    return *static_cast<Listener*>(data);
}

void stop_if_enough(Listener& to)
{
    to.too_deep = to.page.depth() > most_depth;
    if (to.too_deep || to.flow.too_large()) xmlStopParser(to.parser);
}

/// A tag that is written is being read up to its `>`; one that the parser makes up begins elsewhere.
void on_begin(void* data, const xmlChar* name, const xmlChar** attributes)
{
    auto& to = listener(data);
    HtmlAttributes values;
    for (; attributes && *attributes; attributes += 2) values.emplace(view(attributes[0]), view(attributes[1]));
    const auto* at = to.parser->input ? to.parser->input->cur : nullptr;
    to.page.begin(lower_ascii(view(name)), values, at && (*at == '>' || *at == '/'));
    stop_if_enough(to);
}

void on_end(void* data, const xmlChar* name)
{
    auto& to = listener(data);
    const auto* input = to.parser->input;
    to.page.end(lower_ascii(view(name)), input && input->cur > input->base && input->cur[-1] == '>');
}

void on_characters(void* data, const xmlChar* text, int size)
{
    auto& to = listener(data);
    to.page.characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
    stop_if_enough(to);
}

/// The encoding that the page says it has, lower case: `<meta charset=x>`, `content="text/html; charset=x"` or
/// `<?xml encoding="x"?>`. Browsers read ISO-8859-1 as windows-1252, and so do we (WHATWG Encoding, section 4.2).
std::string declared_encoding(std::string_view bytes)
{
    const auto head = lower_ascii(bytes.substr(0, 4096));
    for (const std::string_view key : {"charset", "encoding"}) {
        auto at = head.find(key);
        if (at == std::string::npos) continue;
        at = head.find_first_not_of(" \t\r\n=\"'", at + key.size());
        if (at == std::string::npos) continue;
        auto name = head.substr(at, head.find_first_of(" \t\r\n\"'>;/?", at) - at);
        if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii") name = "windows-1252";
        if (!name.empty()) return name;
    }
    return {};
}

/// A declaration that does not fit the bytes is no reason to refuse a page.
Result<DecodedText> decode_page(std::string_view bytes, const std::string& asked)
{
    if (!asked.empty()) return decode_text(bytes, asked);
    const bool has_mark =
        bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    const auto declared = has_mark ? std::string{} : declared_encoding(bytes);
    if (!declared.empty() && !declared.starts_with("utf-16"))
        if (auto decoded = decode_text(bytes, declared)) return decoded;
    return decode_text(bytes);
}

}

Result<void> add_html(Flow& flow, std::string_view markup)
{
    const Parser parser(htmlNewParserCtxt(), &htmlFreeParserCtxt);
    if (!parser || markup.size() > INT32_MAX) return damaged("HTML");
    htmlSAXHandler handler{};
    handler.startElement = on_begin;
    handler.endElement = on_end;
    handler.characters = handler.ignorableWhitespace = on_characters;
    handler.cdataBlock = on_characters; // the text of script and style, which the page leaves out
    *parser->sax = handler;
    Listener to{HtmlPage(flow), flow, parser.get()};
    parser->userData = &to;
    htmlCtxtReadMemory(parser.get(), markup.data(), static_cast<int>(markup.size()), nullptr, "UTF-8",
                       HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NOIMPLIED);
    to.page.finish();
    if (to.too_deep)
        return fail(ErrorCode::bad_file, say("The elements of the page are nested more than {} deep.", most_depth),
                    say("Open the page in a browser, copy its text into a text file and import that."));
    return {};
}

Result<SourceText> read_html(std::string_view bytes, const ReadOptions& options)
{
    auto decoded = decode_page(bytes, options.encoding);
    if (!decoded) return fail(decoded.error());
    Flow flow(options.text_limit);
    if (auto added = add_html(flow, decoded->text); !added) return fail(added.error());
    return source_from(flow, std::move(decoded->warnings));
}

}
