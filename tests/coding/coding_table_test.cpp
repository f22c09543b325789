// The codings in memory follow a change by reading again only what it touched: always what a new table would be.
#include "coding/coding_table.h"
#include "study.h"
#include "workbench/pieces.h"
#include <random>

using namespace coding;
using workbench::ChangeSet;

namespace
{

bool same(const CodingTable& a, const CodingTable& b)
{
    const auto equal = [](const PlacedCoding& x, const PlacedCoding& y) {
        return std::tie(x.document, x.begin, x.end, x.code, x.coder) ==
               std::tie(y.document, y.begin, y.end, y.code, y.coder);
    };
    const auto named = [](const TableLabel& x, const TableLabel& y) { return x.id == y.id && x.name == y.name; };
    return std::ranges::equal(a.rows(), b.rows(), equal) && a.document_rows() == b.document_rows() &&
           a.codes().paths() == b.codes().paths() && std::ranges::equal(a.documents(), b.documents(), named) &&
           std::ranges::equal(a.coders(), b.coders(), named);
}

/// Compares after every change.
class Followed
{
 public:
    explicit Followed(Study& study)
        : study_(study),
          table_(study.project()),
          subscription_(study.project().subscribe([this](const ChangeSet& change) {
              ++changes_;
              table_.follow(study_.project(), change);
              quoted = change.quoted;
              EXPECT_TRUE(same(table_, CodingTable(study_.project()))) << "after " << changes_ << " changes";
          }))
    {
    }
    int changes() const { return changes_; }
    std::vector<std::int64_t> quoted;

 private:
    Study& study_;
    CodingTable table_;
    int changes_ = 0;
    workbench::Subscription subscription_;
};

const std::string text = "Se perdian los expedientes y nadie respondia. Despues vino el sistema unico.";

}

TEST(CodingTable, FollowsEveryKindOfChange)
{
    Study study;
    const auto first = study.add("a", text), second = study.add("b", text);
    study.mark(first, 0, 4, {"Papel", "Motivos/Norma"});
    Followed followed(study);
    const auto quotation = study.mark(first, 3, 20, {"Papel"});
    study.mark(second, 3, 20, {"Motivos/Cola"});
    study.project().set_coder("JP");
    study.mark(first, 3, 20, {"Papel"});
    (void)rename_code(study.project(), study.code("Papel"), "Zeta").value();
    (void)move_code(study.project(), study.code("Motivos/Norma"), {}).value();
    (void)resize_quotation(study.project(), quotation, {5, 9}).value();
    (void)workbench::correct(study.project(), first, {0, 2}, "Si").value();
    (void)unmark(study.project(), quotation, {}).value();
    (void)merge_codes(study.project(), {study.code("Motivos/Cola")}, study.code("Zeta")).value();
    (void)delete_quotation(study.project(), quotation).value();
    const auto third = study.add("c", text);
    study.mark(third, 0, 9, {"Zeta"});
    (void)delete_code(study.project(), study.code("Zeta"), true).value();
    (void)delete_document(study.project(), second).value();
    while (workbench::next_undo(study.project()) && followed.changes() < 60)
        ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_GT(followed.changes(), 20);
}

TEST(CodingTable, HearsWhichDocumentsAreQuoted)
{
    Study study;
    const auto first = study.add("a", text), second = study.add("b", text);
    Followed followed(study);
    const auto quotation = study.mark(first, 0, 4, {"Papel"});
    EXPECT_THAT(followed.quoted, testing::ElementsAre(first.value));
    study.mark(second, 0, 4, {"Papel"});
    EXPECT_THAT(followed.quoted, testing::ElementsAre(second.value));
    (void)unmark(study.project(), quotation, {}).value();
    EXPECT_THAT(followed.quoted, testing::ElementsAre(first.value));
    (void)delete_quotation(study.project(), quotation).value();
    EXPECT_THAT(followed.quoted, testing::ElementsAre(first.value)) << "known by its own row only";
    (void)delete_code(study.project(), study.code("Papel"), true).value();
    EXPECT_THAT(followed.quoted, testing::ElementsAre(second.value));
}
