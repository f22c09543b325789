#include "paper/canvas.h"
#include "paper/xml.h"
#include <array>
#include <cmath>

using namespace paper;
using namespace std::string_literals;
using testing::HasSubstr;
using testing::Not;

namespace
{

/// A figure with one of everything.
void draw(Canvas& canvas)
{
    canvas.line({10, 10}, {90, 20}, {.colour = palette[1], .width = 2, .dash = {4, 2}});
    canvas.polyline(std::array{Point{0, 0}, Point{5, 9}, Point{20, 3}}, {});
    canvas.polygon(std::array{Point{50, 50}, Point{60, 50}, Point{55, 60}}, {.fill = Colour{1, 2, 3, 0.5}});
    canvas.curve({0, 0}, {10, 30}, {40, 30}, {50, 0}, {});
    canvas.rounded({20, 20, 60, 30}, 6, {.fill = tint(palette[0], 0.3), .stroke = Stroke{palette[0]}});
    canvas.ellipse({10, 60, 40, 20}, {.stroke = Stroke{}});
    canvas.arrow_head({90, 90}, {10, 90}, 8, black);
    {
        const Canvas::Saved saved(canvas);
        canvas.clip({0, 0, 100, 50});
        canvas.translate(50, 0);
        canvas.rotate(30);
        canvas.scale(2, 1);
        canvas.rectangle({0, 0, 10, 10}, {.fill = palette[2]});
    }
    canvas.text({50, 50}, "Cero papel ñ {12-4}", {.bold = true, .wrap = 40}, centred);
}

std::string svg()
{
    auto canvas = Canvas::svg({100, 100}, "Red <uno>");
    draw(canvas);
    return canvas.finish().value();
}

std::string pdf()
{
    auto canvas = Canvas::pdf({100, 100}, "Red");
    draw(canvas);
    return canvas.finish().value();
}

std::string png(double dpi = 300)
{
    auto canvas = Canvas::png({100, 100}, dpi);
    draw(canvas);
    return canvas.finish().value();
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

}

TEST(Canvas, SameDrawingGivesSameBytes)
{
    EXPECT_EQ(svg(), svg());
    EXPECT_EQ(pdf(), pdf());
    EXPECT_EQ(png(), png());
}

TEST(Canvas, SvgIsXmlWithItsTitle)
{
    const auto tree = parse_xml(svg());
    ASSERT_TRUE(tree);
    EXPECT_STREQ(tree->child("svg").child("title").text().get(), "Red <uno>");
    EXPECT_STREQ(tree->child("svg").attribute("role").value(), "img");
    EXPECT_THAT(svg(), Not(HasSubstr("surface2")));
}

TEST(Canvas, PdfTellsNoTime)
{
    const auto bytes = pdf();
    EXPECT_TRUE(bytes.starts_with("%PDF-"));
    EXPECT_TRUE(bytes.ends_with("%%EOF\n"));
    EXPECT_TRUE(bytes.find("/CreationDate (D:198001010000)") != bytes.npos);
    EXPECT_TRUE(bytes.find("/FontFile") != bytes.npos) << "the font is embedded";
}

TEST(Canvas, PngHasItsResolution)
{
    const auto bytes = png(300);
    EXPECT_EQ(big_endian(bytes, 16), 417u) << "100 points at 300 dots per inch";
    EXPECT_EQ(bytes.substr(37, 4), "pHYs");
    EXPECT_EQ(big_endian(bytes, 41), 11811u);
    std::size_t at = 8;
    std::vector<std::string> chunks;
    for (; at + 12 <= bytes.size(); at += big_endian(bytes, at) + 12) chunks.push_back(bytes.substr(at + 4, 4));
    EXPECT_EQ(at, bytes.size()) << "every chunk ends where the next begins";
    EXPECT_EQ(chunks.back(), "IEND");
}

TEST(Canvas, PictureTooLargeForItsSurfaceIsAProblem)
{
    auto canvas = Canvas::png({1e6, 10}, 300);
    draw(canvas);
    const auto bytes = canvas.finish();
    ASSERT_FALSE(bytes);
    EXPECT_EQ(bytes.error().kind, ProblemKind::cannot_write);
}

TEST(Canvas, CoordinatesThatAreNoNumbersDrawNothing)
{
    auto canvas = Canvas::svg({100, 100});
    const auto empty = Canvas::svg({100, 100}).finish().value();
    for (const double bad : {std::nan(""), double(INFINITY), -double(INFINITY)}) {
        canvas.line({bad, 0}, {1, 1}, {});
        canvas.rectangle({0, 0, bad, 1}, {.fill = black});
        canvas.rounded({0, bad, 1, 1}, 2, {.fill = black});
        canvas.ellipse({bad, bad, 1, 1}, {.fill = black});
        canvas.curve({0, 0}, {bad, 0}, {0, 0}, {0, 0}, {});
        canvas.arrow_head({bad, 0}, {1, 1}, 4, black);
        canvas.text({bad, 1}, "x", {});
    }
    canvas.polygon({}, {.fill = black});
    canvas.ellipse({0, 0, 0, 5}, {.fill = black});
    EXPECT_EQ(canvas.finish().value(), empty);
}

TEST(Canvas, TextMeasuresTheSameEverywhere)
{
    const TextStyle style{.size = 12};
    const auto size = measure("Motivaciones", style);
    EXPECT_EQ(size.lines, 1);
    EXPECT_GT(size.width, 40);
    EXPECT_LT(size.width, 120);
    EXPECT_GT(size.baseline, 0);
    EXPECT_LT(size.baseline, size.height);
    for (auto canvas : {0, 1, 2}) {
        auto some = canvas == 0 ? Canvas::svg({9, 9}) : canvas == 1 ? Canvas::pdf({9, 9}) : Canvas::png({9, 9}, 150);
        const auto box = some.text({5, 5}, "Motivaciones", style, {Anchor::Across::right, Anchor::Down::bottom});
        EXPECT_DOUBLE_EQ(box.width, size.width);
        EXPECT_DOUBLE_EQ(box.right(), 5);
        EXPECT_DOUBLE_EQ(box.bottom(), 5);
    }
    EXPECT_NEAR(measure("Motivaciones", {.size = 24}).width, 2 * size.width, 0.5);
    EXPECT_GT(measure("Motivaciones", {.size = 12, .bold = true}).width, size.width);
}

TEST(Canvas, TextWrapsAndEnds)
{
    const std::string sentence = "La municipalidad siempre se rige en torno a las políticas nacionales";
    const auto wrapped = measure(sentence, {.wrap = 100});
    EXPECT_GT(wrapped.lines, 2);
    EXPECT_LE(wrapped.width, 100.01);
    EXPECT_EQ(measure(sentence, {.wrap = 100, .most_lines = 2}).lines, 2);
    EXPECT_EQ(measure("a\nb", {}).lines, 2);
    EXPECT_EQ(measure("", {}).lines, 1) << "a caret has a height";
    EXPECT_LE(measure(std::string(200, 'm'), {.wrap = 50}).width, 50.01) << "a word that is too long is broken";
}

TEST(Canvas, TextThatIsNotUtf8IsDrawnAllTheSame)
{
    auto canvas = Canvas::svg({100, 100});
    EXPECT_GT(canvas.text({0, 0}, "a\xFF\xC3", {}).width, 0);
    canvas.text({0, 0}, "a\0b"s, {});
    EXPECT_TRUE(canvas.finish());
}

TEST(Canvas, LinesEndAtTheEdgeOfABox)
{
    const Box box{10, 20, 40, 20}; // centre 30, 30
    EXPECT_NEAR(edge_of(box, {100, 30}).x, 50, 1e-9);
    EXPECT_NEAR(edge_of(box, {30, -100}).y, 20, 1e-9);
    EXPECT_NEAR(edge_of(box, {50, 40}).x, 50, 1e-9);
    EXPECT_NEAR(edge_of(box, {30, 30}).x, 30, 1e-9);
    EXPECT_NEAR(ellipse_edge_of(box, {0, 30}).x, 10, 1e-9);
    const auto slanted = ellipse_edge_of(box, {60, 60}); // (t/20)^2 + (t/10)^2 = 1: t = sqrt(80)
    EXPECT_NEAR(slanted.x - 30, std::sqrt(80), 1e-9);
    EXPECT_NEAR(slanted.y - 30, std::sqrt(80), 1e-9);
}

TEST(Canvas, MovesLikeAValue)
{
    auto canvas = Canvas::svg({100, 100});
    draw(canvas);
    auto moved = std::move(canvas);
    draw(moved);
    EXPECT_TRUE(moved.finish());
}
