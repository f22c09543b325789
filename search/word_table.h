#pragma once
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <deque>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace search
{

/// A hash table of words, for loops that look up every word of a text: the words lie side by side in a few large
/// blocks, and an entry never moves. Entries are only added, or all forgotten at once.
template <class Value>
class WordTable
{
 public:
    struct Entry {
        std::string_view word;
        Value value;
        std::uint32_t hash;
    };

    std::size_t size() const { return entries_.size(); }

    Entry* find(std::string_view word)
    {
        if (slots_.empty()) return nullptr;
        const auto hash = hash_of(word);
        for (auto at = hash & mask();; at = (at + 1) & mask()) {
            auto* entry = slots_[at];
            if (!entry || (entry->hash == hash && entry->word == word)) return entry;
        }
    }

    /// The word must not be there yet.
    Entry& add(std::string_view word, Value value)
    {
        if (entries_.size() * 2 >= slots_.size()) grow();
        auto& entry = entries_.emplace_back(Entry{kept(word), std::move(value), hash_of(word)});
        place(entry);
        return entry;
    }

    void clear()
    {
        slots_.clear();
        entries_.clear();
        blocks_.clear();
        left_ = 0;
    }

 private:
    static constexpr std::size_t block_size = 1 << 16;

    static std::uint32_t hash_of(std::string_view word)
    {
        const auto hash = std::hash<std::string_view>{}(word);
        return static_cast<std::uint32_t>(hash ^ (hash >> 32));
    }
    std::size_t mask() const { return slots_.size() - 1; }

    void place(Entry& entry)
    {
        auto at = entry.hash & mask();
        while (slots_[at]) at = (at + 1) & mask();
        slots_[at] = &entry;
    }
    void grow()
    {
        slots_.assign(slots_.empty() ? 1'024 : slots_.size() * 2, nullptr);
        for (auto& entry : entries_) place(entry);
    }
    std::string_view kept(std::string_view word)
    {
        if (word.size() > left_) {
            left_ = std::max(block_size, word.size());
            blocks_.push_back(std::make_unique<char[]>(left_));
            free_ = blocks_.back().get();
        }
        if (!word.empty()) std::memcpy(free_, word.data(), word.size());
        const std::string_view copy(free_, word.size());
        free_ += word.size();
        left_ -= word.size();
        return copy;
    }

    std::vector<Entry*> slots_;
    std::deque<Entry> entries_;
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* free_ = nullptr;
    std::size_t left_ = 0;
};

}
