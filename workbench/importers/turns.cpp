#include "workbench/turns.h"
#include "label_pattern.h"
#include "labels.h"
#include "reading.h"
#include "workbench/words.h"
#include <algorithm>
#include <map>

namespace workbench
{
namespace
{

/// A line of the text and what may be its label. Positions are code points of the text.
struct Line {
    Span span;
    bool blank = false;
    std::optional<Label> label;
    std::string speaker_key; ///< labels with one key are one speaker
    Span label_span;
};

std::vector<Line> lines_with_places(std::string_view text, const auto& label_of)
{
    std::vector<Line> lines;
    std::int64_t at = 0;
    for (const auto view : lines_of(text)) {
        Line line;
        const auto length = code_points(view);
        line.span = {at, at + length};
        line.blank = trimmed(view).empty() || view.find_first_not_of(" \t\f\v\r") == std::string_view::npos;
        if (!line.blank) line.label = label_of(view);
        if (line.label) {
            line.speaker_key = fold(line.label->name);
            line.label_span = {at + code_points(view.substr(0, line.label->begin)),
                               at + code_points(view.substr(0, line.label->end))};
        }
        lines.push_back(std::move(line));
        at += length + 1;
    }
    return lines;
}

/// What is known of one label by looking at the whole text.
struct Candidate {
    std::string name;
    LabelKind kind = LabelKind::never;
    int count = 0;
    bool timed = false, bracketed_only = true, opens_text = false, taken = false;
};

class Candidates
{
 public:
    /// `paragraphs`: how many the text has, broken lines taken together.
    Candidates(const std::vector<Line>& lines, std::size_t paragraphs);
    void choose();
    bool taken(const std::string& key) const { return found_.at(index_.at(key)).taken; }

 private:
    double coverage(const auto& counts) const;
    void take_if(const auto& fits);

