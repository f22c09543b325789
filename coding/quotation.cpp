#include "coding/quotation.h"
#include "workbench/rows.h"
#include "workbench/tr.h"
#include <algorithm>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::say;
using Text = std::optional<std::string>;

std::optional<Quotation> quotation(const Reading& reading, QuotationId id)
{
    auto row =
        reading.ask("SELECT q.document, d.number, d.copy, q.number, q.copy, p.begin, p.\"end\", q.name, q.comment "
                    "FROM quotation q JOIN document d ON d.id = q.document "
                    "LEFT JOIN quotation_place p ON p.quotation = q.id WHERE q.id = ?",
                    id);
    if (!row.next()) return std::nullopt;
    Quotation found{
        id, row.get<DocumentId>(0), row.get<int>(1), row.get<std::string>(2), row.get<int>(3), row.get<std::string>(4)};
    if (!row.null(5)) found.span = Span{row.get<std::int64_t>(5), row.get<std::int64_t>(6)};
    found.name = row.get<Text>(7);
    found.comment = row.get<Text>(8);
    return found;
}

std::optional<QuotationId> quotation_at(const Reading& reading, DocumentId document, Span span)
{
    return reading.row<QuotationId>(
        "SELECT quotation FROM quotation_place WHERE document = ? AND begin = ? AND \"end\" = ? "
        "ORDER BY quotation LIMIT 1",
        document, span.begin, span.end);
}

namespace
{

/// Bytes of the white-space character that `text` begins with; 0 when it is none.
std::size_t blank_bytes(std::string_view text)
{
    const char first = text.front();
    if (first == ' ' || (first >= '\t' && first <= '\r')) return 1;
    if (first != '\xC2' && first != '\xE2' && first != '\xE3') return 0; // nearly all characters of a text
    if (text.starts_with("\u00a0") || text.starts_with("\u0085")) return 2;
    for (const std::string_view blank :
         {"\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200a",
          "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"})
        if (text.starts_with(blank)) return 3;
    return 0;
}

std::size_t character_bytes(unsigned char first)
{
    return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

/// A text with every run of white space as one blank, and where in the original each of its bytes stands.
struct Folded {
    std::string text;
    std::vector<std::int64_t> positions; ///< code points; one more than bytes
};

Folded folded(std::string_view text)
{
    Folded result;
    std::int64_t position = 0;
    for (std::size_t at = 0; at < text.size(); ++position) {
        const auto rest = text.substr(at);
        const auto blank = blank_bytes(rest);
        const auto length = std::min(blank ? blank : character_bytes(static_cast<unsigned char>(rest[0])), rest.size());
        if (!blank || result.text.empty() || result.text.back() != ' ') {
            result.text.append(blank ? std::string_view(" ") : rest.substr(0, length));
            result.positions.resize(result.text.size(), position);
        }
        at += length;
    }
    result.positions.push_back(position);
    return result;
}

std::vector<Span> places_of(const Folded& text, std::string_view wanted)
{
    std::vector<Span> places;
    for (auto at = text.text.find(wanted); at != std::string::npos; at = text.text.find(wanted, at + 1))
        places.push_back({text.positions[at], text.positions[at + wanted.size() - 1] + 1});
    return places;
}

std::string listed(const std::vector<Span>& places)
{
    std::string list;
    for (const auto& place : places) list += fmt::format("{}{}:{}", list.empty() ? "" : ", ", place.begin, place.end);
    return list;
}

}

Result<Span> find_text(const Reading& reading, DocumentId document, std::string_view text, std::optional<int> nth)
{
    auto wanted = folded(text).text;
    while (wanted.starts_with(' ')) wanted.erase(0, 1);
    while (wanted.ends_with(' ')) wanted.pop_back();
    if (wanted.empty())
        return fail(ErrorCode::bad_value, say("There is no text to look for."),
                    say("Give the words of the quotation."));

    const auto places = places_of(folded(workbench::text_of(reading, document)), wanted);
    if (places.empty())
        return fail(ErrorCode::not_found, say("The document does not say \"{}\".", wanted),
                    say("White space does not matter, but capitals, accents and punctuation do."));
    if (!nth && places.size() > 1)
        return fail(ErrorCode::ambiguous, say("The text stands in {} places: {}.", places.size(), listed(places)),
                    say("Choose one of them with --nth, counted from 1."));
    const auto chosen = nth.value_or(1);
    if (chosen < 1 || chosen > static_cast<int>(places.size()))
        return fail(ErrorCode::out_of_range,
                    say("There is no place number {}; the text stands at {}.", chosen, listed(places)),
                    say("Choose a number from 1 to {}.", places.size()));
    return places[static_cast<std::size_t>(chosen - 1)];
}

}
