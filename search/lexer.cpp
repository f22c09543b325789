#include "lexer.h"
#include "search/fields.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <array>
#include <charconv>
#include <optional>

namespace search
{
using namespace workbench;
namespace
{

constexpr int default_distance = 10, greatest_distance = 10'000;

struct Quotes {
    std::string_view open, close;
};
constexpr std::array quotes{Quotes{"\"", "\""}, Quotes{"\u201C", "\u201D"}, Quotes{"\u00AB", "\u00BB"}};

/// What an operator of the table is to the parser; empty for signs that are no words.
constexpr std::optional<Token::Kind> token_of(SignKind kind)
{
    switch (kind) {
    case SignKind::and_: return Token::Kind::and_;
    case SignKind::or_: return Token::Kind::or_;
    case SignKind::xor_: return Token::Kind::xor_;
    case SignKind::not_: return Token::Kind::not_;
    case SignKind::near: return Token::Kind::near;
    case SignKind::adjacent: return Token::Kind::adjacent;
    default: return {};
    }
}

/// The operator that is spelt so, in capitals.
std::optional<Token::Kind> operator_named(std::string_view word)
{
    for (const auto& sign : signs)
        if (!sign.english.empty() && (word == sign.english || (!sign.spanish.empty() && word == sign.spanish)))
            return token_of(sign.kind);
    return {};
}

class Lexer
{
 public:
    explicit Lexer(std::string_view query) : query_(query) {}

    Result<std::vector<Token>> run()
    {
        for (skip_space(); at_ < query_.size(); skip_space()) {
            auto token = next();
            if (token && group_) token = in_group(std::move(*token));
            if (!token) return fail(token.error());
            tokens_.push_back(std::move(*token));
        }
        tokens_.push_back({.kind = Token::Kind::end, .column = column()});
        return std::move(tokens_);
    }

 private:
    bool starts(std::string_view with) const { return query_.substr(at_).starts_with(with); }
    int column(std::size_t at) const { return static_cast<int>(code_points(query_.substr(0, at))) + 1; }
    int column() const { return column(at_); }

    std::size_t space() const
    {
        for (const std::string_view blank : {" ", "\t", "\n", "\r", "\v", "\f", "\u00A0", "\u202F", "\u3000"})
            if (starts(blank)) return blank.size();
        return 0;
    }
    void skip_space()
    {
        while (const auto size = space()) at_ += size;
    }
    const Quotes* opening_quotes() const
    {
        for (const auto& pair : quotes)
            if (starts(pair.open)) return &pair;
        return nullptr;
    }
    /// Whether a word, a phrase or a parenthesis begins right here.
    bool operand_follows() const { return at_ < query_.size() && !space() && !starts(")"); }

    Result<Token> next()
    {
        Token token{.kind = Token::Kind::text, .column = column()};
        if (starts("(")) return ++at_, token.kind = Token::Kind::open, token;
        if (starts(")")) return ++at_, token.kind = Token::Kind::close, token;
        if (starts("/")) return regex(token);
        if (starts("+") || starts("-")) {
            token.kind = starts("+") ? Token::Kind::plus : Token::Kind::minus;
            ++at_;
            if (operand_follows()) return token;
            --at_, token.kind = Token::Kind::text;
        }
        if (starts("=")) {
            ++at_;
            token.exact = true;
            if (!operand_follows() || starts("("))
                return bad_query(say("A word or a phrase has to follow the = in column {}.", token.column));
        }
        if (opening_quotes()) return phrase(token);
        return bare(token);
    }

    Result<Token> regex(Token token)
    {
        token.kind = Token::Kind::regex;
        for (++at_; at_ < query_.size() && query_[at_] != '/'; ++at_) {
            if (starts("\\/"))
                ++at_; // an escaped slash is part of the pattern
            else if (starts("\\") && at_ + 1 < query_.size())
                token.text += query_[at_++];
            token.text += query_[at_];
        }
        if (at_ == query_.size())
            return bad_query(say("The regular expression that begins in column {} has no closing /.", token.column));
        ++at_;
        if (token.text.empty()) return bad_query(say("The regular expression in column {} is empty.", token.column));
        return token;
    }

    Result<std::string> quoted()
    {
        const auto begins = column();
        const auto* pair = opening_quotes();
        at_ += pair->open.size();
        const auto close = query_.find(pair->close, at_);
        if (close == std::string_view::npos)
            return bad_query(say("The quotation marks that open in column {} are not closed.", begins));
        std::string text(query_.substr(at_, close - at_));
        at_ = close + pair->close.size();
        return text;
    }

    Result<Token> phrase(Token token)
    {
        auto text = quoted();
        if (!text) return fail(text.error());
        token.text = std::move(*text);
        token.quoted = true;
        if (starts(":") && !token.exact && !group_) return field(token, token.text);
        if (starts("~")) return bad_query(say("The ~ in column {} has to follow a word, not a phrase.", column()));
        return token;
    }

