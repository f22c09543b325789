#pragma once
#include "search/passage.h"
#include "search/stop_words.h"
#include "workbench/document.h"
#include <memory>

namespace search
{

struct WordCount {
    std::string word; ///< in lower case; of a stem the form that is met most often
    std::int64_t count = 0;
    std::int64_t documents = 0; ///< that have it
    bool operator==(const WordCount&) const = default;
};

/// Counts words. Two words are one when they are equal without case; accents count (`esta` and `está` are two words).
/// With `stem`, words of one stem in the language of the document are one.
class Vocabulary
{
 public:
    explicit Vocabulary(StopWords stop = StopWords::none, bool stem = false);
    Vocabulary(Vocabulary&&) noexcept;
    Vocabulary& operator=(Vocabulary&&) noexcept;
    ~Vocabulary();

    /// Adds the words of a passage that lie wholly within `part` (positions in the document), the speaker's label left
    /// out. What belongs to one document is to be added without another in between.
    void add(const workbench::Document& document, const PassageText& passage, workbench::Span part);
    void add(const workbench::Document& document, const PassageText& passage)
    {
        add(document, passage, {passage.begin, passage.end});
    }

    /// The commonest first, equal ones in the order of their letters; the first `limit`, all when it is negative.
    std::vector<WordCount> counts(std::int64_t limit = -1) const;
    /// All words that were added, those of the stop list too.
    std::int64_t words() const;

 private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
