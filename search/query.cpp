#include "search/query.h"
#include "lexer.h"
#include "workbench/pattern.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <algorithm>
#include <optional>

namespace search
{
using namespace workbench;
namespace
{

using Kind = Query::Kind;

constexpr std::size_t longest_query = 20'000, most_near_operands = 6;
constexpr int deepest = 200;
/// `*` while ICU breaks the words: a letter that nobody types (U+A78F), so that it does not end a word.
constexpr std::string_view star = "\uA78F";

Query made(Kind kind, int column, std::vector<Query> parts = {})
{
    Query query;
    query.kind = kind;
    query.column = column;
    query.parts = std::move(parts);
    return query;
}

/// Several parts joined; a single one stands for itself.
Query joined(Kind kind, std::vector<Query> parts)
{
    if (parts.size() == 1) return std::move(parts.front());
    const auto column = parts.front().column;
    return made(kind, column, std::move(parts));
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

bool positional(const Query& query)
{
    if (query.kind == Kind::word || query.kind == Kind::phrase) return true;
    return query.kind == Kind::any_of && std::all_of(query.parts.begin(), query.parts.end(), positional);
}

class Parser
{
 public:
    explicit Parser(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    Result<Query> run()
    {
        auto query = any();
        if (!query) return fail(query.error());
        if (here().kind == Token::Kind::close)
            return bad_query(say("The parenthesis closed in column {} was never opened.", here().column));
        if (!*query) return bad_query(tr("The query has no word to search for."));
        return std::move(**query);
    }

 private:
    /// A part of the query; empty when it holds punctuation only, which is not searched.
    using Part = std::optional<Query>;

    const Token& here() const { return tokens_[at_]; }
    bool is(Token::Kind kind) const { return here().kind == kind; }

    /// `read (SIGN read)*`, joined as `kind`.
    template <class Read>
    Result<Part> chain(Token::Kind sign, Kind kind, Read read)
    {
        std::vector<Query> parts;
        for (bool more = true; more;) {
            auto part = read();
            if (!part) return part;
            if (*part) parts.push_back(std::move(**part));
            more = is(sign);
            if (more) ++at_;
        }
        if (parts.empty()) return Part{};
        return Part{joined(kind, std::move(parts))};
    }

    Result<Part> any()
    {
        return chain(Token::Kind::or_, Kind::any_of, [this] { return one(); });
    }
    Result<Part> one()
    {
        return chain(Token::Kind::xor_, Kind::one_of, [this] { return all(); });
    }

    bool sequence_ends() const
    {
        return is(Token::Kind::end) || is(Token::Kind::close) || is(Token::Kind::or_) || is(Token::Kind::xor_);
    }

    /// Words side by side or joined by AND. With a `+` among them, those without a sign only raise the rank.
    Result<Part> all()
    {
        std::vector<Query> must, may;
        bool plus = false, joined_by_and = false;
        do {
            const bool wanted = is(Token::Kind::plus);
            plus = plus || wanted;
            if (wanted) ++at_;
            auto part = sign();
            if (!part) return part;
            const bool before = joined_by_and;
            joined_by_and = is(Token::Kind::and_);
            if (joined_by_and) ++at_;
            if (!*part) continue;
            const bool firm = wanted || before || joined_by_and || (*part)->kind == Kind::none_of;
            (firm ? must : may).push_back(std::move(**part));
        } while (joined_by_and || !sequence_ends());
        return gathered(std::move(must), std::move(may), plus);
    }

    static Part gathered(std::vector<Query> must, std::vector<Query> may, bool plus)
    {
        if (must.empty() && may.empty()) return {};
        if (!plus || must.empty() || may.empty()) { // a `+` before punctuation asks for nothing
            std::move(may.begin(), may.end(), std::back_inserter(must));
            std::stable_sort(must.begin(), must.end(), [](auto& a, auto& b) { return a.column < b.column; });
            return joined(Kind::all_of, std::move(must));
        }
        std::vector<Query> parts;
        parts.push_back(joined(Kind::all_of, std::move(must)));
        std::move(may.begin(), may.end(), std::back_inserter(parts));
        return joined(Kind::maybe, std::move(parts));
    }

    Result<Part> sign()
    {
        if (!is(Token::Kind::not_) && !is(Token::Kind::minus)) return near();
        const auto column = here().column;
        ++at_;
        const Depth depth(depth_);
        if (depth_ > deepest) return too_deep();
        auto part = sign();
        if (!part || !*part) return part;
        std::vector<Query> parts;
        parts.push_back(std::move(**part));
        return Part{made(Kind::none_of, column, std::move(parts))};
    }

    bool is_distance() const { return is(Token::Kind::near) || is(Token::Kind::adjacent); }

    Result<Part> near()
    {
        auto first = primary();
        if (!first || !is_distance()) return first;
        const auto sign = here();
        std::vector<Query> parts;
        if (*first) parts.push_back(std::move(**first));
        while (is_distance()) {
            if (here().kind != sign.kind || here().distance != sign.distance)
                return bad_query(say("NEAR and ADJ of one chain have to be alike; the one in column {} differs. "
                                     "Parentheses do not help here: search for each pair and join the pairs with AND.",
                                     here().column));
            ++at_;
            auto part = primary();
            if (!part) return part;
            if (*part) parts.push_back(std::move(**part));
        }
        return chained(sign, std::move(parts));
    }

    static Result<Part> chained(const Token& sign, std::vector<Query> parts)
    {
        if (parts.size() < 2)
            return bad_query(say("The operator in column {} needs a word on each side.", sign.column));
        if (parts.size() > most_near_operands)
            return bad_query(say("The chain of NEAR or ADJ in column {} may have {} operands at most.", sign.column,
                                 most_near_operands));
        for (const auto& part : parts)
            if (!positional(part))
                return bad_query(
                    say("NEAR and ADJ join words and phrases, or these joined by OR; column {} is something else.",
                        part.column));
        auto query = made(Kind::near, parts.front().column);
        query.parts = std::move(parts);
        query.ordered = sign.kind == Token::Kind::adjacent;
        query.distance = sign.distance;
        return Part{std::move(query)};
    }

    Result<Part> primary()
    {
        const auto& token = here();
        switch (token.kind) {
        case Token::Kind::text: return ++at_, words(token);
        case Token::Kind::regex: return ++at_, regex(token);
        case Token::Kind::field: return ++at_, field(token);
        case Token::Kind::open: return parenthesis();
        case Token::Kind::end:
            if (tokens_.size() == 1) return bad_query(tr("The query is empty."));
            return bad_query(say("The query ends in column {} where a word is missing.", token.column));
        default: return bad_query(say("A word is missing before column {}.", token.column));
        }
    }

    Result<Part> parenthesis()
    {
        const auto column = here().column;
        const Depth depth(depth_);
        if (depth_ > deepest) return too_deep();
        ++at_;
        if (is(Token::Kind::close)) return bad_query(say("The parentheses in column {} are empty.", column));
        auto inside = any();
        if (!inside) return inside;
        if (!is(Token::Kind::close))
            return bad_query(say("The parenthesis that was opened in column {} is not closed.", column));
        ++at_;
        return inside;
    }

    tl::unexpected<Error> too_deep() const
    {
        return bad_query(say("The query is nested too deeply in column {}.", here().column));
    }

    static Result<Part> regex(const Token& token)
    {
        const auto compiled = Pattern::compile(token.text);
        if (!compiled) return bad_query(say("Column {}: {}", token.column, compiled.error().detail));
        auto query = made(Kind::regex, token.column);
        query.pattern = token.text;
        return Part{std::move(query)};
    }

    static Result<Part> field(const Token& token)
    {
        auto query = made(Kind::outside, token.column);
        query.outside = {FieldKind::variable, token.name, token.text, token.column};
        const auto name = fold(token.name);
        for (const auto& field : fields)
            if (!name.empty() && (name == field.english || name == field.spanish)) query.outside.field = field.kind;
        return Part{std::move(query)};
    }

    /// A text as ICU breaks it: one word, or a phrase of several.
    static Result<Part> words(const Token& token)
    {
        const auto text = token.quoted ? token.text : replaced(token.text, "*", star);
        const auto found = words_of(text, "es");
        if (token.edits && found.size() != 1)
            return bad_query(say("The ~ in column {} has to follow one word.", token.column));
        std::vector<Query> parts;
        for (const auto& word : found) {
            auto part = pattern(token, std::string(slice(text, word)), found.size() > 1 || token.quoted);
            if (!part) return fail(part.error());
            parts.push_back(std::move(*part));
        }
        if (parts.empty() && (token.quoted || token.exact))
            return bad_query(say("There is no word to search for in column {}.", token.column));
        if (parts.empty()) return Part{};
        return Part{joined(Kind::phrase, std::move(parts))};
    }

    static Result<Query> pattern(const Token& token, std::string text, bool in_phrase)
    {
        auto query = made(Kind::word, token.column);
        const bool wildcard = text.find(star) != std::string::npos;
        text = replaced(std::move(text), star, "*");
        if (wildcard && text.find_first_not_of('*') == std::string::npos)
            return bad_query(say("The * in column {} needs at least one letter beside it.", token.column));
        if (wildcard && token.edits)
            return bad_query(say("The word in column {} cannot have * and ~ at once.", token.column));
        query.word.rule = token.exact                            ? WordPattern::Rule::exact
                          : in_phrase || wildcard || token.edits ? WordPattern::Rule::folded
                                                                 : WordPattern::Rule::plain;
        query.word.shape = wildcard      ? WordPattern::Shape::wildcard
                           : token.edits ? WordPattern::Shape::fuzzy
                                         : WordPattern::Shape::whole;
        query.word.edits = token.edits;
        query.word.text = std::move(text);
        return query;
    }

    struct Depth {
        explicit Depth(int& depth) : depth(depth) { ++depth; }
        ~Depth() { --depth; }
        int& depth;
    };

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    int depth_ = 0;
};

std::string_view name(const Query& query)
{
    switch (query.kind) {
    case Kind::phrase: return "PHRASE";
    case Kind::near: return query.ordered ? "ADJ/" : "NEAR/";
    case Kind::all_of: return "AND";
    case Kind::any_of: return "OR";
    case Kind::one_of: return "XOR";
    case Kind::none_of: return "NOT";
    case Kind::maybe: return "MAYBE";
    default: return "";
    }
}

std::string describe(const WordPattern& word)
{
    using enum WordPattern::Rule;
    const auto* const sign = word.rule == exact ? "=" : word.rule == folded ? "'" : "";
    return sign + word.text + (word.edits ? "~" + std::to_string(word.edits) : "");
}

}

Result<Query> parse(std::string_view text)
{
    if (text.size() > longest_query) return bad_query(say("The query is longer than {} bytes.", longest_query));
    auto tokens = tokens_of(text);
    if (!tokens) return fail(tokens.error());
    return Parser(std::move(*tokens)).run();
}

std::string describe(const Query& query)
{
    if (query.kind == Kind::word) return describe(query.word);
    if (query.kind == Kind::regex) return "/" + query.pattern + "/";
    if (query.kind == Kind::outside) return query.outside.name + ":" + query.outside.value;
    auto out = "(" + std::string(name(query));
    if (query.kind == Kind::near) out += std::to_string(query.distance);
    for (const auto& part : query.parts) out += " " + describe(part);
    return out + ")";
}

}
