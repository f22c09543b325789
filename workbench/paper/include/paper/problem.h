#pragma once
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace paper
{

/// What can go wrong with a sheet of paper. This leaf knows no translation: `what` is for the log and the curious, the
/// rooms above turn `kind` into a sentence for the user.
enum class ProblemKind {
    bad_file,     ///< not of the format it claims, damaged, cut off, or built to do harm
    encrypted,    ///< needs a password
    too_large,    ///< more than the limits allow, a decompression bomb among others
    cannot_write, ///< the output could not be made
};

struct Problem {
    ProblemKind kind;
    std::string what; ///< plain English, names the part that is at fault
};

/// A value, or the Problem that stands in its place.
template <class T>
using Result = tl::expected<T, Problem>;

/// `return problem(ProblemKind::bad_file, "…");`
inline tl::unexpected<Problem> problem(ProblemKind kind, std::string what)
{
    return tl::unexpected<Problem>(Problem{kind, std::move(what)});
}

}
