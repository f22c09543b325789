#include "stemmer.h"
#include <xapian.h>

namespace search
{

struct Stemmer::Inside {
    Xapian::Stem stem;
};

namespace
{
Xapian::Stem stem_of(const std::string& language)
{
    try {
        return Xapian::Stem(language);
    } catch (const Xapian::InvalidArgumentError&) {
        return {};
    }
}
}

Stemmer::Stemmer(const std::string& language) : inside_(std::make_unique<Inside>(Inside{stem_of(language)})) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;

std::string Stemmer::operator()(const std::string& lower) const
{
    auto stem = inside_->stem(lower);
    return stem.empty() ? lower : stem;
}

}
