#pragma once
#include "coding/quotation_list.h"
#include <filesystem>

namespace coding
{

/// Where a quotation comes from, as a text cites it: "(DMPP5, 3:12)"; by its case, else its speaker, else its document.
std::string citation_of(const QuotationRow& row);

/// A quotation as it stands in a text: "«Fue el tema del papel.» (DMPP5, 3:12)". Its paragraphs are lines.
std::string cited(const QuotationRow& row);

/// What a file of quotations says above them.
struct QuotationHead {
    std::string title = {}; ///< default: "Quotations"
    std::string about = {}; ///< which they are: "Code: Cero papel"
};

/// Writes quotations in the order given; the suffix says the format. `.csv` and `.xlsx` are tables with one row a
/// quotation: number, document, paragraph, participant, speaker, codes, coders, text, name, comment. `.docx`, `.odt`,
/// `.html`, `.pdf` and `.md` are to be read: each quotation with its citation, its codes and its comment. Errors:
/// bad_value (another suffix), too_large (a text beyond what a cell holds), not_found (the folder), read_only,
/// disk_full.
Result<void> export_quotations(const Reading& reading, const std::vector<Quotation>& quotations,
                               const std::filesystem::path& file, const QuotationHead& head = {});

}
