#pragma once
#include "workbench/error.h"
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace workbench
{

/// A value, or the Error that stands in its place. What the user or the world may cause comes back as a Result;
/// a programmer's mistake is an assert, and what is merely absent is an optional or an empty list.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error>
{
 public:
    using value_type = T;
    using tl::expected<T, Error>::expected;
    Result(const tl::expected<T, Error>& other) : tl::expected<T, Error>(other) {}
    Result(tl::expected<T, Error>&& other) : tl::expected<T, Error>(std::move(other)) {}
};

/// `return fail(ErrorCode::not_found, say("…"), say("…"));`
inline tl::unexpected<Error> fail(ErrorCode code, std::string detail, std::string hint = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(hint)});
}

/// Passes an error on: `if (!x) return fail(x.error());`
inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

}
