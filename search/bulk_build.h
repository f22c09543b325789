#pragma once
#include "index_inside.h"
#include "workbench/progress.h"

namespace search
{

/// A text on its way into the index.
struct NewText {
    TextHead head;
    Xapian::docid first = 0;
    std::vector<PassageText> passages;
};

/// Reads one after the other the texts that an index lacks.
class MissingTexts
{
 public:
    MissingTexts(const TextSource& source, const TextEntries& present, Xapian::docid next,
                 workbench::Progress& progress);
    std::size_t count() const { return wanted_.size(); }
    bool at_end() const { return at_ == wanted_.size(); }
    /// Gives the passages of the text the next numbers.
    NewText next();

 private:
    const TextSource& source_;
    workbench::Progress& progress_;
    std::vector<std::size_t> wanted_;
    std::size_t at_ = 0;
    Xapian::docid next_;
};

/// What became of a text: its entry, and its bounds for the metadata.
struct IndexedText {
    std::string hash;
    TextEntry entry;
    std::vector<Bounds> bounds;
};

/// Puts the texts, and those of `begun` before them, into small databases in the folder `parts`, with all processors;
/// then all of them, after `existing` when there is one, into the one database `target`. Document numbers are kept.
/// Returns what was indexed; empty when cancelled.
std::vector<IndexedText> build_in_bulk(MissingTexts& texts, std::vector<NewText> begun,
                                       const workbench::Progress& progress, const Xapian::Database* existing,
                                       const std::filesystem::path& parts, const std::filesystem::path& target);

}
