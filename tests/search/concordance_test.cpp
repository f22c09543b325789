#include "search/concordance.h"
#include "support/temp_project.h"
#include <gtest/gtest.h>

using namespace search;
using namespace workbench;

namespace
{

struct Concordance : testing::Test {
    support::TempProject project;

    std::string lines(std::string_view query, std::int64_t width, LineOrder order = LineOrder::document)
    {
        ProjectIndex index(*project, project / "cache");
        const auto hits = index.search(query, {0, -1}, {});
        if (!hits) return hits.error().detail;
        std::string out;
        for (const auto& line : concordance(*hits, width, order))
            out += std::to_string(hits->rows[line.row].document.number) + ":" + std::to_string(line.begin) + "-" +
                   std::to_string(line.end) + " " + line.left + "[" + line.keyword + "]" + line.right + "\n";
        return out;
    }
};

}

TEST_F(Concordance, EveryMatchHasALineWithItsContextVerbatim)
{
    project.add("e1", "E: ¿Y el papel?\nANA: Cero papel, an\u0303o tras año: 😀 papel.\n",
                {{1, {0, 15}, 3, "E", {}}, {2, {16, 56}, 21, "ANA", {}}});
    EXPECT_EQ(lines("papel", 8), "1:9-14 ¿Y el [papel]?\n"
                                 "1:26-31 Cero [papel], an\u0303o t\n"
                                 "1:50-55  año: 😀 [papel].\n")
        << "the label is left out, and nothing is taken from another passage";
    EXPECT_EQ(lines("\"cero papel\"", 3), "1:21-31 [Cero papel], a\n");
    EXPECT_EQ(lines("papel", 0), "1:9-14 [papel]\n1:26-31 [papel]\n1:50-55 [papel]\n");
    EXPECT_EQ(lines("nada", 8), "");
    EXPECT_EQ(lines("papel hablante:ana", 1), "1:26-31  [papel],\n1:50-55  [papel].\n");
}

TEST_F(Concordance, LinesAreSortedByTheWordsBesideTheKeyword)
{
    project.add("a", "la nube papel ocre\nla ñandú papel nuez\nun oso papel ñusta\nÁrbol papel Oca");
    project.add("b", "papel\nla nube papel nuca");
    EXPECT_EQ(lines("papel", 5, LineOrder::left), "2:0-5 [papel]\n"
                                                  "1:64-69 rbol [papel] Oca\n"
                                                  "1:8-13 nube [papel] ocre\n"
                                                  "2:14-19 nube [papel] nuca\n"
                                                  "1:28-33 andú [papel] nuez\n"
                                                  "1:46-51  oso [papel] ñust\n")
        << "the nearest word first, then the next; enye after n; case and accents do not count";
    EXPECT_EQ(lines("papel", 5, LineOrder::right), "2:0-5 [papel]\n"
                                                   "2:14-19 nube [papel] nuca\n"
                                                   "1:28-33 andú [papel] nuez\n"
                                                   "1:46-51  oso [papel] ñust\n"
                                                   "1:64-69 rbol [papel] Oca\n"
                                                   "1:8-13 nube [papel] ocre\n");
}
