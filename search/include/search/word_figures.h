#pragma once
#include "search/dispersion.h"
#include "search/vocabulary.h"
#include <filesystem>

namespace paper
{
class Canvas;
}

namespace search
{

/// Words in a cloud: the area of a word grows with its count, the commonest stand in the middle. The same words make
/// the same cloud. Lengths are points.
class WordCloud
{
 public:
    explicit WordCloud(const std::vector<WordCount>& words);

    double width() const { return width_; }
    double height() const { return height_; }
    void draw(paper::Canvas& canvas) const;

 private:
    struct Placed {
        std::string word;
        double size = 0, x = 0, y = 0, width = 0, height = 0; ///< x and y of the upper left corner
    };
    void place(Placed word);
    std::vector<Placed> words_;
    double width_ = 0, height_ = 0;
};

/// A row for each document: a strip as long as its text, a stroke where a match stands, the number of matches.
class DispersionPlot
{
 public:
    explicit DispersionPlot(const Dispersion& dispersion);

    double width() const { return width_; }
    double height() const { return height_; }
    void draw(paper::Canvas& canvas) const;

 private:
    struct Row {
        std::string name, count;
        std::vector<double> places;
    };
    std::vector<Row> rows_;
    std::string caption_;
    double names_ = 0, counts_ = 0; ///< widths of the columns
    double width_ = 0, height_ = 0;
};

/// Write a picture; the suffix of the file says the format: .svg .png .pdf. Errors: bad_value (another suffix),
/// too_large (for a PNG), not_found (the folder), read_only, disk_full.
workbench::Result<void> write_picture(const WordCloud& cloud, const std::filesystem::path& file);
workbench::Result<void> write_picture(const DispersionPlot& plot, const std::filesystem::path& file);

}
