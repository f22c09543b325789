#include "pdf_text.h"
#include <algorithm>
#include <climits>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sys/resource.h>

namespace
{

constexpr int usage_error = 2;
constexpr rlim_t most_memory = rlim_t{2} << 30;
constexpr rlim_t most_seconds = 100;

void limit(__rlimit_resource what, rlim_t most)
{
    rlimit limits{};
    getrlimit(what, &limits);
    limits.rlim_cur = std::min(most, limits.rlim_max);
    setrlimit(what, &limits);
}

/// What is read here may want all memory and all time: it gets some of both, may write no file, and leaves no core.
void keep_within_bounds()
{
#ifndef __SANITIZE_ADDRESS__ // the sanitizer reserves terabytes of addresses
    limit(RLIMIT_AS, most_memory);
#endif
    limit(RLIMIT_CPU, most_seconds);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
}

std::string all_of(std::istream& in)
{
    return {std::istreambuf_iterator<char>(in), {}};
}

int explain(std::ostream& out, int code)
{
    out << "usage: quipu-reader pdf [FILE]\n"
           "Reads a PDF from FILE or standard input and writes its text, one JSON object a line:\n"
           "{\"page\":1,\"text\":\"...\"} for each page, then {\"pages\":N}; or {\"problem\":\"encrypted\"} or\n"
           "{\"problem\":\"bad_file\"}. Started by quipu and quipu-desktop.\n";
    return code;
}

}

int main(int count, char** words)
{
    if (count == 2 && std::strcmp(words[1], "--help") == 0) return explain(std::cout, 0);
    if (count < 2 || count > 3 || std::strcmp(words[1], "pdf") != 0) return explain(std::cerr, usage_error);
    keep_within_bounds();

    std::ifstream file;
    if (count == 3) file.open(words[2], std::ios::binary);
    const auto bytes = count == 3 ? all_of(file) : all_of(std::cin);
    if (bytes.size() > INT_MAX) return 1;
    reader::write_pdf_text(bytes);
    return std::cout.flush() ? 0 : 1;
}
