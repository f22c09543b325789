#pragma once
#include <cstdint>
#include <string>
#include <vector>

/// One entry of a zip archive laid out byte by byte, so that a test can lie in any field.
struct RawEntry {
    std::string name, bytes;
    std::uint16_t flags = 0;        ///< 1: encrypted
    std::uint16_t method = 0;       ///< stored
    std::uint32_t claimed_size = 0; ///< 0: the true one
    std::uint32_t wrong_crc = 0;    ///< xor-ed to the true one
};

/// The archive of `entries`, none of them compressed by us.
std::string raw_zip(const std::vector<RawEntry>& entries);
