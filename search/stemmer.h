#pragma once
#include <memory>
#include <string>

namespace search
{

/// Cuts the endings off the words of one language. Not to be shared by threads.
class Stemmer
{
 public:
    /// A language that is not known has no endings: every word is its own stem.
    explicit Stemmer(const std::string& language);
    ~Stemmer();
    Stemmer(Stemmer&&) noexcept;

    /// The stem of a word in lower case. Never empty for a word that is not.
    std::string operator()(const std::string& lower) const;

 private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}
