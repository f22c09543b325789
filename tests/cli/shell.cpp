#include "shell.h"
#include <cstdlib>
#include <sys/wait.h>

namespace transcript
{
namespace
{

std::string quoted(const std::string& path)
{
    return "'" + path + "'";
}

std::string environment(const std::string& home, const std::string& locale)
{
    return "export LC_ALL=" + locale + " LANG=" + locale + " LANGUAGE= TZ=UTC HOME=" + quoted(home) +
           " XDG_CACHE_HOME=" + quoted(home + "/cache") + " XDG_CONFIG_HOME=" + quoted(home + "/config") +
           " XDG_STATE_HOME=" + quoted(home + "/state") + " XDG_DATA_HOME=" + quoted(home + "/data") +
           " CORPORA=" + quoted(support::corpus("").string()) + " DATA=" + quoted(support::data("").string()) +
           " PATH=" + quoted(QUIPU_BIN_DIR) + ":\"$PATH\"\n";
}

}

Outcome Shell::run(const std::string& command) const
{
    const auto script =
        support::write_file(aside_ / "command", environment(aside_.path().string(), locale_) + command + "\n");
    const auto output = aside_ / "output", errors = aside_ / "errors";
    const auto status =
        std::system(("cd " + quoted(folder_.path().string()) + " && timeout 240 sh " + quoted(script.string()) + " >" +
                     quoted(output.string()) + " 2>" + quoted(errors.string()) + " </dev/null")
                        .c_str());
    return {support::read_file(output), support::read_file(errors),
            WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status)};
}

}
