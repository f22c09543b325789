#pragma once
#include "search/search.h"
#include "workbench/sha256.h"
#include "workbench/words.h"
#include <string>
#include <vector>

namespace search_tests
{

/// Texts in memory, each line a passage; `NAME: ` at its beginning is a speaker's label.
class MemoryTexts : public search::TextSource
{
 public:
    void add(const std::string& text, const std::string& language = "es")
    {
        heads_.push_back({workbench::sha256_hex(language + "\n" + text), language});
        texts_.push_back(passages_of(text));
    }
    void remove(std::size_t i)
    {
        heads_.erase(heads_.begin() + static_cast<std::ptrdiff_t>(i));
        texts_.erase(texts_.begin() + static_cast<std::ptrdiff_t>(i));
    }
    const std::vector<search::TextHead>& heads() const override { return heads_; }
    std::vector<search::PassageText> read(std::size_t i) const override
    {
        ++reads;
        return texts_[i];
    }
    std::set<std::string> hashes() const
    {
        std::set<std::string> out;
        for (const auto& head : heads_) out.insert(head.hash);
        return out;
    }
    mutable int reads = 0;

 private:
    static std::vector<search::PassageText> passages_of(const std::string& text)
    {
        std::vector<search::PassageText> passages;
        std::int64_t at = 0;
        for (std::size_t begin = 0; begin < text.size();) {
            auto end = text.find('\n', begin);
            if (end == std::string::npos) end = text.size();
            const auto line = text.substr(begin, end - begin);
            const auto length = workbench::code_points(line);
            if (!line.empty()) passages.push_back(passage_of(line, at, length));
            at += length + 1;
            begin = end + 1;
        }
        return passages;
    }
    static search::PassageText passage_of(const std::string& line, std::int64_t at, std::int64_t length)
    {
        search::PassageText passage{at, at + length, at, line, 0, {}};
        const auto label = line.find(": ");
        if (label > 20 || line.find(' ') < label) return passage;
        passage.speaker = line.substr(0, label);
        passage.words_begin = at + workbench::code_points(line.substr(0, label + 2));
        return passage;
    }

    std::vector<search::TextHead> heads_;
    std::vector<std::vector<search::PassageText>> texts_;
};

/// `doc:N` is the text N (from 0), `speaker:NAME` the passages of a speaker; no other field exists.
inline search::Resolver resolver_of(const MemoryTexts& texts)
{
    return [&texts](const search::Outside& field) -> workbench::Result<std::vector<search::Stretch>> {
        std::vector<search::Stretch> out;
        if (field.field == search::FieldKind::document) return std::vector{search::Stretch{std::stoul(field.value)}};
        if (field.field != search::FieldKind::speaker)
            return workbench::fail(workbench::ErrorCode::not_found, "no " + field.name);
        for (std::size_t i = 0; i < texts.heads().size(); ++i)
            for (const auto& passage : texts.read(i))
                if (passage.speaker == field.value) out.push_back({i, passage.begin, passage.end});
        return out;
    };
}

}
