#pragma once
#include "workbench/importer.h"
#include "workbench/result.h"
#include "workbench/text.h"
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Who speaks where, found in a plain text by the labels at the beginning of its lines.
namespace workbench
{

enum class SpeakerMode {
    automatic, ///< the labels are guessed
    off,       ///< no turns
    pattern,   ///< a label is what `pattern` matches at the beginning of a line
};

struct SpeakerRule {
    SpeakerMode mode = SpeakerMode::automatic;
    std::string pattern; ///< ICU regular expression; its group `name`, or its first, is the speaker, else all of it
    std::map<std::string, bool> told = {}; ///< labels that the user calls a speaker, or none, whatever was guessed
};

/// What looked like a label, with how often it stood at the beginning of a line.
struct LabelCount {
    std::string label;
    int count;
    bool operator==(const LabelCount&) const = default;
};

/// A label of the text and whether it was taken for a speaker.
struct FoundLabel {
    std::string label; ///< as first met
    int count;
    bool speaker;
    bool operator==(const FoundLabel&) const = default;
};

struct FoundTurns {
    std::vector<Turn> turns;             ///< in order, not overlapping; empty when no label was found
    std::vector<std::string> speakers;   ///< in the order of their first turn
    std::vector<LabelCount> passed_over; ///< labels that were not taken for speakers (`Nota`), in order of appearance
    std::vector<FoundLabel> labels;      ///< both, in order of appearance
};

/// The turns of a text. A label is `NAME:`, `NAME [00:01:02]:`, `[00:01:02] NAME:`, `[NAME]`, `[NAME]:`, or a line that
/// is nothing but a name and a time; it stands at the beginning of a line. A turn goes from the first character of its
/// label to the end of its last paragraph (a line that is not blank); text before the first label is a turn without a
/// speaker. Labels that differ in case or accents only are one speaker, spelt as first met. `automatic` takes the usual
/// words for those who ask and answer, codes such as DMPP5, labels with a time, and capitals or names that come again;
/// what `told` says of a label goes before, by pattern too.
/// `times` are where the cues of subtitles begin: a turn without a time of its own has that of its first line, and
/// without any label each cue is a turn without a speaker. Positions are code points of `text`.
///
/// Fails with bad_value when the pattern cannot be read (with its column) or takes too long.
Result<FoundTurns> find_turns(std::string_view text, const SpeakerRule& rule, std::span<const TimedMark> times = {});

/// True for the label of someone who asks: `E`, `ENTREVISTADOR(A)`, `INTERVIEWER`, `MODERADOR(A)` and their like, in
/// Spanish or English, whatever their case, with or without a number behind.
bool is_interviewer(std::string_view label);

}
