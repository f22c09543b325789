#pragma once
#include "search/project_index.h"
#include <cstdint>
#include <string>
#include <vector>

namespace search
{

/// What suggestions are asked for.
struct LikeThese {
    std::vector<Stretch> examples;  ///< the passages that these touch say what is looked for
    std::vector<Stretch> left_out;  ///< passages that these touch are never suggested
    std::vector<Stretch> passed_by; ///< nor are these, and nothing is learnt from them: what an interviewer says
    std::int64_t limit = 20;
};

/// A passage that is like the examples.
struct Suggestion {
    std::size_t text = 0;    ///< its place in the TextSource
    std::size_t passage = 0; ///< its place among the passages of the text, from 0
    double score = 0;        ///< higher is better; to be compared within one answer only
    PassageText where;       ///< the passage itself
    std::vector<std::string>
        terms;               ///< its words that made it one, as they stand there in lower case, the weightiest first
    std::vector<Mark> marks; ///< where these words stand
};

/// The passages most like the examples, best first, without the examples themselves: relevance feedback (Robertson and
/// Sparck Jones 1976). The words that set the examples apart from all other passages, each with the other forms of its
/// stem, are the query; function words and words of one example among many do not count. Empty without examples.
/// Texts that the index lacks are indexed in memory for the time of the question, so that the answer is the same
/// whatever the state of the index; with many of them that takes time: bring the index up to date before.
std::vector<Suggestion> suggest(const TextSource& texts, Index& index, const LikeThese& wanted);

/// A suggestion with the document it stands in.
struct ProjectSuggestion {
    workbench::Document document;
    int paragraph = 0; ///< from 1
    Suggestion found;
};

/// The same over the documents of a project. Brings the index up to date first; when that cannot be done (another
/// process is at it, the folder cannot be written), does without. What interviewers say is neither learnt from nor
/// suggested.
std::vector<ProjectSuggestion> suggest_in(const workbench::Project& project,
                                          const std::vector<DocumentStretch>& examples,
                                          const std::vector<DocumentStretch>& left_out, std::int64_t limit);

}
