#include "coding/document_intake.h"
#include "coding/code.h"
#include "coding/coding.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <map>

namespace coding
{

using workbench::fail;
using workbench::Op;
using workbench::Remark;
using workbench::say;
using workbench::source;
using workbench::tr;

namespace
{

/// ECMA-376 part 1, 17.18.40: the colours of Word's marker, as codes.
struct MarkerColour {
    std::string_view word;
    const char* title;
    const char* color;
};
constexpr MarkerColour markers[] = {
    {"yellow", source("Yellow highlight"), "#F0E442"},
    {"green", source("Green highlight"), "#009E73"},
    {"cyan", source("Cyan highlight"), "#56B4E9"},
    {"magenta", source("Magenta highlight"), "#CC79A7"},
    {"blue", source("Blue highlight"), "#0072B2"},
    {"red", source("Red highlight"), "#D55E00"},
    {"darkBlue", source("Dark blue highlight"), "#00338D"},
    {"darkCyan", source("Teal highlight"), "#00787A"},
    {"darkGreen", source("Dark green highlight"), "#00603A"},
    {"darkMagenta", source("Violet highlight"), "#7A3B76"},
    {"darkRed", source("Dark red highlight"), "#8C1D18"},
    {"darkYellow", source("Ochre highlight"), "#A07800"},
    {"darkGray", source("Dark grey highlight"), "#5F6368"},
    {"lightGray", source("Grey highlight"), "#9AA0A6"},
    {"black", source("Black highlight"), "#202124"},
    {"white", source("White highlight"), "#BDBDBD"},
};

const MarkerColour* marker_of(std::string_view word)
{
    for (const auto& marker : markers)
        if (marker.word == word) return &marker;
    return nullptr;
}

/// Makes the quotations of one import; the codes of colours are made when first needed.
class Quoting
{
 public:
    explicit Quoting(Project& project) : project_(project) {}

    Result<void> quote(DocumentId document, const std::vector<Remark>& remarks)
    {
        std::map<Span, std::string> comments;
        for (const auto& remark : remarks) {
            const Span span{static_cast<std::int64_t>(remark.begin), static_cast<std::int64_t>(remark.end)};
            if (remark.kind == Remark::Kind::comment) {
                auto& said = comments[span];
                said += (said.empty() ? "" : "\n") + (remark.author.empty() ? "" : remark.author + ": ") + remark.text;
            } else {
                const auto code = code_for(remark.color);
                if (!code) return fail(code.error());
                if (auto good = count(mark(project_, document, span, {*code})); !good) return good;
            }
        }
        for (const auto& [span, comment] : comments)
            if (auto good = count(mark(project_, document, span, {}, {.comment = comment})); !good) return good;
        return {};
    }
    std::int64_t made() const { return made_; }

 private:
    Result<void> count(const Result<Marked>& marked)
    {
        if (!marked) return fail(marked.error());
        made_ += marked->is_new;
        return {};
    }
    Result<CodeId> code_for(const std::string& color)
    {
        const auto known = codes_.find(color);
        if (known != codes_.end()) return known->second;
        const auto name = code_of_highlight(color);
        auto code = find_code(project_, name);
        if (!code) {
            const auto* marker = marker_of(color);
            code = add_code(project_, {.path = name,
                                       .origin = Origin::emergent,
                                       .color = marker ? std::optional<std::string>(marker->color) : std::nullopt});
        }
        if (code) codes_[color] = *code;
        return code;
    }

    Project& project_;
    std::map<std::string, CodeId> codes_;
    std::int64_t made_ = 0;
};

}

std::string code_of_highlight(std::string_view color)
{
    const auto* marker = marker_of(color);
    return marker ? tr(marker->title) : say("Highlight {}", color);
}

Result<Intake> import_with_remarks(Project& project, std::vector<workbench::Draft> drafts,
                                   workbench::Progress& progress)
{
    return project.change(Op::import_documents, [&](Change&) -> Result<Intake> {
        auto report = workbench::import_drafts(project, std::move(drafts), progress);
        if (!report) return fail(report.error());
        Quoting quoting(project);
        for (const auto& document : report->imported)
            if (const auto good = quoting.quote(document.id, document.remarks); !good) return fail(good.error());
        return Intake{std::move(*report), quoting.made()};
    });
}

}