    Result<Token> bare(Token token)
    {
        const auto begin = at_;
        while (at_ < query_.size() && !space() && !starts("(") && !starts(")") && !opening_quotes()) {
            if (starts(":") && !starts("://") && !token.exact && !group_ &&
                can_name_a_field(query_.substr(begin, at_ - begin)))
                return field(token, std::string(query_.substr(begin, at_ - begin)));
            ++at_;
        }
        token.text = query_.substr(begin, at_ - begin);
        if (const auto operation = as_operator(token)) return *operation;
        if (auto distance = as_distance(token)) return *distance;
        return fuzziness(token);
    }

    static bool can_name_a_field(std::string_view name)
    {
        const auto words = words_of(name, "es");
        if (words.empty() || words.front().begin != 0) return false;
        const auto first = static_cast<unsigned char>(name.front());
        return first < '0' || first > '9';
    }

    /// The value of the field whose name ends right before the colon here, or the parenthesis of several.
    Result<Token> field(Token token, std::string name)
    {
        token.kind = Token::Kind::field;
        token.name = std::move(name);
        token.quoted = false;
        token.text.clear();
        ++at_;
        if (starts("(")) {
            group_.emplace(Group{std::move(token.name), 0}); // in_group() counts this parenthesis too
            token.kind = Token::Kind::open;
            token.column = column();
            return ++at_, token;
        }
        if (opening_quotes()) {
            auto value = quoted();
            if (!value) return fail(value.error());
            token.text = std::move(*value);
        } else {
            for (int open = 0; at_ < query_.size() && !space(); ++at_) {
                open += starts("(") ? 1 : 0;
                if (starts(")") && --open < 0) break;
                token.text += query_[at_];
            }
        }
        if (token.text.empty())
            return bad_query(
                say("A value has to follow {}: in column {}, without a blank between them.", token.name, token.column));
        return token;
    }

    /// A token within `field:(…)`: words and phrases are values of the field.
    Result<Token> in_group(Token token)
    {
        using enum Token::Kind;
        if (token.kind == open) ++group_->depth;
        if (token.kind == close && --group_->depth == 0) group_.reset();
        const bool joins = token.kind == and_ || token.kind == or_ || token.kind == xor_ || token.kind == not_ ||
                           token.kind == minus || token.kind == open || token.kind == close;
        if (joins) return token;
        if (token.kind != text || token.exact || token.edits || token.text.empty())
            return bad_query(say("Between the parentheses of {}: only values can stand, joined by AND, OR, NOT; column "
                                 "{} is something else.",
                                 group_->name, token.column));
        token.kind = Token::Kind::field;
        token.name = group_->name;
        token.quoted = false;
        return token;
    }

    static std::optional<Token> as_operator(Token token)
    {
        const auto kind = token.exact ? std::nullopt : operator_named(token.text);
        if (!kind || *kind == Token::Kind::near || *kind == Token::Kind::adjacent) return {};
        return token.kind = *kind, token;
    }

    /// NEAR, NEAR/5, ADJ, ADJ/3.
    std::optional<Result<Token>> as_distance(Token token)
    {
        const auto slash = token.text.find('/');
        const auto word = token.text.substr(0, slash);
        const auto kind = token.exact ? std::nullopt : operator_named(word);
        if (kind != Token::Kind::near && kind != Token::Kind::adjacent) return {};
        token.kind = *kind;
        token.distance = default_distance;
        if (slash == std::string::npos) return token;
        const auto* const end = token.text.data() + token.text.size();
        const auto [stop, error] = std::from_chars(token.text.data() + slash + 1, end, token.distance);
        if (error == std::errc{} && stop == end && token.distance >= 1 && token.distance <= greatest_distance)
            return token;
        return Result<Token>(
            bad_query(say("The distance of {} in column {} has to be a whole number from 1 to {}, as in {}.", word,
                          token.column, greatest_distance, word + "/5")));
    }

    /// Takes `~`, `~1` and `~2` from the end of a word.
    Result<Token> fuzziness(Token token) const
    {
        const auto tilde = token.text.rfind('~');
        if (tilde == std::string::npos || tilde == 0) return token;
        const auto number = token.text.substr(tilde + 1);
        if (number != "" && number != "1" && number != "2")
            return bad_query(say("After the ~ of {} in column {} only 1 or 2 can stand.", token.text.substr(0, tilde),
                                 token.column));
        token.edits = number == "2" ? 2 : 1;
        token.text.erase(tilde);
        return token;
    }

    /// `field:(` that is open.
    struct Group {
        std::string name;
        int depth = 0;
    };

    std::string_view query_;
    std::size_t at_ = 0;
    std::optional<Group> group_;
    std::vector<Token> tokens_;
};

}

tl::unexpected<Error> bad_query(std::string what)
{
    return fail(ErrorCode::bad_value, std::move(what),
                tr("To search for signs and operators as they are, put them between quotation marks."));
}

Result<std::vector<Token>> tokens_of(std::string_view query)
{
    return Lexer(query).run();
}

}
