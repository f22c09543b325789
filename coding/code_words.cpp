#include "coding/code_words.h"
#include "coding/search_fields.h"
#include <algorithm>
#include <map>

namespace coding
{
namespace
{

using Spans = std::vector<workbench::Span>;

/// Spans that touch or overlap made one.
Spans united(Spans spans)
{
    std::sort(spans.begin(), spans.end());
    Spans out;
    for (const auto& span : spans) {
        if (!out.empty() && span.begin <= out.back().end)
            out.back().end = std::max(out.back().end, span.end);
        else
            out.push_back(span);
    }
    return out;
}

struct Coded {
    CodeWords words;
    std::map<DocumentId, Spans> spans;
};

workbench::Result<Coded> coded_with(const Reading& reading, const CodeNode& code, search::StopWords stop, bool stem)
{
    Coded coded{{code, search::Vocabulary(stop, stem)}, {}};
    const auto ref = "#" + std::to_string(code.id.value);
    const auto stretches = search_fields(reading)({search::FieldKind::code, "code", ref, 0});
    if (!stretches) return workbench::fail(stretches.error());
    for (const auto& [document, span] : *stretches) coded.spans[document].push_back(span);
    for (auto& [document, spans] : coded.spans) spans = united(std::move(spans));
    return coded;
}

}

workbench::Result<std::vector<CodeWords>> words_by_code(const Reading& reading, const search::Passages& passages,
                                                        search::StopWords stop, bool stem)
{
    std::vector<Coded> all;
    const CodeTree tree(reading);
    for (const auto& code : tree.nodes()) {
        auto coded = coded_with(reading, code, stop, stem);
        if (!coded) return workbench::fail(coded.error());
        all.push_back(std::move(*coded));
    }
    passages.each([&](const workbench::Document& document, std::size_t, const search::PassageText& passage) {
        for (auto& coded : all) {
            const auto found = coded.spans.find(document.id);
            if (found == coded.spans.end()) continue;
            for (const auto& span : found->second)
                if (span.begin < passage.end && passage.begin < span.end)
                    coded.words.words.add(document, passage, span);
        }
    });
    std::vector<CodeWords> out;
    for (auto& coded : all)
        if (coded.words.words.words() > 0) out.push_back(std::move(coded.words));
    return out;
}

}
