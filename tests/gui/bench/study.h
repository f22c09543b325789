#pragma once
#include "support/corpus.h"

namespace bench
{

/// Two projects in files, made in a process of its own: what making them leaves behind is not to be counted as the
/// window's memory.
class Study
{
 public:
    Study();
    /// 2,000 codes, 100,000 codings; the first of 50 documents has 1 MB and 2,000 of them.
    std::filesystem::path file() const { return folder_ / "study.quipu"; }
    /// One document of 5 MB with 2,000 codings.
    std::filesystem::path very_long_file() const { return folder_ / "very long.quipu"; }

 private:
    support::TempFolder folder_;
};

/// Made when it is asked for first.
const Study& study();

/// 2,000 transcripts of about 5,000 words, 66 MB and 152,000 passages, with their index: a size that few projects
/// reach. Made in this process, when it is asked for first: takes a minute or two.
class Library
{
 public:
    Library();
    std::filesystem::path file() const { return folder_ / "library.quipu"; }

 private:
    support::TempFolder folder_;
};
const Library& library();

}
