#include "support/source_files.h"
#include "paper/xml.h"
#include "paper/zip.h"
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace support
{
namespace
{

std::string escaped(std::string_view text)
{
    return paper::escape_xml(text);
}

/// Applies `text` and `note` to the pieces of a block; notes are numbered through `n`.
std::string pieces_by(const Block& block, int& n, const auto& text, const auto& note)
{
    std::string made;
    for (const auto& piece : block.pieces) {
        made += text(piece.text);
        if (!piece.note.empty()) made += note(++n, piece.note);
    }
    return made;
}

std::string rtf_escaped(std::string_view text)
{
    std::string made;
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const int length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        unsigned c = first & (length == 1 ? 0x7F : 0xFF >> (length + 1));
        for (int k = 1; k < length; ++k) c = c << 6 | (text[i + k] & 0x3F);
        const auto unit = [](unsigned u) {
            return fmt::format("\\u{}?", static_cast<int>(u) - (u > 0x7FFF ? 0x10000 : 0));
        };
        if (c == '\\' || c == '{' || c == '}')
            made += {'\\', static_cast<char>(c)};
        else if (c < 0x80)
            made += static_cast<char>(c);
        else if (c > 0xFFFF)
            made += unit(0xD800 + ((c - 0x10000) >> 10)) + unit(0xDC00 + ((c - 0x10000) & 0x3FF));
        else
            made += unit(c);
        i += length;
    }
    return made;
}

std::string html_blocks(const Story& story)
{
    std::string made, notes;
    int n = 0;
    for (std::size_t i = 0; i < story.size(); ++i) {
        const auto& block = story[i];
        const bool begins = i == 0 || story[i - 1].kind != block.kind,
                   ends = i + 1 == story.size() || story[i + 1].kind != block.kind;
        const std::string list = block.kind == Block::numbered ? "ol" : "ul";
        const auto text = pieces_by(
            block, n, [](const auto& t) { return escaped(t); },
            [&](int number, const auto& note) {
                notes += fmt::format("<p id=\"n{}\">{}</p>\n", number, escaped(note));
                return fmt::format("<a role=\"doc-noteref\" href=\"#n{0}\"><sup>{0}</sup></a>", number);
            });
        if (block.kind == Block::paragraph) made += "<p>" + text + "</p>\n";
        if (block.kind == Block::numbered || block.kind == Block::bullet)
            made += (begins ? "<" + list + ">\n" : "") + "<li>" + text + "</li>\n" + (ends ? "</" + list + ">\n" : "");
        if (block.kind != Block::table) continue;
        made += "<table>\n";
        for (const auto& row : block.cells) {
            made += "  <tr>\n";
            for (const auto& cell : row) made += "    <td>" + escaped(cell) + "</td>\n";
            made += "  </tr>\n";
        }
        made += "</table>\n";
    }
    return made + notes;
}

}

Block words(std::string text)
{
    return {Block::paragraph, {{std::move(text), {}}}, {}};
}
Block with_note(std::string text, std::string note, std::string rest)
{
    return {Block::paragraph, {{std::move(text), std::move(note)}, {std::move(rest), {}}}, {}};
}
Block item(Block::Kind kind, std::string text)
{
    return {kind, {{std::move(text), {}}}, {}};
}
Block table_of(std::vector<std::vector<std::string>> cells)
{
    return {Block::table, {}, std::move(cells)};
}

std::string stored_text(const Story& story)
{
    std::string made, notes;
    int n = 0, counted = 0;
    const auto line = [&](const std::string& text) { made += (made.empty() ? "" : "\n") + text; };
    for (const auto& block : story) {
        counted = block.kind == Block::numbered ? counted + 1 : 0;
        if (block.kind == Block::table) {
            for (const auto& row : block.cells) {
                std::string cells;
                for (std::size_t i = 0; i < row.size(); ++i) cells += (i ? "\t" : "") + row[i];
                line(cells);
            }
            continue;
        }
        const std::string before = block.kind == Block::bullet ? "- " : counted ? std::to_string(counted) + ". " : "";
        line(before + pieces_by(
                          block, n, [](const auto& t) { return t; },
                          [&](int number, const auto& note) {
                              notes += fmt::format("\n[{}] {}", number, note);
                              return fmt::format("[{}]", number);
                          }));
    }
    return made + notes;
}

std::string zip_of(const Parts& parts)
{
    paper::ZipWriter zip;
    for (const auto& [name, bytes] : parts) zip.add(name, bytes);
    auto archive = zip.finish();
    EXPECT_TRUE(archive.has_value());
    return archive ? std::move(*archive) : std::string{};
}

