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
#include <set>
#include <span>

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

/// The quotations of one document by their place, the smallest id first.
std::map<Span, QuotationId> places_in(const Reading& reading, DocumentId document)
{
    std::map<Span, QuotationId> places;
    auto row = reading.ask(
        "SELECT begin, \"end\", quotation FROM quotation_place WHERE document = ? ORDER BY quotation", document);
    while (row.next())
        places.try_emplace({row.get<std::int64_t>(0), row.get<std::int64_t>(1)}, row.get<QuotationId>(2));
    return places;
}

/// Marks place after place with the same codes.
class Marker
{
 public:
    Marker(Change& change, const std::vector<CodeId>& codes, const MarkOptions& options)
        : change_(change), options_(options)
    {
        for (const auto code : codes)
            if (std::ranges::find(codes_, code) == codes_.end()) codes_.push_back(code);
    }

    Result<Marked> operator()(DocumentId document, Span span)
    {
        if (const auto fit = fits(document, span); !fit) return fail(fit.error());
        const auto marked = mark(document, span, place(document, span));
        if (document == remembered_) places_.try_emplace(span, marked.quotation);
        return marked;
    }

    /// Many passages of one document are coming: what is known of it is asked for once.
    void remember(DocumentId document)
    {
        remembered_ = document;
        characters_ = workbench::characters_of(change_, document);
        places_ = places_in(change_, document);
    }

 private:
    Result<void> fits(DocumentId document, Span span) const
    {
        if (document == remembered_ && span.begin >= 0 && span.begin < span.end && span.end <= characters_) return {};
        return workbench::fits(change_, document, span);
    }

    std::optional<QuotationId> place(DocumentId document, Span span) const
    {
        if (document != remembered_) return quotation_at(change_, document, span);
        const auto there = places_.find(span);
        if (there == places_.end()) return std::nullopt;
        return there->second;
    }

    Marked mark(DocumentId document, Span span, std::optional<QuotationId> there)
    {
        Marked marked{};
        marked.is_new = !there;
        marked.quotation = there ? *there : add_quotation(document, span);
        for (const auto code : codes_) marked.created += put_code(marked.quotation, code, marked.is_new);
        if (options_.comment && !options_.comment->empty())
            change_.run("UPDATE quotation SET comment = ?1 WHERE id = ?2 AND comment IS NOT ?1", *options_.comment,
                        marked.quotation);
        return marked;
    }

    QuotationId add_quotation(DocumentId document, Span span)
    {
        const auto id = change_.new_object<QuotationId>(workbench::ObjectKind::quotation);
        change_.run(
            "INSERT INTO quotation (id, document, number, copy, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?)", id,
            document, change_.next_quotation_number(document), change_.copy_letter(), change_.now(), coder());
        workbench::add_text_anchor(change_, id, document, span);
        return id;
    }

    /// Puts one code on a quotation; whether that was new.
    bool put_code(QuotationId quotation, CodeId code, bool on_new)
    {
        const auto there =
            on_new
                ? std::nullopt
                : change_.row<CodingId>("SELECT id FROM coding WHERE quotation = ? AND code = ? AND coder = ? LIMIT 1",
                                        quotation, code, coder());
        if (there && options_.weight)
            change_.run("UPDATE coding SET weight = ?1 WHERE id = ?2 AND weight IS NOT ?1", options_.weight, *there);
        if (there) return false;
        change_.run(
            "INSERT INTO coding (id, quotation, code, coder, at, weight, origin_query) VALUES (?, ?, ?, ?, ?, ?, ?)",
            change_.next_id<CodingId>(), quotation, code, coder(), change_.now(), options_.weight,
            options_.origin_query);
        return true;
    }

    CoderId coder()
    {
        if (!coder_) coder_ = change_.coder();
        return coder_;
    }

    Change& change_;
    std::vector<CodeId> codes_;
    const MarkOptions& options_;
    CoderId coder_;
    DocumentId remembered_; ///< what follows is of this document
    std::int64_t characters_ = 0;
    std::map<Span, QuotationId> places_;
};

/// Whether the passages begin with so many of one document that reading all its places pays.
bool worth_remembering(std::span<const Passage> passages)
{
    constexpr std::size_t many = 16;
    return passages.size() >= many && passages[many - 1].document == passages.front().document;
}

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
        std::set<QuotationId> done;
        std::optional<DocumentId> last;
        for (const auto& passage : passages) {
            const auto rest = std::span(passages).subspan(static_cast<std::size_t>(&passage - passages.data()));
            if (last != passage.document) {
                if (const auto known = known_document(change, passage.document); !known) return fail(known.error());
                if (worth_remembering(rest)) marker.remember(passage.document);
            }
            last = passage.document;
            const auto marked = marker(passage.document, passage.span);
            if (!marked) return fail(marked.error());
            if (done.insert(marked->quotation).second) all.quotations.push_back(marked->quotation);
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
