#pragma once
#include "command.h"
#include "workbench/progress.h"
#include "workbench/text.h"
#include <map>
#include <optional>

namespace cli
{

/// What can be known of a command line before it is understood: the language and form of what is said about it.
struct Manner {
    bool json = false;
    std::string language; ///< "es" or "en"
};
Manner manner_of(const std::vector<std::string>& words);

/// A command line that was understood: every value is of the kind that its row asks for.
class Call
{
 public:
    const Command& command() const { return *command_; }
    bool has(std::string_view name) const { return values_.count(name) > 0; }
    /// The value of an argument or option that is there, or must be; "" when it is not.
    const std::string& text(std::string_view name) const;
    std::optional<std::string> maybe(std::string_view name) const;
    /// All values of a repeated option, of a list with commas, of an argument that takes several.
    const std::vector<std::string>& all(std::string_view name) const;
    std::optional<std::int64_t> integer(std::string_view name) const;
    std::optional<double> number(std::string_view name) const;
    std::optional<workbench::Span> span(std::string_view name) const;
    /// Options that no row of the table knows (only for commands with `open_options`), in the order given.
    const std::vector<std::pair<std::string, std::string>>& others() const { return others_; }

    bool json() const { return has("json"); }
    bool quiet() const { return has("quiet"); }
    /// Shows a bar on a terminal; cancelled by Ctrl+C.
    workbench::Progress progress() const;

 private:
    friend class Parser;
    const Command* command_ = nullptr;
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
    std::vector<std::pair<std::string, std::string>> others_;
};

/// Understands the words after the program's name. Error: usage.
workbench::Result<Call> parse(const std::vector<std::string>& words);

/// 3 of "--limit 3"; nothing when it is no whole number.
std::optional<std::int64_t> integer_in(std::string_view word);
std::optional<double> number_in(std::string_view word);
/// Positions beyond any text stay beyond any text; nothing when it is not BEGIN:END.
std::optional<workbench::Span> span_in(std::string_view word);

}