std::string docx_of(const std::string& body, const Parts& more)
{
    const std::string w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string relations;
    for (const auto& [name, bytes] : more)
        relations += fmt::format("<Relationship Id=\"r{0}\" Type=\"{1}{0}\" Target=\"{0}.xml\"/>",
                                 name.substr(5, name.size() - 9), relation);
    Parts parts{{"[Content_Types].xml", "<Types/>"},
                {"_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"" + relation +
                                    "officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
                {"word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document " + w +
                                          " xmlns:mc=\"mc\" xmlns:wps=\"wps\" xmlns:v=\"v\" xmlns:m=\"m\"><w:body>" +
                                          body + "</w:body></w:document>"},
                {"word/_rels/document.xml.rels", "<Relationships>" + relations + "</Relationships>"}};
    parts.insert(parts.end(), more.begin(), more.end());
    return zip_of(parts);
}

std::string as_docx(const Story& story)
{
    const auto run = [](const std::string& text) {
        return "<w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
    };
    std::string body, notes;
    int n = 0, list = 0;
    Block::Kind last = Block::paragraph;
    for (const auto& block : story) {
        if (block.kind == Block::table) {
            body += "<w:tbl>";
            for (const auto& row : block.cells) {
                body += "<w:tr>";
                for (const auto& cell : row) body += "<w:tc><w:p>" + run(cell) + "</w:p></w:tc>";
                body += "</w:tr>";
            }
            body += "</w:tbl>";
        } else {
            if (block.kind == Block::numbered && last != Block::numbered) ++list;
            const int number = block.kind == Block::numbered ? list : block.kind == Block::bullet ? 99 : 0;
            body += "<w:p>";
            if (number)
                body += fmt::format("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{}\"/></w:numPr></w:pPr>",
                                    number);
            body += pieces_by(block, n, run, [&](int of, const auto& note) {
                notes += fmt::format("<w:footnote w:id=\"{}\"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>",
                                     of + 1, run(" " + note));
                return fmt::format("<w:r><w:footnoteReference w:id=\"{}\"/></w:r>", of + 1);
            });
            body += "</w:p>";
        }
        last = block.kind;
    }
    std::string numbering = "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
                            "w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
                            "<w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\"><w:numFmt "
                            "w:val=\"bullet\"/><w:lvlText w:val=\"\uF0B7\"/></w:lvl></w:abstractNum>";
    for (int i = 1; i <= list; ++i)
        numbering += fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride "
                                 "w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
                                 i);
    numbering += "<w:num w:numId=\"99\"><w:abstractNumId w:val=\"2\"/></w:num>";
    return docx_of(body, {{"word/footnotes.xml", "<w:footnotes xmlns:w=\"w\">" + notes + "</w:footnotes>"},
                          {"word/numbering.xml", "<w:numbering xmlns:w=\"w\">" + numbering + "</w:numbering>"}});
}

std::string odt_of(const std::string& text, const std::string& automatic_styles, const Parts& more)
{
    Parts parts{{"mimetype", "application/vnd.oasis.opendocument.text"},
                {"content.xml", "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"tb\" "
                                "xmlns:style=\"s\" xmlns:draw=\"d\" xmlns:loext=\"l\">"
                                "<office:automatic-styles>" +
                                    automatic_styles + "</office:automatic-styles><office:body><office:text>" + text +
                                    "</office:text></office:body></office:document-content>"}};
    parts.insert(parts.end(), more.begin(), more.end());
    return zip_of(parts);
}

