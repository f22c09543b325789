#pragma once
#include "stats/number_format.h"
#include "stats/table_data.h"
#include <memory>
#include <string>

namespace paper
{
class Canvas;
}

namespace stats
{

/// A picture of numbers. Draw it as often as you like; lengths in points. It is made for a column of text: at 8 cm its
/// letters are still of 7 points.
class Chart
{
 public:
    virtual ~Chart() = default;
    virtual double width() const { return column_width; }
    virtual double height() const = 0;
    virtual void draw(paper::Canvas& canvas) const = 0;
    /// What one would say of it over the telephone.
    virtual std::string said() const = 0;

    static constexpr double column_width = 288;
};

/// Null where there is nothing to draw.
using ChartPointer = std::shared_ptr<const Chart>;

/// Two variables as points, with the line of least squares and its 95 % band (for a Pearson correlation: `line`) or
/// without (Spearman), the outer points named. `labels`: a text column that names the rows; null for none. Rows with a
/// missing value are left out; null when none is left.
ChartPointer scatter_chart(const Column& x, const Column& y, const Column* labels, bool line,
                           const NumberFormat& format);

/// One bar for each category, with its count and its share of the valid cases; the largest first where the categories
/// have no order of their own. Of many, those beyond the first fifteen stand together; numbers that have more values
/// than that are drawn as a distribution. Null when all is missing.
ChartPointer frequency_chart(const Column& column, const NumberFormat& format);

/// How the values lie: box and whiskers (Tukey's hinges; whiskers to the last value within 1.5 of their distance; what
/// lies beyond as points; a rhomb at the mean) above the histogram, or above each value as a point when these are fewer
/// than twelve. Null when all is missing.
ChartPointer distribution_chart(const Column& column, const NumberFormat& format);

/// Counts of a table with two entries.
struct Counts {
    std::string rows_title, columns_title;
    std::vector<std::string> rows, columns;
    std::vector<std::vector<double>> cells; ///< by rows
};
/// One bar for each row, parted by the shares of its columns, with their counts. Rows that are empty are left out; null
/// when all are, and when there are more than twelve columns or forty rows: nobody could tell them apart.
ChartPointer share_chart(const Counts& counts, const NumberFormat& format);
/// Two columns counted against each other; what misses either value is left out.
Counts counts_of(const Column& rows, const Column& columns);

enum class ChartFormat { svg, png, pdf };
std::string chart_bytes(const Chart& chart, ChartFormat format);

}
