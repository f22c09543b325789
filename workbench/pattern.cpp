#include "workbench/pattern.h"
#include "utf16.h"
#include "workbench/tr.h"
#include <unicode/uregex.h>

namespace workbench
{
namespace
{

/// Steps of matching (about a millisecond each) and bytes of backtracking after which a hostile pattern is given up.
constexpr std::int32_t time_limit = 500, stack_limit = 8'000'000;

}

struct Pattern::Compiled {
    struct Close {
        void operator()(URegularExpression* regex) const { uregex_close(regex); }
    };
    using Regex = std::unique_ptr<URegularExpression, Close>;

    std::string text;
    Regex regex;
};

const std::string& Pattern::text() const
{
    return compiled_->text;
}

Result<Pattern> Pattern::compile(std::string_view text, bool ignore_case)
{
    const auto units = utf16(text);
    const bool sensitive = !ignore_case || text.find("(?-i)") != std::string_view::npos;
    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    Compiled::Regex regex(uregex_open(reinterpret_cast<const UChar*>(units.data()),
                                      static_cast<std::int32_t>(units.size()), sensitive ? 0 : UREGEX_CASE_INSENSITIVE,
                                      &place, &status));
    if (U_FAILURE(status))
        return fail(ErrorCode::bad_value,
                    say("The regular expression {} cannot be read at its character {}.", text,
                        place.offset > 0 ? place.offset : 1),
                    say("A sign that is to be taken literally needs a \\ before it."));
    Pattern pattern;
    pattern.compiled_ = std::make_shared<const Compiled>(Compiled{std::string(text), std::move(regex)});
    return pattern;
}

Result<std::vector<Word>> Pattern::find_all(std::string_view text) const
{
    std::vector<Word> found;
    UErrorCode status = U_ZERO_ERROR;
    const Compiled::Regex regex(uregex_clone(compiled_->regex.get(), &status));
    uregex_setTimeLimit(regex.get(), time_limit, &status); // a clone does not inherit the limits
    uregex_setStackLimit(regex.get(), stack_limit, &status);
    const auto units = utf16(text);
    uregex_setText(regex.get(), reinterpret_cast<const UChar*>(units.data()), static_cast<std::int32_t>(units.size()),
                   &status);
    Walker walker(text);
    const auto walk_to = [&walker](std::int32_t unit) {
        while (walker.unit() < unit && !walker.at_end()) walker.next();
    };
    while (U_SUCCESS(status) && uregex_findNext(regex.get(), &status) && U_SUCCESS(status)) {
        const auto begin = uregex_start(regex.get(), 0, &status), end = uregex_end(regex.get(), 0, &status);
        if (begin == end) continue;
        walk_to(begin);
        Word place{walker.point(), 0, walker.byte(), 0};
        walk_to(end);
        place.end = walker.point(), place.end_byte = walker.byte();
        found.push_back(place);
    }
    if (U_FAILURE(status))
        return fail(ErrorCode::bad_value, say("The regular expression {} takes too long.", compiled_->text),
                    tr("A repetition inside a repetition, as in (a+)+, tries every way of dividing the text; "
                       "write it with one repetition."));
    return found;
}

}
