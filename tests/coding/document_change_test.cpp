#include "coding/document_change.h"
#include "study.h"
#include "workbench/document.h"
#include <gmock/gmock.h>

using namespace coding;
using testing::ElementsAre;
using workbench::ErrorCode;

namespace
{

std::vector<std::string> names(const workbench::Reading& reading)
{
    std::vector<std::string> found;
    for (const auto& one : workbench::documents(reading)) found.push_back(one.name);
    return found;
}

}

TEST(DocumentChange, SeveralGoAtOnceAndComeBackAtOnce)
{
    Study study;
    const auto first = study.add("e1", "uno"), second = study.add("e2", "dos"), third = study.add("e3", "tres");
    study.mark(first, 0, 3, {"Cero papel"});
    const auto before = study.changes();
    EXPECT_EQ(delete_documents(study.project(), {first, third}).value(), 2);
    EXPECT_THAT(names(study.project()), ElementsAre("e2"));
    EXPECT_EQ(study.changes(), before + 1);
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_THAT(names(study.project()), ElementsAre("e1", "e2", "e3"));
    EXPECT_EQ(study.number<int>("SELECT count(*) FROM coding"), 1);
    EXPECT_EQ(delete_documents(study.project(), {second, workbench::DocumentId{999}}).error().code,
              ErrorCode::not_found);
    EXPECT_EQ(names(study.project()).size(), 3u) << "none goes when one cannot";
}

TEST(DocumentChange, SeveralGetOneKindAsOneChange)
{
    Study study;
    const auto first = study.add("e1", "uno"), second = study.add("e2", "dos");
    const auto before = study.changes();
    EXPECT_EQ(workbench::set_documents(study.project(), {first, second}, {.kind = "report"}).value(), 2);
    EXPECT_EQ(study.changes(), before + 1);
    EXPECT_EQ(workbench::document(study.project(), second)->kind, "report");
    EXPECT_EQ(workbench::set_documents(study.project(), {first, second}, {.name = "x"}).error().code,
              ErrorCode::bad_value);
    EXPECT_EQ(workbench::set_documents(study.project(), {first}, {.comment = "breve", .name = "Ana"}).value(), 1);
    EXPECT_THAT(names(study.project()), ElementsAre("Ana", "e2"));
    EXPECT_EQ(workbench::document(study.project(), first)->comment, "breve");
    EXPECT_EQ(workbench::set_documents(study.project(), {second}, {.name = "Ana"}).error().code, ErrorCode::exists);
}
