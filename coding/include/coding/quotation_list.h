#pragma once
#include "coding/quotation.h"
#include "workbench/study_case.h"
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace coding
{

/// A value that a case or a document should have, in the variable's own spelling.
struct VariableIs {
    workbench::Variable variable;
    std::string value;
};
/// "edad=34" as a condition. Errors: not_found (variable), bad_value (no `=`, or a value of another type).
Result<VariableIs> condition_in(const Reading& reading, std::string_view text);

/// Which quotations; what is not set asks for nothing.
struct QuotationFilter {
    std::vector<CodeId> codes = {}; ///< any of these
    bool children = false;          ///< with all codes below them
    std::optional<DocumentId> document = {};
    std::optional<std::string> speaker = {};            ///< of the begin of the quotation; case does not count
    std::optional<VariableIs> where = {};               ///< of its case (see workbench::case_of), or of its document
    std::optional<CoderId> coder = {};                  ///< with a coding by them (of `codes`, when there are some)
    std::optional<std::vector<QuotationId>> among = {}; ///< for instance what a search found
};

/// The quotations in document order: document number, place, number; those without text last in their document. Light:
/// reads no text (but for `speaker` and `where`), so that a list of many thousands shows at once.
std::vector<Quotation> quotations(const Reading& reading, const QuotationFilter& filter = {});

/// Those of a document that have a comment, or a memo on them, in the same order.
std::vector<Quotation> annotated_quotations(const Reading& reading, DocumentId document);

/// How many quotations the documents have; those without one are not there.
std::map<DocumentId, std::int64_t> quotation_counts(const Reading& reading);
std::int64_t quotation_count(const Reading& reading, DocumentId document);

/// A quotation with all that a list shows of it.
struct QuotationRow {
    Quotation quotation;
    std::string document;               ///< name
    int paragraph = 0;                  ///< of its begin, from 1; 0 without text
    std::optional<std::string> speaker; ///< of its begin
    std::optional<std::string> study_case;
    std::vector<std::string> codes;  ///< paths of all codes on it, in tree order
    std::vector<std::string> coders; ///< of these, by name
    std::string text;
};

/// Fills in rows one by one; fastest in document order. Good until the next change.
class QuotationReader
{
 public:
    explicit QuotationReader(const Reading& reading);
    ~QuotationReader();
    QuotationReader(const QuotationReader&) = delete;
    QuotationReader& operator=(const QuotationReader&) = delete;
    QuotationRow operator()(const Quotation& quotation);

 private:
    class Known;
    std::unique_ptr<Known> known_;
};

/// All rows of a filter.
std::vector<QuotationRow> quotation_rows(const Reading& reading, const QuotationFilter& filter = {});

}