std::string as_odt(const Story& story)
{
    std::string body;
    int n = 0;
    for (std::size_t i = 0; i < story.size(); ++i) {
        const auto& block = story[i];
        if (block.kind == Block::table) {
            body += "<table:table>";
            for (const auto& row : block.cells) {
                body += "<table:table-row>";
                for (const auto& cell : row)
                    body += "<table:table-cell><text:p>" + escaped(cell) + "</text:p></table:table-cell>";
                body += "</table:table-row>";
            }
            body += "</table:table>";
            continue;
        }
        const bool is_item = block.kind != Block::paragraph;
        if (is_item && (i == 0 || story[i - 1].kind != block.kind))
            body += fmt::format("<text:list text:style-name=\"{}\">", block.kind == Block::numbered ? "N" : "B");
        if (is_item) body += "<text:list-item>";
        body += "<text:p>" +
                pieces_by(
                    block, n, [](const auto& t) { return escaped(t); },
                    [](int of, const auto& note) {
                        return fmt::format(
                            "<text:note text:note-class=\"footnote\"><text:note-citation>{}</text:note-citation>"
                            "<text:note-body><text:p>{}</text:p></text:note-body></text:note>",
                            of, escaped(note));
                    }) +
                "</text:p>";
        if (is_item) body += "</text:list-item>";
        if (is_item && (i + 1 == story.size() || story[i + 1].kind != block.kind)) body += "</text:list>";
    }
    return odt_of(body, "<text:list-style style:name=\"N\"><text:list-level-style-number text:level=\"1\" "
                        "style:num-format=\"1\" style:num-suffix=\".\"/></text:list-style>"
                        "<text:list-style style:name=\"B\"><text:list-level-style-bullet text:level=\"1\" "
                        "text:bullet-char=\"\u2022\"/></text:list-style>");
}

std::string as_rtf(const Story& story)
{
    std::string body;
    int n = 0, counted = 0;
    for (const auto& block : story) {
        counted = block.kind == Block::numbered ? counted + 1 : 0;
        if (block.kind == Block::table) {
            for (const auto& row : block.cells) {
                body += "\\trowd\\cellx3000\\cellx6000\\pard\\intbl ";
                for (const auto& cell : row) body += rtf_escaped(cell) + "\\cell ";
                body += "\\row\n";
            }
            continue;
        }
        if (block.kind == Block::bullet) body += "{\\listtext\\pard\\plain\\f1\\'b7\\tab}";
        if (counted) body += fmt::format("{{\\listtext\\pard\\plain {}.\\tab}}", counted);
        body += "\\pard ";
        body += pieces_by(block, n, rtf_escaped, [](int, const auto& note) {
            return "{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} " + rtf_escaped(note) + "}}";
        });
        body += "\\par\n";
    }
    return "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}{\\f1\\fnil\\fcharset2 "
           "Symbol;}}\n"
           "{\\info{\\title Nada}}\\uc1 " +
           body + "}";
}

std::string as_html(const Story& story)
{
    return "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>Nada</title>\n</head>\n<body>\n" +
           html_blocks(story) + "</body>\n</html>\n";
}

std::string as_epub(const Story& story)
{
    const auto page = [](const std::string& body) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<html "
               "xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Nada</title></head>\n<body>\n" +
               body + "</body></html>";
    };
    return zip_of({{"mimetype", "application/epub+zip"},
                   {"META-INF/container.xml",
                    "<container><rootfiles><rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>"},
                   {"OEBPS/book.opf",
                    "<package><manifest>"
                    "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
                    "<item id=\"one\" href=\"text/one%20page.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>"
                    "<spine><itemref idref=\"nav\"/><itemref idref=\"one\"/></spine></package>"},
                   {"OEBPS/nav.xhtml", page("<nav><ol><li>Uno</li></ol></nav>")},
                   {"OEBPS/text/one page.xhtml", page(html_blocks(story))}});
}

std::string pdf_of(const std::vector<std::vector<std::string>>& pages, bool encrypted)
{
    std::vector<std::string> objects{
        "<< /Type /Catalog /Pages 2 0 R >>", "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
    std::string kids;
    for (const auto& page : pages) {
        std::string content = "BT /F1 12 Tf 72 720 Td 14 TL\n";
        for (const auto& line : page) content += "(" + line + ") Tj T*\n";
        content += "ET";
        const auto number = objects.size() + 1;
        kids += fmt::format("{} 0 R ", number);
        objects.push_back(fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {} 0 R "
                                      "/Resources << /Font << /F1 3 0 R >> >> >>",
                                      number + 1));
        objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}\nendstream", content.size(), content));
    }
    objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
    if (encrypted)
        objects.push_back("<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + std::string(64, 'A') + "> /U <" +
                          std::string(64, 'B') + "> >>");

    std::string pdf = "%PDF-1.4\n", table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        table += fmt::format("{:010} 00000 n \n", pdf.size());
        pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
    }
    const auto at = pdf.size();
    const auto lock = encrypted ? fmt::format("/Encrypt {} 0 R /ID [<00><00>]", objects.size()) : std::string{};
    return pdf +
           fmt::format(
               "xref\n0 {0}\n0000000000 65535 f \n{1}trailer\n<< /Size {0} /Root 1 0 R {2} >>\nstartxref\n{3}\n%%EOF\n",
               objects.size() + 1, table, lock, at);
}

}
