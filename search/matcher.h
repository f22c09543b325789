#pragma once
#include "compiled.h"
#include "nearness.h"
#include "search/hit.h"
#include "word_table.h"
#include "workbench/words.h"
#include <chrono>
#include <deque>
#include <functional>

namespace search
{

/// A count that enters the score of a passage.
struct Count {
    int leaf = 0;
    int count = 0;
};

/// What the matcher saw in one passage.
struct Seen {
    bool holds = false;
    std::vector<Mark> marks;   ///< sorted, each once
    std::vector<Mark> matches; ///< sorted, each once: see Hit
    std::vector<Count> counts; ///< of the parts of the query that hold
    int words = 0;             ///< in the passage, the label left out
    std::vector<int> forms;    ///< for each word of the query: the different words that it meant here
};

/// Thrown by Matcher::look when a regular expression takes too long; search() makes an error of it.
struct GivenUp {
    workbench::Error error;
};

/// Decides whether a passage is meant by a query, and by which of its words: the scanner and the marks of every hit
/// use it, and the index only proposes passages. Keeps what it has learnt of each word, so one matcher should serve
/// many passages; not to be shared by threads.
class Matcher
{
 public:
    /// Regular expressions are given up `patience` seconds from now.
    Matcher(const Compiled& query, double patience);

    /// `outside(i)` answers the i-th field of the query for this passage.
    const Seen& look(const PassageText& passage, const std::string& language, const std::function<bool(int)>& outside);

 private:
    struct Known {
        int form = 0;           ///< words of one lower case have one number
        std::vector<int> words; ///< of the query, that mean it
    };
    struct Language {
        explicit Language(const std::string& name) : name(name), stemmer(name) {}
        std::string name;
        Stemmer stemmer;
        std::deque<Known> known;
        WordTable<const Known*> words; ///< as written, and in lower case
    };
    struct Occurrence {
        int position = 0, form = 0;
    };
    struct Place {
        std::int64_t begin = 0, end = 0;
    };
    using Node = Compiled::Node;

    Language& language(const std::string& name);
    const Known& know(Language& language, std::string_view word);
    const Known& learn(Language& language, std::string_view word);
    void read_words(const PassageText& passage, Language& language);
    void count_forms();

    bool evaluate(const Node& node);
    bool all_of(const Node& node);
    bool any_of(const Node& node);
    bool one_of(const Node& node);
    bool none_of(const Node& node);
    bool maybe(const Node& node);
    bool word(const Node& node);
    bool placed(const Node& node);
    bool regex(const Node& node);

    std::vector<Stand> stands_of(const Node& node) const;
    std::vector<Stand> phrase_stands(const Node& node) const;
    std::vector<Stand> near_stands(const Node& node) const;
    void count_each_form(const Node& node);
    void mark(int position);
    void match(const Stand& stand);
    void mark_words_in(std::int64_t begin, std::int64_t end);

    const Compiled& query_;
    std::chrono::steady_clock::time_point until_; ///< when regular expressions are given up
    std::vector<Language> languages_;
    int next_form_ = 0;

    Seen seen_;
    std::vector<std::vector<Occurrence>> occurrences_; ///< of each word of the query
    std::vector<workbench::Word> words_;
    std::vector<Place> places_; ///< of the words of the passage
    std::string_view body_;
    std::int64_t body_begin_ = 0;
    const std::function<bool(int)>* outside_ = nullptr;
};

}
