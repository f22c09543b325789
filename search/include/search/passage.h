#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace search
{

/// A paragraph of a text: what a search finds. Positions are Unicode code points of the whole text, half-open.
struct PassageText {
    std::int64_t begin = 0, end = 0;
    std::int64_t words_begin = 0; ///< where the words begin: after the speaker's label, else `begin`
    std::string text;             ///< all of it, the label included
    int turn = 0;                 ///< from 1; 0 when the text has no turns
    std::string speaker;          ///< empty without one
    bool operator==(const PassageText&) const = default;
};

/// What is known of a text before it is read. The hash names the content: two texts with one hash have the same
/// language and the same passages with the same words (speakers and turns may differ).
struct TextHead {
    std::string hash;     ///< 64 hexadecimal digits
    std::string language; ///< "es"; chooses the words and the stems
    bool operator==(const TextHead&) const = default;
};

/// The texts to be searched, in the order in which passages of equal score are listed.
class TextSource
{
 public:
    virtual ~TextSource() = default;
    virtual const std::vector<TextHead>& heads() const = 0;
    /// The passages of text `i` in the order of the text; empty when it has none. Called by one thread at a time.
    /// May throw workbench::BrokenFile.
    virtual std::vector<PassageText> read(std::size_t i) const = 0;
    /// One of them, whose place is known from an earlier reading of a text with the same hash; a source that can reads
    /// no more than that. When the place is not that of a passage, the answer is none or not the words of one.
    virtual std::optional<PassageText> read_at(std::size_t i, std::int64_t begin, std::int64_t end) const
    {
        for (auto& passage : read(i))
            if (passage.begin == begin && passage.end == end) return std::move(passage);
        return {};
    }
};

}