    std::vector<Candidate> found_;
    std::map<std::string, std::size_t> index_;
    std::size_t paragraphs_;
};

Candidates::Candidates(const std::vector<Line>& lines, std::size_t paragraphs) : paragraphs_(paragraphs)
{
    bool first = true; // of the lines that are not blank
    for (const auto& line : lines) {
        const bool opens_text = !line.blank && std::exchange(first, false);
        if (!line.label) continue;
        const auto [place, is_new] = index_.try_emplace(line.speaker_key, found_.size());
        if (is_new) found_.push_back({line.label->name, kind_of(*line.label), 0, false, true, opens_text, false});
        auto& candidate = found_[place->second];
        ++candidate.count;
        candidate.timed = candidate.timed || line.label->seconds;
        candidate.bracketed_only = candidate.bracketed_only && line.label->in_brackets;
    }
}

/// Which part of the paragraphs begins with a label that `counts`.
double Candidates::coverage(const auto& counts) const
{
    int labelled = 0;
    for (const auto& candidate : found_)
        if (candidate.taken || counts(candidate)) labelled += candidate.count;
    return paragraphs_ > 0 ? static_cast<double>(labelled) / static_cast<double>(paragraphs_) : 0;
}

void Candidates::take_if(const auto& fits)
{
    for (auto& candidate : found_)
        if (candidate.kind != LabelKind::never && fits(candidate)) candidate.taken = true;
}

/// From what is certain by itself to what only the rest of the text makes likely.
void Candidates::choose()
{
    const auto in_capitals = [](const Candidate& c) {
        return c.kind == LabelKind::capitals || c.kind == LabelKind::code || c.kind == LabelKind::known;
    };
    const auto different = [&](const auto& counts) { return std::count_if(found_.begin(), found_.end(), counts); };
    take_if([](const Candidate& c) { return c.timed || (c.kind == LabelKind::known && !c.bracketed_only); });
    const auto any_taken = [&] { return different([](const auto& c) { return c.taken; }) > 0; };
    const bool many_codes = any_taken() || coverage(in_capitals) >= 0.15;
    take_if([&](const Candidate& c) {
        return c.kind == LabelKind::code && !c.bracketed_only && (c.opens_text || many_codes);
    });

    const bool certain = any_taken();
    const bool dialogue = different(in_capitals) > 1 && coverage(in_capitals) >= 0.3;
    const bool often = coverage([&](const auto& c) { return in_capitals(c) && c.count > 1; }) >= 0.1;
    take_if([&](const Candidate& c) {
        return in_capitals(c) && (dialogue || (certain && !c.bracketed_only) || (c.count > 1 && (certain || often)));
    });

    // Names that come once only are speakers when nobody else answers: else "Entonces: nada" would be one.
    const auto named = [](const Candidate& c) { return c.kind == LabelKind::name && !c.bracketed_only; };
    const bool answered = different([](const auto& c) { return c.taken && !is_interviewer(c.name); }) > 0;
    const bool all_named =
        !answered && different([&](const auto& c) { return c.taken || named(c); }) > 1 && coverage(named) >= 0.5;
    const bool names_often = coverage([&](const auto& c) { return named(c) && c.count > 1; }) >= 0.2;
    take_if([&](const Candidate& c) {
        return named(c) && (all_named || (c.count > 1 && names_often) || (c.count > 2 && certain));
    });
}

/// Every label with its verdict, what the user said before what was guessed; the lines keep only speakers.
std::vector<FoundLabel> settle(std::vector<Line>& lines, const SpeakerRule& rule, const auto& guessed)
{
    std::map<std::string, bool> told;
    for (const auto& [label, speaker] : rule.told) told[fold(label)] = speaker;
    std::vector<FoundLabel> labels;
    std::map<std::string, std::size_t> index;
    for (auto& line : lines) {
        if (!line.label) continue;
        const auto& key = line.speaker_key;
        const auto [place, is_new] = index.try_emplace(key, labels.size());
        if (is_new) {
            const auto said = told.find(key);
            labels.push_back({line.label->name, 0, said == told.end() ? guessed(key) : said->second});
        }
        ++labels[place->second].count;
        if (!labels[place->second].speaker) line.label.reset();
    }
    return labels;
}

std::optional<double> time_of(const Line& line, std::span<const TimedMark> times)
{
    if (line.label && line.label->seconds) return line.label->seconds;
    const auto mark =
        std::lower_bound(times.begin(), times.end(), line.span.begin,
                         [](const TimedMark& m, std::int64_t at) { return static_cast<std::int64_t>(m.at) < at; });
    if (mark == times.end() || static_cast<std::int64_t>(mark->at) != line.span.begin) return {};
    return mark->seconds;
}

/// Turns from the lines whose label was kept.
FoundTurns turns_from(const std::vector<Line>& lines, std::span<const TimedMark> times)
{
    FoundTurns found;
    std::map<std::string, std::string> spelling;
    for (const auto& line : lines) {
        if (line.blank) continue;
        if (!line.label && !found.turns.empty()) {
            found.turns.back().span.end = line.span.end;
            continue;
        }
        Turn turn{static_cast<int>(found.turns.size()) + 1, line.span, line.span.begin, {}, time_of(line, times)};
        if (line.label) {
            const auto [known, is_new] = spelling.try_emplace(line.speaker_key, line.label->name);
            if (is_new) found.speakers.push_back(known->second);
            turn.span.begin = line.label_span.begin;
            turn.label_end = line.label_span.end;
            turn.speaker = known->second;
        }
        found.turns.push_back(std::move(turn));
    }
    if (found.speakers.empty()) found.turns.clear();
    return found;
}

FoundTurns cues_as_turns(const std::vector<Line>& lines, std::span<const TimedMark> times)
{
    FoundTurns found;
    for (const auto& line : lines) {
        const auto seconds = time_of(line, times);
        if (line.blank || !seconds) continue;
        const int number = static_cast<int>(found.turns.size()) + 1;
        found.turns.push_back({number, line.span, line.span.begin, {}, seconds});
    }
    return found;
}

}

Result<FoundTurns> find_turns(std::string_view text, const SpeakerRule& rule, std::span<const TimedMark> times)
{
    if (rule.mode == SpeakerMode::off) return FoundTurns{};
    std::vector<Line> lines;
    std::vector<FoundLabel> labels;
    if (rule.mode == SpeakerMode::pattern) {
        auto pattern = LabelPattern::from(rule.pattern);
        if (!pattern) return fail(pattern.error());
        lines = lines_with_places(text, [&](std::string_view line) { return pattern->label_in(line); });
        if (pattern->took_too_long()) return pattern->too_slow();
        labels = settle(lines, rule, [](const std::string&) { return true; });
    } else {
        lines = lines_with_places(text, label_in);
        Candidates candidates(lines, paragraphs_in(text, true).size());
        candidates.choose();
        labels = settle(lines, rule, [&](const std::string& key) { return candidates.taken(key); });
    }
    auto found = turns_from(lines, times);
    if (found.turns.empty() && !times.empty()) found = cues_as_turns(lines, times);
    for (const auto& label : labels)
        if (!label.speaker) found.passed_over.push_back({label.label, label.count});
    found.labels = std::move(labels);
    return found;
}

}
