#include "reading.h"
#include "flow.h"
#include "workbench/tr.h"
#include <algorithm>

namespace workbench
{

Result<SourceText> source_from(Flow& flow, std::vector<std::string> warnings)
{
    if (flow.too_large()) return text_too_large(flow.limit());
    return SourceText{flow.finish(), {}, std::move(warnings), {}, {}};
}

tl::unexpected<Error> text_too_large(std::size_t limit)
{
    return fail(ErrorCode::too_large,
                say("The text of the file is longer than {} MB, the most that one document may have.", limit >> 20),
                say("Divide it into several files and import those."));
}

tl::unexpected<Error> damaged(std::string_view format)
{
    return fail(ErrorCode::bad_file, say("The file is damaged, or it is no {} file.", format),
                say("Open it in the program that made it and save it again."));
}

tl::unexpected<Error> from_paper(const paper::Problem& problem, std::string_view format)
{
    switch (problem.kind) {
    case paper::ProblemKind::encrypted:
        return fail(ErrorCode::encrypted, say("The file is protected with a password."),
                    say("Save a copy without a password and import that."));
    case paper::ProblemKind::too_large:
        return fail(ErrorCode::too_large, say("The file unfolds to more than Quipu takes in."),
                    say("Import it only if you know who made it: save it again and try with the copy."));
    default: return damaged(format);
    }
}

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t from = 0; from < text.size();) {
        const auto to = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return lines;
}

std::string_view trimmed(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t\n");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\n") - from + 1);
}

std::string lower_ascii(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

}
