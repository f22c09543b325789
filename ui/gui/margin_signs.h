#pragma once
#include "coding/memo.h"
#include "coding/quotation.h"
#include <string>
#include <vector>

namespace gui
{

/// What is written about a quotation, as the margin shows it: at its first line.
struct MarginSign {
    coding::QuotationId quotation;
    std::string label; ///< "3:12"
    std::int64_t at;   ///< where it begins
    std::string comment;
    std::vector<coding::Memo> memos;
};

/// The quotations of a document that have a comment or a memo, by place.
std::vector<MarginSign> margin_signs(const std::vector<coding::Quotation>& quotations,
                                     const std::vector<coding::Memo>& memos, workbench::DocumentId document);

}
