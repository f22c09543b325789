#pragma once
#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

namespace bench
{

/// Invented Spanish: words of syllables that follow Zipf's law, so that the vocabulary keeps growing as in real speech.
class Speech
{
 public:
    explicit Speech(unsigned seed) : random_(seed)
    {
        const std::vector<std::string> starts{"b", "c", "d", "f", "g",  "l",  "m",  "n", "p",
                                              "r", "s", "t", "v", "tr", "qu", "ll", "ñ", ""};
        const std::vector<std::string> middles{"a", "e", "i", "o", "u", "ie", "ó", "á"};
        const std::vector<std::string> ends{"", "", "n", "s", "r", "l"};
        const auto one = [&](const auto& list) { return list[random_() % list.size()]; };
        words_ = {"de",  "la", "que", "el",   "en",      "y",         "a",
                  "los", "se", "con", "vida", "memoria", "histórica", "comunidad"};
        while (words_.size() < 120'000) {
            std::string word;
            for (auto n = 1 + random_() % 4; n > 0; --n) word += one(starts) + one(middles) + one(ends);
            words_.push_back(word + (random_() % 4 ? "" : random_() % 2 ? "ción" : "s"));
        }
        double sum = 0;
        for (std::size_t i = 0; i < words_.size(); ++i)
            heights_.push_back(sum += 1 / std::pow(static_cast<double>(i) + 7, 1.25));
    }
    const std::string& word()
    {
        const auto height = std::uniform_real_distribution<>(0, heights_.back())(random_);
        return words_[static_cast<std::size_t>(std::lower_bound(heights_.begin(), heights_.end(), height) -
                                               heights_.begin())];
    }
    std::string transcript()
    {
        std::string text;
        for (int turn = 0; turn < 76; ++turn) {
            text += turn % 2 ? "DMPP1: " : "ENTREVISTADOR: ";
            for (int n = turn % 2 ? 100 : 30; n > 0; --n) text += word() + (n % 12 ? " " : ". ");
            if (turn % 9 == 1) text += "La memoria histórica no se enseña.";
            text += "\n";
        }
        return text;
    }

 private:
    std::mt19937 random_;
    std::vector<std::string> words_;
    std::vector<double> heights_;
};

}
