#pragma once
#include "search/index.h"
#include "search/texts.h"
#include "search/xapian_floor.h"
#include "speech.h"
#include "support/corpus.h"
#include "workbench/progress.h"
#include <map>
#include <memory>

namespace bench
{

/// Transcripts of about 5,000 words (33 kB), the same at each call: 100 are S, 2,000 are M, 10,000 are L.
struct Corpus {
    search_tests::MemoryTexts texts;
    std::int64_t bytes = 0;
    explicit Corpus(std::int64_t documents)
    {
        Speech speech(1);
        for (std::int64_t i = 0; i < documents; ++i) {
            const auto text = speech.transcript();
            bytes += static_cast<std::int64_t>(text.size());
            texts.add(text);
        }
    }
};

inline Corpus& corpus(std::int64_t documents)
{
    static std::map<std::int64_t, Corpus> made;
    return made.try_emplace(documents, documents).first->second;
}

/// The index of a corpus and bare Xapian's, made once and kept to the end.
struct Built {
    support::TempFolder folder;
    search::Index index = search::Index::open(folder.path(), "p");
    std::unique_ptr<search_tests::XapianFloor> floor;
    explicit Built(std::int64_t documents)
    {
        workbench::Progress progress;
        (void)index.rebuild(corpus(documents).texts, progress);
        search_tests::XapianFloor::index(corpus(documents).texts, folder / "f");
        floor = std::make_unique<search_tests::XapianFloor>(folder / "f");
    }
};

inline Built& built(std::int64_t documents)
{
    static std::map<std::int64_t, Built> made;
    return made.try_emplace(documents, documents).first->second;
}

}
