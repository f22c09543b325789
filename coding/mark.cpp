#include "coding/code.h"
#include "coding/code_tree.h"
#include "coding/coding.h"
#include "sentence.h"
#include "workbench/anchor.h"
#include "workbench/change.h"
#include "workbench/project.h"
#include "workbench/tr.h"
#include <algorithm>
#include <map>

namespace coding
{

using workbench::ErrorCode;
using workbench::fail;
using workbench::Op;
using workbench::say;

namespace
{

Result<void> known_codes(const CodeTree& tree, const std::vector<CodeId>& codes)
{
    for (const auto code : codes)
        if (!tree.index_of(code)) return gone(say("There is no code #{}.", code.value));
    return {};
}

Result<void> sound_weight(const MarkOptions& options)
{
    if (!options.weight || (*options.weight >= 0 && *options.weight <= 100)) return {};
    return fail(ErrorCode::bad_value, say("A weight of {} is not possible.", *options.weight),
                say("Weights go from 0 to 100."));
}

Result<void> known_document(const Reading& reading, DocumentId document)
{
    if (reading.row<DocumentId>("SELECT id FROM document WHERE id = ?", document)) return {};
    return gone(say("There is no document #{}.", document.value));
}

QuotationId add_quotation(Change& change, DocumentId document, Span span)
{
    const auto id = change.new_object<QuotationId>(workbench::ObjectKind::quotation);
    change.run("INSERT INTO quotation (id, document, number, copy, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?)",
               id, document, change.next_quotation_number(document), change.copy_letter(), change.now(),
               change.coder());
    workbench::add_text_anchor(change, id, document, span);
    return id;
}

/// Puts one code on a quotation; whether that was new.
bool put_code(Change& change, QuotationId quotation, CodeId code, const MarkOptions& options)
{
    const auto there =
        change.row<CodingId>("SELECT id FROM coding WHERE quotation = ? AND code = ? AND coder = ? LIMIT 1", quotation,
                             code, change.coder());
    if (there && options.weight)
        change.run("UPDATE coding SET weight = ?1 WHERE id = ?2 AND weight IS NOT ?1", options.weight, *there);
    if (there) return false;
    change.run("INSERT INTO coding (id, quotation, code, coder, at, weight, origin_query) VALUES (?, ?, ?, ?, ?, ?, ?)",
               change.next_id<CodingId>(), quotation, code, change.coder(), change.now(), options.weight,
               options.origin_query);
    return true;
}

/// Marks place after place with the same codes.
class Marker
{
 public:
    Marker(Change& change, const std::vector<CodeId>& codes, const MarkOptions& options)
        : change_(change), codes_(codes), options_(options)
    {
    }

    Result<Marked> operator()(DocumentId document, Span span)
    {
        if (const auto fit = workbench::fits(change_, document, span); !fit) return fail(fit.error());
        Marked marked{};
        if (const auto there = quotation_at(change_, document, span)) {
            marked.quotation = *there;
        } else {
            marked.quotation = add_quotation(change_, document, span);
            marked.is_new = true;
        }
        for (const auto code : codes_) marked.created += put_code(change_, marked.quotation, code, options_);
        if (options_.comment && !options_.comment->empty())
            change_.run("UPDATE quotation SET comment = ?1 WHERE id = ?2 AND comment IS NOT ?1", *options_.comment,
                        marked.quotation);
        return marked;
    }

 private:
    Change& change_;
    const std::vector<CodeId>& codes_;
    const MarkOptions& options_;
};

std::string paths_of(const CodeTree& tree, const std::vector<CodeId>& codes)
{
    std::string paths;
    for (const auto code : codes) paths += (paths.empty() ? "" : ", ") + tree.path_of(code);
    return paths;
}

}

Result<Marked> mark(Project& project, DocumentId document, Span span, const std::vector<CodeId>& codes,
                    const MarkOptions& options)
{
    if (const auto sound = sound_weight(options); !sound) return fail(sound.error());
    return project.change(Op::mark, [&](Change& change) -> Result<Marked> {
        const CodeTree tree(change);
        if (const auto known = known_codes(tree, codes); !known) return fail(known.error());
        if (const auto known = known_document(change, document); !known) return fail(known.error());
        auto marked = Marker(change, codes, options)(document, span);
        if (!marked) return marked;
        marked->label = label_of(change, marked->quotation);
        change.about(codes.empty() ? marked->label : marked->label + " \u00b7 " + paths_of(tree, codes));
        return marked;
    });
}

Result<MarkedPassages> mark_passages(Project& project, const std::vector<Passage>& passages,
                                     const std::vector<CodeId>& codes, const MarkOptions& options)
{
    if (const auto sound = sound_weight(options); !sound) return fail(sound.error());
    return project.change(Op::autocode, [&](Change& change) -> Result<MarkedPassages> {
        const CodeTree tree(change);
        if (const auto known = known_codes(tree, codes); !known) return fail(known.error());
        Marker marker(change, codes, options);
        MarkedPassages all;
        std::optional<DocumentId> last;
        std::map<Passage, QuotationId> done;
        for (const auto& passage : passages) {
            if (done.contains(passage)) continue;
            if (last != passage.document)
                if (const auto known = known_document(change, passage.document); !known) return fail(known.error());
            last = passage.document;
            const auto marked = marker(passage.document, passage.span);
            if (!marked) return fail(marked.error());
            done.emplace(passage, marked->quotation);
            all.quotations.push_back(marked->quotation);
            all.created += marked->created;
        }
        change.about(paths_of(tree, codes) + (options.origin_query ? " \u00b7 " + *options.origin_query : ""));
        return all;
    });
}

Result<int> unmark(Project& project, QuotationId quotation, const std::vector<CodeId>& codes)
{
    return project.change(Op::unmark, [&](Change& change) -> Result<int> {
        const auto label = label_of(change, quotation);
        if (label.empty()) return gone(say("There is no quotation #{}.", quotation.value));
        const CodeTree tree(change);
        if (const auto known = known_codes(tree, codes); !known) return fail(known.error());
        const auto coder = coder_named(change, project.coder());
        if (!coder) return 0;
        int removed = 0;
        for (const auto& [coding, code] : change.rows<std::tuple<CodingId, CodeId>>(
                 "SELECT id, code FROM coding WHERE quotation = ? AND coder = ?", quotation, *coder)) {
            if (!codes.empty() && std::ranges::find(codes, code) == codes.end()) continue;
            drop_coding(change, coding);
            ++removed;
        }
        change.about(codes.empty() ? label : label + " \u00b7 " + paths_of(tree, codes));
        return removed;
    });
}

}
