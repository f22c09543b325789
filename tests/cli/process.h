#pragma once
#include <string>
#include <sys/types.h>
#include <vector>

namespace process
{

/// What a finished program left.
struct Outcome {
    std::string output, errors;
    int exit_code = 0; ///< 128 + the signal that ended it
};

/// A program under way, with nothing of the user's folders in its environment and English messages. Ends with the
/// object, by force if need be.
class Process
{
 public:
    /// `home` stands for the user's folders. The first word is a program beside the built ones.
    /// What it says goes into a file of that name, to be read while it runs; without one only wait() tells.
    Process(const std::vector<std::string>& words, const std::string& home, const std::string& said = {});
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    void send(int signal) const;
    Outcome wait();

 private:
    pid_t pid_ = -1;
    std::string output_, errors_; ///< files that it writes to
};

/// Runs `quipu` with these words to its end.
Outcome quipu(const std::vector<std::string>& words, const std::string& home);

}
