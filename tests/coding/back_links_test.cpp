#include "coding/back_links.h"
#include "coding/code_group.h"
#include "study.h"

using namespace coding;
using testing::ElementsAre;
using testing::IsEmpty;

namespace
{

std::vector<std::string> sentences(Study& study, std::int64_t object)
{
    std::vector<std::string> all;
    for (const auto& link : back_links(study.project(), object)) all.push_back(link.sentence);
    return all;
}

}

TEST(BackLinks, ListWhatPointsAtACode)
{
    Study study;
    const auto code = study.code("Papel");
    EXPECT_THAT(sentences(study, code.value), IsEmpty());
    const auto memo = add_memo(study.project(), {.title = "Sobre el papel", .text = "x", .on = {code.value}}).value();
    study.link("Papel", "is cause of", "Cola");
    study.link("Norma", "is cause of", "Papel");
    study.link("Otro", "contradicts", "Papel");
    add_network(study.project(), {.name = "Red 1", .objects = {code.value}}).value();
    add_group(study.project(), "Motivos", {code}).value();
    EXPECT_THAT(sentences(study, code.value),
                ElementsAre("memo: Sobre el papel", "is cause of Cola", "is caused by Norma", "contradicts Otro",
                            "network: Red 1", "group: Motivos"));
    const auto links = back_links(study.project(), code.value);
    EXPECT_EQ(links[0].object, memo.value);
    EXPECT_EQ(links[2].object, study.code("Norma").value);
}

TEST(BackLinks, ListWhatPointsAtAQuotation)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    const auto quotation = study.mark(document, 0, 3);
    add_code(study.project(), {.path = "En vivo", .origin = Origin::emergent, .origin_quotation = quotation}).value();
    const auto relation = find_relation(study.project(), "is a").value();
    add_link(study.project(), {study.code("A").value, relation, study.code("B").value, "", {quotation}}).value();
    EXPECT_THAT(sentences(study, quotation.value),
                ElementsAre("called for the code En vivo", "justifies the link from A"));
    EXPECT_THAT(sentences(study, 999), IsEmpty());
}
