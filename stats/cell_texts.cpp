#include "stats/cell_texts.h"
#include <algorithm>
#include <cassert>

namespace stats
{

void CellTexts::append(std::string_view cell)
{
    if (lengths_.size() % stride == 0) begins_.push_back(pool_.size());
    if (cell.size() >= escape) long_.emplace_back(lengths_.size(), cell.size());
    lengths_.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(cell.size(), escape)));
    pool_.append(cell);
}

void CellTexts::drop_last()
{
    assert(size() > 0);
    pool_.resize(pool_.size() - length_of(size() - 1));
    if (lengths_.back() == escape) long_.pop_back();
    lengths_.pop_back();
    if (lengths_.size() % stride == 0) begins_.pop_back();
}

std::size_t CellTexts::length_of(std::size_t row) const
{
    if (lengths_[row] < escape) return lengths_[row];
    return std::ranges::lower_bound(long_, row, {}, &std::pair<std::size_t, std::size_t>::first)->second;
}

std::string_view CellTexts::operator[](std::size_t row) const
{
    assert(row < size());
    std::size_t begin = begins_[row / stride];
    for (std::size_t before = row / stride * stride; before < row; ++before) begin += length_of(before);
    return std::string_view(pool_).substr(begin, length_of(row));
}

}
