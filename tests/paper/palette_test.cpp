#include "paper/palette.h"
#include <cmath>

using namespace paper;

namespace
{

using Rgb = std::array<double, 3>;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Rgb linear(Colour c)
{
    return {linear(c.red / 255.0), linear(c.green / 255.0), linear(c.blue / 255.0)};
}

/// How a colour is seen: Machado, Oliveira and Fernandes (2009), severity 1.
struct Vision {
    const char* name;
    double matrix[3][3];
};
constexpr Vision visions[]{
    {"all cones", {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {"protanopia", {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {"deuteranopia",
     {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {"tritanopia", {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
};

Rgb seen(const Vision& vision, Colour colour)
{
    const auto rgb = linear(colour);
    Rgb out{};
    for (int i = 0; i < 3; ++i)
        for (int k = 0; k < 3; ++k) out[i] += vision.matrix[i][k] * rgb[k];
    for (auto& channel : out) channel = std::clamp(channel, 0.0, 1.0);
    return out;
}

/// CIE 1976 L*a*b*, white of D65.
Rgb lab(const Rgb& rgb)
{
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
    const double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    const double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const Rgb& a, const Rgb& b)
{
    return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

}

TEST(Palette, ColoursStayApartForEveryKindOfEye)
{
    for (const auto& vision : visions)
        for (std::size_t i = 0; i < palette.size(); ++i)
            for (std::size_t k = i + 1; k < palette.size(); ++k)
                EXPECT_GT(distance(lab(seen(vision, palette[i])), lab(seen(vision, palette[k]))), 16)
                    << vision.name << ": " << hex(palette[i]) << " " << hex(palette[k]);
}

TEST(Palette, ContrastIsThatOfWcag)
{
    EXPECT_NEAR(contrast(black, white), 21, 1e-9);
    EXPECT_NEAR(contrast(white, white), 1, 1e-9);
    EXPECT_NEAR(contrast({0x76, 0x76, 0x76}, white), 4.54, 0.005); // the well-known lightest grey that passes
    EXPECT_NEAR(contrast({255, 0, 0}, white), 3.998, 0.001);       // by hand: 1.05 / (0.2126 + 0.05)
    EXPECT_EQ(contrast({1, 2, 3}, {200, 9, 8}), contrast({200, 9, 8}, {1, 2, 3}));
}

TEST(Palette, InkIsReadableOnEveryColour)
{
    for (int r = 0; r < 256; r += 5)
        for (int g = 0; g < 256; g += 5)
            for (int b = 0; b < 256; b += 5) {
                const Colour paint{static_cast<std::uint8_t>(r), static_cast<std::uint8_t>(g),
                                   static_cast<std::uint8_t>(b)};
                ASSERT_GE(contrast(readable_ink(paint), paint), 4.5) << hex(paint);
            }
}

TEST(Palette, LeastUsedColourIsTheNextOne)
{
    EXPECT_EQ(least_used({}), palette[0]);
    std::vector<Colour> used;
    for (std::size_t i = 0; i < 2 * palette.size(); ++i) {
        EXPECT_EQ(least_used(used), palette[i % palette.size()]);
        used.push_back(least_used(used));
    }
    EXPECT_EQ(least_used(std::vector<Colour>(5, Colour{1, 2, 3})), palette[0]);
}

TEST(Palette, HexIsReadAsItIsWritten)
{
    EXPECT_EQ(hex({230, 159, 0}), "#e69f00");
    EXPECT_EQ(hex({1, 2, 3, 0.5}), "#01020380");
    for (const auto colour : palette) EXPECT_EQ(colour_from_hex(hex(colour)), colour);
    EXPECT_EQ(colour_from_hex("fA0"), (Colour{255, 170, 0}));
    EXPECT_EQ(colour_from_hex("#E69F00"), (Colour{230, 159, 0}));
    for (const auto text : {"", "#", "#12", "#12345", "#gggggg", "red", "#1234567", "#-1-1-1", "#123456789"})
        EXPECT_EQ(colour_from_hex(text), std::nullopt) << text;
}

TEST(Palette, TintGoesToWhite)
{
    EXPECT_EQ(tint({0, 114, 178}, 0), white);
    EXPECT_EQ(tint({0, 114, 178}, 1), (Colour{0, 114, 178}));
    EXPECT_EQ(tint({0, 114, 178}, 7), (Colour{0, 114, 178}));
    EXPECT_EQ(tint(black, 0.5), (Colour{128, 128, 128}));
}
