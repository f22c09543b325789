#include "child.h"
#include "flow.h"
#include "reading.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

// PDF is read by the program quipu-reader: a damaged or hostile file may bring down that child, never us.
namespace workbench
{
namespace
{

std::filesystem::path reader_program(const ReadOptions& options)
{
    if (!options.reader.empty()) return options.reader;
    if (const char* named = std::getenv("QUIPU_READER"); named && *named) return named;
    std::error_code ignored;
    const auto here = std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
    for (const auto& place : {here / "quipu-reader", here.parent_path() / "libexec/quipu/quipu-reader",
                              here.parent_path() / "lib/quipu/quipu-reader"})
        if (std::filesystem::exists(place, ignored)) return place;
    return "/usr/bin/quipu-reader";
}

struct Answer {
    std::vector<std::string> pages;
    std::string problem;
    bool complete = false;
};

/// One JSON object a line: `{"page":1,"text":"…"}`, at the end `{"pages":n}`, or `{"problem":"encrypted"}`.
std::optional<Answer> answer_in(std::string_view output)
{
    Answer answer;
    for (const auto line : lines_of(output)) {
        const auto row = nlohmann::json::parse(line, nullptr, false);
        if (!row.is_object()) return {};
        if (row.contains("text") && row["text"].is_string()) answer.pages.push_back(row["text"]);
        if (row.contains("problem") && row["problem"].is_string()) answer.problem = row["problem"];
        answer.complete = answer.complete || row.contains("pages");
    }
    return answer;
}

auto gave_up(const ChildEnd& end, const ReadOptions& options)
{
    if (end.timed_out)
        return fail(ErrorCode::bad_file, say("Reading the PDF took longer than {} seconds.", options.seconds),
                    say("Open it in a PDF program, print it to a new PDF and import that."));
    return fail(ErrorCode::bad_file, say("The PDF cannot be read: it is damaged, or needs too much memory."),
                say("Open it in a PDF program, print it to a new PDF and import that."));
}

/// The lines that hold something; how much room lies between two is not text.
std::string page_text(std::string_view page)
{
    Lines kept;
    for (const auto line : lines_of(page)) {
        const auto end = line.find_last_not_of(" \t\f\r");
        const auto from = line.find_first_not_of("\f");
        if (end != std::string_view::npos && from <= end) kept.emplace_back(line.substr(from, end - from + 1));
    }
    return joined(kept);
}

Result<SourceText> text_of_pages(const std::vector<std::string>& pages, const ReadOptions& options)
{
    SourceText source;
    std::size_t empty = 0, at = 0; // `at` in code points
    for (const auto& page : pages) {
        const auto text = page_text(page);
        empty += text.empty();
        if (!text.empty() && !source.text.empty()) source.text += '\n', ++at;
        source.pages.push_back(at);
        source.text += text;
        at += static_cast<std::size_t>(code_points(text));
    }
    if (source.text.size() > options.text_limit) return text_too_large(options.text_limit);
    if (source.text.empty())
        return fail(ErrorCode::unsupported, say("The PDF has no text: its pages are pictures."),
                    say("Run it through an OCR program (ocrmypdf is one) and import the result."));
    if (empty > 0)
        source.warnings.push_back(say_n("{} page has no text; it may be a picture.",
                                        "{} pages have no text; they may be pictures.", static_cast<long long>(empty),
                                        empty));
    return source;
}

}

Result<SourceText> read_pdf(std::string_view bytes, const ReadOptions& options)
{
    if (bytes.substr(0, 1024).find("%PDF-") == std::string_view::npos) return damaged("PDF");
    const auto most_output = 2 * options.text_limit + (std::size_t{1} << 20);
    const auto end = run_child(reader_program(options), {"pdf"}, bytes, options.seconds, most_output);
    if (!end) return fail(end.error());
    if (end->talked_too_much) return text_too_large(options.text_limit);
    if (end->exit_code == 127)
        return fail(ErrorCode::external_tool, say("The program quipu-reader, which reads PDF, is missing."),
                    say("Install Quipu again, or name the program in the environment variable QUIPU_READER."));

    const auto answer = answer_in(end->output);
    if (answer && answer->problem == "encrypted") return from_paper({paper::ProblemKind::encrypted, {}}, "PDF");
    if (answer && answer->problem == "bad_file") return damaged("PDF");
    if (!answer || !answer->complete || end->exit_code != 0) return gave_up(*end, options);
    return text_of_pages(answer->pages, options);
}

}
