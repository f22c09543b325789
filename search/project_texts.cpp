#include "search/project_texts.h"
#include "workbench/sha256.h"
#include "workbench/words.h"
#include <algorithm>
#include <fmt/format.h>

namespace search
{
using namespace workbench;
namespace
{

/// Changes when passages are cut, or labels left out, by another rule.
constexpr std::string_view cutting_rules = "passages 2";

/// Of each document the hash of what decides on its passages and their words: rules, language, way of cutting, text and
/// labels.
std::map<DocumentId, std::string> hashes_of(const Reading& project)
{
    std::map<DocumentId, std::string> out;
    auto facts = project.ask("SELECT d.id, d.language, d.paragraphs, f.text_sha256, f.labels_sha256 FROM document d "
                             "JOIN document_facts f ON f.document = d.id");
    while (facts.next())
        out[facts.get<DocumentId>(0)] = sha256_hex(fmt::format("{}\n{}\n{}\n{}\n{}", cutting_rules, facts.view(1),
                                                               facts.view(2), facts.view(3), facts.view(4)));
    return out;
}

/// Cuts a text at code points that only grow.
class Cutter
{
 public:
    explicit Cutter(std::string_view text) : text_(text) {}
    std::string cut(Span span)
    {
        go_to(span.begin);
        const auto from = byte_;
        go_to(span.end);
        return std::string(text_.substr(from, byte_ - from));
    }

 private:
    void go_to(std::int64_t position)
    {
        for (; point_ < position && byte_ < text_.size(); ++point_)
            for (++byte_; byte_ < text_.size() && (static_cast<unsigned char>(text_[byte_]) & 0xC0) == 0x80;) ++byte_;
    }
    std::string_view text_;
    std::size_t byte_ = 0;
    std::int64_t point_ = 0;
};

/// Whether the passage begins inside the turn, an indent before the label not counted. A label further inside a
/// paragraph, which only a turn set by hand can have, stays among the words.
bool begins_in(const Turn& turn, const PassageText& passage)
{
    const auto indent = std::min(passage.text.find_first_not_of(" \t"), passage.text.size());
    return turn.span.begin <= passage.begin + static_cast<std::int64_t>(indent) && passage.begin < turn.span.end;
}

void put_turn(PassageText& passage, const Turn& turn)
{
    if (!begins_in(turn, passage)) return;
    passage.turn = turn.number;
    passage.speaker = turn.speaker.value_or("");
    passage.words_begin = std::clamp(turn.label_end, passage.begin, passage.end);
}

}

ProjectTexts::ProjectTexts(const Reading& project) : project_(project), documents_(documents(project))
{
    auto hashes = hashes_of(project);
    for (const auto& document : documents_) {
        places_[document.id] = heads_.size();
        heads_.push_back({std::move(hashes[document.id]), document.language});
    }
}

std::vector<PassageText> ProjectTexts::read(std::size_t i) const
{
    const auto& document = documents_[i];
    const auto text = text_of(project_, document.id);
    const auto turns = turns_of(project_, document.id);
    Cutter cutter(text);
    std::vector<PassageText> passages;
    auto turn = turns.begin();
    for (const auto span : paragraphs_in(text, document.joins_broken_lines)) {
        PassageText passage{span.begin, span.end, span.begin, cutter.cut(span), 0, {}};
        while (turn != turns.end() && turn->span.end <= span.begin) ++turn;
        if (turn != turns.end()) put_turn(passage, *turn);
        passages.push_back(std::move(passage));
    }
    return passages;
}

std::optional<PassageText> ProjectTexts::read_at(std::size_t i, std::int64_t begin, std::int64_t end) const
{
    const auto document = documents_[i].id;
    PassageText passage{begin, end, begin, slice(project_, document, {begin, end}), 0, {}};
    auto turn = project_.ask("SELECT turn, begin, \"end\", label_end, speaker FROM turn_place WHERE document = ?1 AND "
                             "\"end\" > ?2 ORDER BY turn LIMIT 1",
                             document, begin);
    if (turn.next())
        put_turn(passage, {turn.get<int>(0),
                           {turn.get<std::int64_t>(1), turn.get<std::int64_t>(2)},
                           turn.get<std::int64_t>(3),
                           turn.get<std::optional<std::string>>(4),
                           {}});
    return passage;
}

std::optional<std::size_t> ProjectTexts::place_of(DocumentId document) const
{
    const auto found = places_.find(document);
    return found == places_.end() ? std::nullopt : std::optional(found->second);
}

std::set<std::string> ProjectTexts::hashes() const
{
    std::set<std::string> out;
    for (const auto& head : heads_) out.insert(head.hash);
    return out;
}

}
