#pragma once
#include "coding/ids.h"
#include "workbench/result.h"
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coding
{

using workbench::Result;

/// The kinds of memo, in the order of the interface.
inline constexpr std::array<std::string_view, 6> memo_kinds{"analytic", "theoretical", "methodological",
                                                            "diary",    "annotation",  "other"};

/// Authored text that may hang on anything.
struct Memo {
    MemoId id;
    std::string title, kind, text;
    std::vector<std::int64_t> on; ///< the objects it hangs on, in the order given
    std::string coder, at;        ///< who wrote it and when, UTC
};

/// All memos, oldest first; those that hang on `object` when one is given.
std::vector<Memo> memos(const Reading& reading, std::optional<std::int64_t> object = {});
std::optional<Memo> memo(const Reading& reading, MemoId id);
/// By title or "#ID". Errors: not_found with near titles, ambiguous with the ids.
Result<MemoId> find_memo(const Reading& reading, std::string_view ref);

struct NewMemo {
    std::string title, text;
    std::string kind = "analytic";
    std::vector<std::int64_t> on = {};
};
/// Errors: bad_value (an empty title, a kind that is none), not_found (an object).
Result<MemoId> add_memo(Project& project, const NewMemo& memo);

struct MemoSettings {
    std::optional<std::string> title, text, kind;
    std::optional<std::vector<std::int64_t>> on; ///< instead of what it hangs on now
};
/// 1, or 0 when all was so already. Errors as above.
Result<int> set_memo(Project& project, MemoId memo, const MemoSettings& settings);

/// 1. Errors: not_found; conflict when evidence stands on it.
Result<int> delete_memo(Project& project, MemoId memo);

}
