#include "coding/quotation.h"
#include "sentence.h"
#include "workbench/object.h"
#include "workbench/rows.h"
#include "workbench/text.h"
#include "workbench/tr.h"
#include <algorithm>
#include <charconv>
#include <set>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::say;

std::string quotation_label(int document_number, std::string_view document_copy, int number, std::string_view copy)
{
    auto label = std::to_string(document_number) + std::string(document_copy) + ":" + std::to_string(number);
    if (copy != document_copy) label += copy.empty() ? "a" : copy;
    return label;
}

std::string Quotation::label() const
{
    return quotation_label(document_number, document_copy, number, copy);
}

namespace
{

/// A number with the letter of the copy that gave it: 12, 12b, 12-k7f.
struct Numbered {
    int number;
    std::string copy;
};

bool is_copy(std::string_view text)
{
    const bool dashed = text.starts_with('-');
    if (dashed) text.remove_prefix(1);
    if (dashed && text.empty()) return false;
    for (const char c : text)
        if (!(c >= 'a' && c <= 'z') && !(dashed && c >= '0' && c <= '9')) return false;
    return true;
}

std::optional<Numbered> numbered_in(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number < 1) return std::nullopt;
    const auto copy = text.substr(static_cast<std::size_t>(end - text.data()));
    if (!is_copy(copy)) return std::nullopt;
    return Numbered{number, std::string(copy)};
}

/// "12b:3" taken apart; the quotation's copy is the document's where none is written.
struct Label {
    Numbered document, quotation;
};

std::optional<Label> label_in(std::string_view ref)
{
    const auto colon = ref.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto document = numbered_in(ref.substr(0, colon));
    auto quotation = numbered_in(ref.substr(colon + 1));
    if (!document || !quotation) return std::nullopt;
    if (quotation->copy.empty())
        quotation->copy = document->copy;
    else if (quotation->copy == "a")
        quotation->copy.clear();
    return Label{*document, *quotation};
}

std::set<QuotationId> labelled(const Reading& reading, const Label& label)
{
    std::set<QuotationId> found;
    for (const auto document :
         reading.rows<DocumentId>("SELECT id FROM document WHERE number = ?1 AND copy = ?2 UNION "
                                  "SELECT document FROM document_alias WHERE number = ?1 AND copy = ?2",
                                  label.document.number, label.document.copy))
        for (const auto id :
             reading.rows<QuotationId>("SELECT id FROM quotation WHERE document = ? AND number = ? AND copy = ?",
                                       document, label.quotation.number, label.quotation.copy))
            found.insert(id);
    return found;
}

}

std::string label_of(const Reading& reading, QuotationId id)
{
    const auto found = quotation(reading, id);
    return found ? found->label() : std::string();
}

std::string opening_of(const Reading& reading, const Quotation& quotation, std::int64_t most)
{
    if (!quotation.span) return {};
    const auto& [begin, end] = *quotation.span;
    return workbench::slice(reading, quotation.document, {begin, std::min(end, begin + most)});
}

Result<QuotationId> find_quotation(const Reading& reading, std::string_view ref)
{
    if (const auto id = workbench::id_in(ref)) {
        if (reading.row<QuotationId>("SELECT id FROM quotation WHERE id = ?", *id)) return QuotationId{*id};
        return fail(ErrorCode::not_found, say("There is no quotation {}.", ref),
                    say("The list of quotations shows their ids."));
    }
    const auto label = label_in(ref);
    if (!label)
        return fail(ErrorCode::bad_value, say("\"{}\" does not name a quotation.", ref),
                    say("Write the document's number, a colon and the quotation's number: 3:12."));
    const auto found = labelled(reading, *label);
    if (found.size() == 1) return *found.begin();
    if (found.empty())
        return fail(ErrorCode::not_found, say("There is no quotation {}.", ref),
                    say("The list of quotations shows their numbers."));
    std::vector<std::string> ids;
    for (const auto id : found) ids.push_back("#" + std::to_string(id.value));
    return fail(ErrorCode::ambiguous, say("Several quotations are called {}: {}.", ref, listing(ids)),
                say("Name the one you mean by its id."));
}

}
