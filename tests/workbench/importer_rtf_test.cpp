#include "workbench/importer.h"
#include <gtest/gtest.h>

using namespace workbench;

namespace
{

std::string text_of_rtf(const std::string& body)
{
    const auto source =
        read_rtf("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 "
                 "Arial;}{\\f2\\fcharset2 Symbol;}{\\f3\\fcharset128 Mincho;}}" +
                     body + "}",
                 {});
    return source ? source->text : "error: " + source.error().detail;
}

struct Row {
    std::string rtf, text;
};
class Rtf : public testing::TestWithParam<Row>
{
};

}

TEST_P(Rtf, IsRead)
{
    EXPECT_EQ(text_of_rtf(GetParam().rtf), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Importer, Rtf,
    testing::Values(
        Row{"una \\u8220?cita\\u8221? sola\\par", "una “cita” sola"}, Row{"a\\u8220\\'93b\\uc0\\u8221 c", "a“b”c"},
        Row{"\\uc2\\u22269\\'8d\\'91x", "国x"}, Row{"\\u-10179?\\u-8704?", "😀"}, Row{"\\u8212\\emdash x", "—x"},
        Row{"\\u8212\\par x", "—\nx"}, Row{"Qu\\'e9 pas\\'f3, se\\'f1or \\'80", "Qué pasó, señor €"},
        Row{"{\\f1 \\'cc\\'f3\\'ed}", "Мун"}, Row{"{\\f3 \\'93\\'fa\\'96\\'7b}", "日本"}, Row{"{\\f2 \\'b7}x", "•x"},
        Row{"a\\line b\\tab c\\~d\\-e\\_f", "a\nb\tc\u00A0d\u00ADe\u2011f"}, Row{"\\{a\\}\\\\", "{a}\\"},
        Row{"a\\\nb", "a\nb"}, Row{"a\nb\r\nc", "abc"}, Row{"a\\par\\par b\\par", "a\n\nb"},
        Row{"a\\page b\\par\\page c", "a\nb\nc"}, Row{"{\\b negrita} y {\\i cursiva}", "negrita y cursiva"},
        Row{"{\\*\\unknown nada{\\b nada}}a{\\header nada}{\\info{\\author X}}", "a"},
        Row{"{\\pict\\wmetafile8 0102ff}a{\\bin3 {}}x}", "ax"}, Row{"{\\v oculto}a{\\deleted borrado}b", "ab"},
        Row{"a{\\deleted x\\par}b", "ab"},
        Row{"{\\field{\\*\\fldinst HYPERLINK \"http://x\"}{\\fldrslt enlace}}", "enlace"},
        Row{"{\\upr{viejo}{\\*\\ud{nuevo}}}", "nuevo"},
        Row{"a{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn x}{\\sv 1}}{\\shptxt caja\\par}}{\\shprslt caja}}b\\par",
            "ab\ncaja"},
        Row{"\\trowd\\pard\\intbl a\\par b\\cell\\cell\\row\\pard z", "a b\t\nz"},
        Row{"\\pard\\intbl a\\cell{\\pard\\itap2\\intbl n1\\nestcell "
            "n2\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}}\\pard\\intbl\\cell\\row",
            "a\tn1 n2"},
        Row{"{\\listtext\\pard\\plain 1.\\tab}\\pard\\intbl uno\\cell\\row", "1. uno"},
        Row{"{\\pntext\\f2\\'b7\\tab}uno\\par{\\listtext o\\tab}dos\\par{\\listtext a)\\tab}tres",
            "- uno\n- dos\na) tres"},
        Row{"x{\\footnote\\chftn  nota uno\\par dos}y{\\footnote z}", "x[1]y[2]\n[1] nota uno\ndos\n[2] z"},
        Row{"{\\annotation no}{\\*\\bkmkstart x}a{\\*\\bkmkend x}", "a"}));

TEST(ImporterRtf, ACutFileGivesWhatIsThereAndSaysSo)
{
    const auto source = read_rtf("{\\rtf1 hola {\\b mun", {});
    ASSERT_TRUE(source);
    EXPECT_EQ(source->text, "hola mun");
    EXPECT_EQ(source->warnings.size(), 1u);
}

TEST(ImporterRtf, BracesWithoutEndAreRefused)
{
    const auto source = read_rtf("{\\rtf1 " + std::string(3'000'000, '{'), {});
    ASSERT_FALSE(source);
    EXPECT_EQ(source.error().code, ErrorCode::bad_file);
}
