#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stats
{

/// The cells of one column as they were written, packed: one byte per cell beside the text itself, because a table of
/// a million rows must fit a small laptop.
class CellTexts
{
 public:
    void append(std::string_view cell);
    void drop_last(); ///< takes the last append back
    std::size_t size() const { return lengths_.size(); }

    /// The cell at `row`, which must be there. Valid until the next append.
    std::string_view operator[](std::size_t row) const;

    /// Calls f(row, cell) for each cell in order; quicker than asking for each.
    template <class F>
    void for_each(F f) const
    {
        std::size_t begin = 0, next_long = 0;
        for (std::size_t row = 0; row < lengths_.size(); ++row) {
            const std::size_t length = lengths_[row] < escape ? lengths_[row] : long_[next_long++].second;
            f(row, std::string_view(pool_).substr(begin, length));
            begin += length;
        }
    }

 private:
    static constexpr std::uint8_t escape = 255; // the length stands in long_
    static constexpr std::size_t stride = 64;   // every so many cells their begin is written down

    std::size_t length_of(std::size_t row) const;

    std::string pool_;
    std::vector<std::uint8_t> lengths_;
    std::vector<std::size_t> begins_;
    std::vector<std::pair<std::size_t, std::size_t>> long_; // row, length; by row
};

}
