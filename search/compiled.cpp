#include "compiled.h"
#include <cassert>

namespace search
{
namespace
{

using Kind = Query::Kind;

class Compiler
{
 public:
    explicit Compiler(Compiled& out) : out_(out) {}

    /// `leaf` is that of a phrase or chain around it, or -1.
    Compiled::Node node(const Query& query, int leaf)
    {
        Compiled::Node made;
        made.kind = query.kind;
        made.ordered = query.ordered;
        made.distance = query.distance;
        const bool weighed = query.kind == Kind::word || query.kind == Kind::phrase || query.kind == Kind::near ||
                             query.kind == Kind::regex;
        made.leaf = leaf < 0 && weighed ? new_leaf() : leaf;
        if (query.kind == Kind::word) made.word = word(query.word, made.leaf);
        if (query.kind == Kind::regex) made.regex = regex(query.pattern);
        if (query.kind == Kind::outside) {
            made.outside = static_cast<int>(out_.outsides.size());
            out_.outsides.push_back(query.outside);
        }
        for (const auto& part : query.parts) made.parts.push_back(node(part, made.leaf));
        return made;
    }

 private:
    int new_leaf()
    {
        out_.leaves.emplace_back();
        return static_cast<int>(out_.leaves.size()) - 1;
    }
    int word(const WordPattern& pattern, int leaf)
    {
        out_.words.emplace_back(pattern);
        const auto number = static_cast<int>(out_.words.size()) - 1;
        out_.leaves[static_cast<std::size_t>(leaf)].push_back(number);
        return number;
    }
    int regex(const std::string& pattern)
    {
        auto compiled = workbench::Pattern::compile(pattern);
        assert(compiled && "parse() has compiled it before");
        out_.regexes.push_back(std::move(*compiled));
        return static_cast<int>(out_.regexes.size()) - 1;
    }

    Compiled& out_;
};

}

Compiled compile(const Query& query)
{
    Compiled compiled;
    auto root = Compiler(compiled).node(query, -1);
    compiled.root = std::move(root);
    return compiled;
}

}
