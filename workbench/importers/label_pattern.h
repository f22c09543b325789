#pragma once
#include "labels.h"
#include "workbench/result.h"
#include <chrono>
#include <memory>
#include <string>
#include <string_view>

struct URegularExpression;

namespace workbench
{

/// The user's regular expression for labels. What it may cost is bounded: a pattern that runs wild stops early, for
/// this line and all that follow.
class LabelPattern
{
 public:
    /// Fails with bad_value when the pattern cannot be read: the column counts from 1.
    static Result<LabelPattern> from(const std::string& pattern);

    LabelPattern(LabelPattern&&) noexcept;
    LabelPattern& operator=(LabelPattern&&) noexcept;
    ~LabelPattern();

    std::optional<Label> label_in(std::string_view line);
    bool took_too_long() const { return too_long_; }
    tl::unexpected<Error> too_slow() const;

 private:
    struct Close {
        void operator()(URegularExpression* expression) const;
    };
    explicit LabelPattern(URegularExpression* expression);
    std::optional<std::pair<int, int>> group(int number) const;
    std::optional<std::pair<int, int>> name_group() const;

    std::unique_ptr<URegularExpression, Close> expression_;
    std::chrono::steady_clock::time_point until_;
    int named_ = -1; ///< the group called `name`; -1: none
    bool too_long_ = false;
};

}
