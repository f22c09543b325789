#include "study.h"
#include "bench/speech.h"
#include "coding/code.h"
#include "coding/coding.h"
#include "search/project_index.h"
#include "workbench/document.h"
#include "workbench/project.h"
#include "workbench/turns.h"
#include <cstdlib>
#include <map>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

namespace bench
{
namespace
{

using workbench::Change;
using workbench::DocumentId;
using workbench::Project;
using workbench::Result;

constexpr int codes = 2000, others = 49, in_others = 2000, in_long = 2000;

std::string transcript(std::size_t bytes)
{
    std::mt19937 random(20261121);
    const std::vector<std::string> words{"el",     "papel",        "la",       "cola",      "respondi\u00F3",
                                         "nadie",  "tr\u00E1mite", "a\u00F1o", "municipio", "sistema",
                                         "vecino", "\u00FAnico"};
    std::string text;
    for (int turn = 0; text.size() < bytes; ++turn) {
        text += turn % 2 ? "ANA: " : "ENTREVISTADORA: ";
        for (int word = 0; word < 70; ++word) text += words[random() % words.size()] + (word < 69 ? " " : ".\n\n");
    }
    return text;
}

DocumentId add(Change& change, const std::string& name, const std::string& text)
{
    workbench::NewDocument document;
    document.name = name;
    document.kind = "interview";
    document.text = text;
    document.text_sha256 = change.keep(text);
    document.turns = workbench::find_turns(text, {}).value().turns;
    return workbench::add_document(change, document);
}

void make(const std::filesystem::path& file)
{
    auto project = Project::create(file, "study", "es").value();
    project.set_coder("RM");
    std::vector<DocumentId> documents;
    std::vector<coding::CodeId> all;
    const auto fill = [&](Change& change) -> Result<int> {
        documents.push_back(add(change, "Larga", transcript(1'000'000)));
        const auto text = transcript(33'000);
        for (int i = 0; i < others; ++i) documents.push_back(add(change, "E" + std::to_string(i), text));
        for (int i = 0; i < codes; ++i) {
            const auto parent =
                i % 20 ? std::optional(all[static_cast<std::size_t>(i - i % 20)]) : std::optional<coding::CodeId>();
            all.push_back(coding::code_named(change, parent, "codigo " + std::to_string(i)));
        }
        return 0;
    };
    project.change(workbench::Op::demo, fill).value();
    std::mt19937 random(7);
    std::map<std::size_t, std::vector<coding::Passage>> shares;
    for (std::size_t i = 0; i < documents.size(); ++i)
        for (int n = 0; n < (i == 0 ? in_long : in_others); ++n) {
            const auto begin = static_cast<std::int64_t>(random() % (i == 0 ? 950'000 : 31'000));
            shares[random() % codes].push_back(
                {documents[i], {begin, begin + 20 + static_cast<std::int64_t>(random() % 280)}});
        }
    for (const auto& [code, passages] : shares) coding::mark_passages(project, passages, {all[code]}).value();
}

void make_very_long(const std::filesystem::path& file)
{
    auto project = Project::create(file, "very long", "es").value();
    project.set_coder("RM");
    std::vector<coding::Passage> passages;
    coding::CodeId code;
    const auto fill = [&](Change& change) -> Result<int> {
        const auto document = add(change, "Muy larga", transcript(5'000'000));
        code = coding::code_named(change, std::nullopt, "codigo");
        std::mt19937 random(8);
        for (int n = 0; n < in_long; ++n) {
            const auto begin = static_cast<std::int64_t>(random() % 4'500'000);
            passages.push_back({document, {begin, begin + 100}});
        }
        return 0;
    };
    project.change(workbench::Op::demo, fill).value();
    coding::mark_passages(project, passages, {code}).value();
}

}

Study::Study()
{
    const auto child = ::fork();
    if (child == 0) {
        make(file());
        make_very_long(very_long_file());
        ::_exit(0);
    }
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child || status != 0) std::abort();
}

const Study& study()
{
    static const Study made;
    return made;
}

Library::Library()
{
    auto project = Project::create(file(), "library", "es").value();
    project.set_coder("RM");
    const auto fill = [&](Change& change) -> Result<int> {
        Speech speech(1);
        for (int i = 0; i < 2'000; ++i) add(change, "E" + std::to_string(i), speech.transcript());
        return 0;
    };
    project.change(workbench::Op::demo, fill).value();
    workbench::Progress progress;
    search::bring_up_to_date(project, progress).value();
}

const Library& library()
{
    static const Library made;
    return made;
}

}
