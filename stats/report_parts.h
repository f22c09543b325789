#pragma once
#include "coding/quotation_list.h"
#include "paper/blocks.h"
#include "stats/number_format.h"
#include "workbench/progress.h"
#include "workbench/result.h"
#include "workbench/rows.h"
#include <string>
#include <vector>

/// What the sources of the report share: each part adds its blocks.
namespace stats::report
{

struct Making {
    const workbench::Reading& reading;
    workbench::Progress& progress;
    NumberFormat format;
    std::vector<paper::Block> blocks;

    void add(paper::Block block) { blocks.push_back(std::move(block)); }
    void heading(int level, std::string text) { add(paper::Heading{level, std::move(text)}); }
    void paragraph(paper::Inlines text) { add(paper::Paragraph{std::move(text)}); }
};

workbench::Result<void> add_methods(Making& making);
workbench::Result<void> add_findings(Making& making);
workbench::Result<void> add_networks(Making& making);
workbench::Result<void> add_codebook(Making& making);
workbench::Result<void> add_quotations(Making& making);
workbench::Result<void> add_memos(Making& making);

/// A literal quotation with its citation.
paper::BlockQuotation quoted(const coding::QuotationRow& row);
/// "(DMPP5, 5:3)": the case, else the speaker, else the document.
std::string citation(const coding::QuotationRow& row);

}
