#include "answer.h"
#include "call.h"
#include "help.h"
#include "terminal.h"
#include "workbench/tr.h"
#include <cerrno>
#include <clocale>
#include <csignal>
#include <filesystem>
#include <new>
#include <unistd.h>

using namespace cli;
using workbench::Error;
using workbench::ErrorCode;
using workbench::fail;
using workbench::Project;
using workbench::say;
using workbench::tr;

namespace
{

constexpr int refused = 1, wrong_usage = 2;

/// Writes all of it; the errno of what hindered it, else 0.
int write_all(int file, std::string_view text)
{
    while (!text.empty()) {
        const auto written = write(file, text.data(), text.size());
        if (written < 0 && errno != EINTR) return errno;
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

std::string as_text(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

int complain(const Error& error, bool json)
{
    wipe_progress();
    const Json object{{"error", {{"code", name_of(error.code)}, {"detail", error.detail}, {"hint", error.hint}}}};
    const auto sentence = "quipu: " + error.detail + (error.hint.empty() ? "" : " " + error.hint) + "\n";
    write_all(STDERR_FILENO, json ? as_text(object) : sentence);
    return error.code == ErrorCode::usage ? wrong_usage : refused;
}

/// A reader that went away (`quipu log P | head`) has had enough: that is no failure of ours.
int answer_with(const Answer& answer, const Call& call)
{
    wipe_progress();
    std::string text;
    if (call.json())
        text = as_text(answer.json);
    else if (!(answer.only_a_sentence && call.quiet()))
        text = answer.plain(answer.json);
    const int hindered = write_all(STDOUT_FILENO, text);
    if (hindered != 0 && hindered != EPIPE)
        return complain({ErrorCode::disk_full,
                         say("The answer could not be written to standard output: {}.",
                             std::error_code(hindered, std::generic_category()).message()),
                         ""},
                        call.json());
    if (answer.stay)
        if (const auto ended = answer.stay(); !ended) return complain(ended.error(), call.json());
    return answer.exit_code;
}

Outcome carry_out(const Call& call)
{
    const auto& command = call.command();
    if (command.alone) return command.alone(call);
    const bool writes = command.writes &&
                        (!command.reads ||
                         (command.reads_when.empty() ? call.has(command.writes_when) : !call.has(command.reads_when)));
    auto project = Project::open(call.text("project"), writes ? workbench::Access::write : workbench::Access::read);
    if (!project) return fail(project.error());
    if (call.has("coder")) project->set_coder(call.text("coder"));
    return writes ? command.writes(call, *project) : command.reads(call, *project);
}

/// What is asked of the program itself, before any command: "--version", "--help" or nothing.
std::string asked_of_the_program(const std::vector<std::string>& words)
{
    for (std::size_t i = 0; i < words.size() && words[i].rfind("--", 0) == 0; ++i) {
        if (words[i] == "--version" || words[i] == "--help") return words[i];
        if (words[i] == "--lang" || words[i] == "--coder") ++i;
    }
    return {};
}

int print(const std::string& text)
{
    return write_all(STDOUT_FILENO, text) == 0 ? 0 : refused;
}

int run(const std::vector<std::string>& words, const Manner& manner)
{
    const auto asked = asked_of_the_program(words);
    if (asked == "--version") return print("quipu " QUIPU_VERSION "\n");
    if (asked == "--help") return print(overview());
    const auto call = parse(words);
    if (!call) return complain(call.error(), manner.json);
    if (call->has("help")) return print(help_page(call->command()));
    const auto outcome = carry_out(*call);
    return outcome ? answer_with(*outcome, *call) : complain(outcome.error(), manner.json);
}

/// What the system says about a file, in our words.
Error in_our_words(const std::filesystem::filesystem_error& error)
{
    const auto code = error.code() == std::errc::no_such_file_or_directory ? ErrorCode::not_found
                      : error.code() == std::errc::no_space_on_device      ? ErrorCode::disk_full
                      : error.code() == std::errc::permission_denied       ? ErrorCode::read_only
                                                                           : ErrorCode::bad_file;
    return {code, say("{}: {}.", error.path1().string(), error.code().message()), ""};
}

}

int main(int count, char** arguments)
{
    std::setlocale(LC_CTYPE, "C.UTF-8");
    std::signal(SIGPIPE, SIG_IGN);
    const std::vector<std::string> words(arguments + std::min(count, 1), arguments + count);
    const auto manner = manner_of(words);
    workbench::set_language(manner.language);
    try {
        return run(words, manner);
    } catch (const workbench::BrokenFile& broken) {
        return complain(broken.error, manner.json);
    } catch (const std::filesystem::filesystem_error& error) {
        return complain(in_our_words(error), manner.json);
    } catch (const std::bad_alloc&) {
        return complain({ErrorCode::too_large, tr("There is not enough memory for this."),
                         tr("Close other programs, or work on fewer documents at once.")},
                        manner.json);
    } catch (const std::exception& error) {
        return complain({ErrorCode::broken_file, say("The command could not go on: {}.", error.what()),
                         tr("Run quipu check on the project.")},
                        manner.json);
    }
}
