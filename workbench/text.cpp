#include "workbench/text.h"
#include "utf8.h"
#include <algorithm>

namespace workbench
{

std::string text_of(const Reading& reading, DocumentId document)
{
    std::string text;
    auto row = reading.ask("SELECT text FROM document_text WHERE document = ? ORDER BY begin", document);
    while (row.next()) text += row.view(0);
    return text;
}

std::string slice(const Reading& reading, DocumentId document, Span span)
{
    std::string text;
    if (span.begin >= span.end) return text;
    const auto begin = std::max<std::int64_t>(span.begin, 0);
    auto row = reading.ask("SELECT begin, text FROM document_text WHERE document = ?1 AND begin < ?3"
                           " AND begin >= ifnull((SELECT max(begin) FROM document_text WHERE document = ?1 AND begin "
                           "<= ?2), 0) ORDER BY begin",
                           document, begin, span.end);
    while (row.next()) {
        const auto start = row.get<std::int64_t>(0);
        const auto part = row.view(1);
        const auto from = byte_of(part, std::max<std::int64_t>(begin - start, 0));
        text += part.substr(from, byte_of(part, span.end - std::max(begin, start), from) - from);
    }
    return text;
}

std::int64_t characters_of(const Reading& reading, DocumentId document)
{
    return reading.row<std::int64_t>("SELECT characters FROM document_facts WHERE document = ?", document).value_or(0);
}

std::string Slices::operator()(DocumentId document, Span span)
{
    if (document != document_) {
        document_ = document;
        text_ = text_of(reading_, document);
        bytes_.clear();
        characters_ = 0;
        for (std::size_t at = 0; at < text_.size(); ++at) {
            if (!begins_code_point(text_[at])) continue;
            if (characters_++ % 256 == 0) bytes_.push_back(at);
        }
    }
    const auto byte = [&](std::int64_t position) {
        if (position >= characters_) return text_.size();
        return byte_of(text_, position % 256, bytes_[static_cast<std::size_t>(position / 256)]);
    };
    if (span.begin >= span.end || span.begin < 0) return {};
    const auto from = byte(span.begin);
    return text_.substr(from, byte(span.end) - from);
}

std::vector<Turn> turns_of(const Reading& reading, DocumentId document)
{
    std::vector<Turn> turns;
    auto row = reading.ask(
        "SELECT turn, begin, \"end\", label_end, speaker, seconds FROM turn_place WHERE document = ? ORDER BY turn",
        document);
    while (row.next())
        turns.push_back({row.get<int>(0),
                         {row.get<std::int64_t>(1), row.get<std::int64_t>(2)},
                         row.get<std::int64_t>(3),
                         row.get<std::optional<std::string>>(4),
                         row.get<std::optional<double>>(5)});
    return turns;
}

std::vector<QuotationId> emptied_quotations(const Reading& reading)
{
    return reading.rows<QuotationId>(
        "SELECT quotation FROM quotation_place WHERE begin = \"end\" ORDER BY document, begin, quotation");
}

}
