#include "coding/memo.h"
#include "coding/quotation_list.h"
#include "study.h"

using namespace coding;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using workbench::ErrorCode;

TEST(QuotationLabel, ShowsTheCopyOnlyWhereItDiffers)
{
    EXPECT_EQ(quotation_label(3, "", 12, ""), "3:12");
    EXPECT_EQ(quotation_label(3, "", 12, "b"), "3:12b");
    EXPECT_EQ(quotation_label(3, "", 12, "-k7f"), "3:12-k7f");
    EXPECT_EQ(quotation_label(12, "b", 3, "b"), "12b:3");
    EXPECT_EQ(quotation_label(12, "b", 3, ""), "12b:3a");
    EXPECT_EQ(quotation_label(12, "b", 3, "c"), "12b:3c");
}

TEST(QuotationLabel, FindsWhatItNames)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    const auto quotation = study.mark(document, 0, 3);
    study.mark(document, 4, 7);
    const auto rename = [&](const std::string& sql) {
        study.project()
            .change(workbench::Op::set_quotation,
                    [&](Change& change) -> workbench::Result<int> {
                        change.run(sql);
                        return 0;
                    })
            .value();
    };
    EXPECT_EQ(find_quotation(study.project(), "1:1").value(), quotation);
    EXPECT_EQ(find_quotation(study.project(), "1:1b").error().code, ErrorCode::not_found);
    rename("UPDATE quotation SET copy = 'b' WHERE number = 1");
    EXPECT_EQ(find_quotation(study.project(), "1:1b").value(), quotation);
    EXPECT_EQ(find_quotation(study.project(), "1:1").error().code, ErrorCode::not_found);
    EXPECT_EQ(label_of(study.project(), quotation), "1:1b");
    rename("UPDATE quotation SET copy = '-k7f' WHERE number = 1");
    EXPECT_EQ(find_quotation(study.project(), "1:1-k7f").value(), quotation);
    for (const auto* wrong : {"1", "1:", ":1", "1:1:1", "1:0", "a:1", "1:1B", "1:-1", "1:1-", "99999999999:1", ""})
        EXPECT_EQ(find_quotation(study.project(), wrong).error().code, ErrorCode::bad_value) << wrong;
}

TEST(Quotation, IsAnnotatedByACommentOrAMemo)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres cuatro"), other = study.add("e2", "uno");
    const auto with_memo = study.mark(document, 8, 12), with_comment = study.mark(document, 0, 3);
    study.mark(document, 4, 7);
    add_memo(study.project(), {"Aparte", "x", "analytic", {study.mark(other, 0, 3).value}}).value();
    add_memo(study.project(), {"Sobre ella", "x", "analytic", {with_memo.value}}).value();
    EXPECT_EQ(set_quotation(study.project(), with_comment, {.name = {}, .comment = "dudosa"}).value(), 1);
    std::vector<QuotationId> found;
    for (const auto& one : annotated_quotations(study.project(), document)) found.push_back(one.id);
    EXPECT_THAT(found, ElementsAre(with_comment, with_memo)) << "by place";
}

TEST(Quotation, MarkingTwiceKeepsOne)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    const auto code = study.code("A");
    const auto first = mark(study.project(), document, {0, 3}, {code}).value();
    EXPECT_EQ(first.label, "1:1");
    EXPECT_EQ(first.created, 1);
    EXPECT_TRUE(first.is_new);
    const auto changes = study.changes();
    const auto again = mark(study.project(), document, {0, 3}, {code}).value();
    EXPECT_EQ(again.quotation, first.quotation);
    EXPECT_EQ(again.created, 0);
    EXPECT_FALSE(again.is_new);
    EXPECT_EQ(study.changes(), changes);
}

TEST(Quotation, IsOneForEveryCoder)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    const auto first = study.mark(document, 0, 3, {"A"});
    study.project().set_coder("LQ");
    EXPECT_EQ(study.mark(document, 0, 3, {"A"}), first);
    EXPECT_EQ(codings(study.project()).size(), 2u);
    EXPECT_EQ(unmark(study.project(), first).value(), 1);
    EXPECT_EQ(codings(study.project()).front().coder, "RM");
    EXPECT_EQ(unmark(study.project(), first).value(), 0);
    study.project().set_coder("nobody yet");
    const auto changes = study.changes();
    EXPECT_EQ(unmark(study.project(), first).value(), 0);
    EXPECT_EQ(study.changes(), changes);
}

TEST(Quotation, WithoutCodesIsPlain)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    const auto marked = mark(study.project(), document, {4, 7}, {}).value();
    EXPECT_EQ(marked.created, 0);
    EXPECT_TRUE(marked.is_new);
    EXPECT_TRUE(codings(study.project()).empty());
    EXPECT_EQ(quotations(study.project()).size(), 1u);
}

TEST(Quotation, KeepsItsNumberForEver)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    study.mark(document, 0, 3, {"A"});
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_EQ(mark(study.project(), document, {4, 7}, {}).value().label, "1:2");
    const auto quotation = find_quotation(study.project(), "1:2").value();
    EXPECT_EQ(delete_quotation(study.project(), quotation).value(), 1);
    EXPECT_EQ(mark(study.project(), document, {4, 7}, {}).value().label, "1:3");
}

TEST(Quotation, RefusesWhatDoesNotFit)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    const auto changes = study.changes();
    EXPECT_EQ(mark(study.project(), document, {3, 3}, {}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(mark(study.project(), document, {5, 3}, {}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(mark(study.project(), document, {0, 13}, {}).error().code, ErrorCode::out_of_range);
    EXPECT_EQ(mark(study.project(), document, {0, 3}, {}, {.weight = 101}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(mark(study.project(), document, {0, 3}, {CodeId{77}}).error().code, ErrorCode::not_found);
    EXPECT_EQ(mark(study.project(), DocumentId{77}, {0, 3}, {}).error().code, ErrorCode::not_found);
    EXPECT_EQ(study.changes(), changes);
    EXPECT_THAT(quotations(study.project()), IsEmpty());
}

TEST(Quotation, IsFoundByItsTextWithWhiteSpaceFolded)
{
    Study study;
    const auto document = study.add("e1", "El \u00e1rbol  de\nla calle. El \u00e1rbol de la plaza.");
    const auto find = [&](const std::string& text, std::optional<int> nth = {}) {
        return find_text(study.project(), document, text, nth);
    };
    EXPECT_EQ(find("\u00e1rbol de la calle").value(), (Span{3, 21}));
    EXPECT_EQ(find("  \u00e1rbol\tde\nla  plaza ").value(), (Span{26, 43}));
    const auto several = find("\u00e1rbol de la").error();
    EXPECT_EQ(several.code, ErrorCode::ambiguous);
    EXPECT_THAT(several.detail, HasSubstr("3:15, 26:37"));
    EXPECT_EQ(find("\u00e1rbol de la", 2).value(), (Span{26, 37}));
    EXPECT_EQ(find("\u00e1rbol de la", 3).error().code, ErrorCode::out_of_range);
    EXPECT_EQ(find("\u00e1rbol de la", 0).error().code, ErrorCode::out_of_range);
    EXPECT_EQ(find("arbol de la calle").error().code, ErrorCode::not_found);
    EXPECT_EQ(find(" \n ").error().code, ErrorCode::bad_value);
}

TEST(Quotation, IsSetResizedAndDeletedAsOneChangeEach)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    const auto id = study.mark(document, 0, 3, {"A"});
    auto changes = study.changes();
    EXPECT_EQ(set_quotation(study.project(), id, {.name = "n", .comment = "c"}).value(), 1);
    EXPECT_EQ(set_quotation(study.project(), id, {.name = "n", .comment = "c"}).value(), 0);
    EXPECT_EQ(resize_quotation(study.project(), id, {0, 7}).value(), 1);
    EXPECT_EQ(resize_quotation(study.project(), id, {0, 7}).value(), 0);
    EXPECT_EQ(resize_quotation(study.project(), id, {0, 70}).error().code, ErrorCode::out_of_range);
    EXPECT_EQ(study.changes(), changes + 2);
    const auto rows = quotation_rows(study.project());
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].text, "uno dos");
    EXPECT_EQ(rows[0].quotation.comment, "c");
    EXPECT_EQ(delete_quotation(study.project(), id).value(), 1);
    EXPECT_EQ(delete_quotation(study.project(), id).error().code, ErrorCode::not_found);
    EXPECT_EQ(study.changes(), changes + 3);
    ASSERT_TRUE(workbench::undo(study.project(), 3));
    EXPECT_EQ(quotation_rows(study.project()).front().text, "uno");
}

TEST(Quotation, TakesItsTiesWithItButNotWhatAClaimStandsOn)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    const auto id = study.mark(document, 0, 3, {"A"});
    const auto link =
        add_link(
            study.project(),
            {study.code("A").value, find_relation(study.project(), "is a").value(), study.code("B").value, {}, {id}})
            .value();
    add_memo(study.project(), {"M", "t", "diary", {id.value}}).value();
    study.project()
        .change(workbench::Op::add_code,
                [&](Change& change) -> workbench::Result<int> {
                    change.run("UPDATE code SET origin_quotation = ? WHERE name = 'A'", id);
                    return 0;
                })
        .value();
    study.project()
        .change(workbench::Op::add_claim,
                [&](Change& change) -> workbench::Result<int> {
                    const auto claim = change.new_object<workbench::Id<struct ClaimTag>>(workbench::ObjectKind::claim);
                    change.run("INSERT INTO claim (id, quotation, expect, coder, at) VALUES (?, ?, 'r = 1', ?, ?)",
                               claim, id, change.coder(), change.now());
                    return 0;
                })
        .value();
    const auto refused = delete_quotation(study.project(), id).error();
    EXPECT_EQ(refused.code, ErrorCode::conflict);
    EXPECT_THAT(refused.detail, HasSubstr("r = 1"));
    EXPECT_EQ(delete_document(study.project(), document).error().code, ErrorCode::conflict);
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_EQ(delete_quotation(study.project(), id).value(), 1);
    EXPECT_TRUE(coding::link(study.project(), link)->quotations.empty());
    EXPECT_TRUE(memos(study.project()).front().on.empty());
    EXPECT_EQ(code(study.project(), study.code("A"))->origin_quotation, std::nullopt);
}

TEST(Quotation, ListsAreFilteredAndInDocumentOrder)
{
    Study study;
    const std::vector<workbench::Turn> turns{{1, {0, 10}, 3, "E", {}}, {2, {11, 25}, 15, "DM1", {}}};
    const auto first = study.add("e1", "E: hola ya\nDM1: s\u00ed, claro.", turns);
    const auto second = study.add("e2", "uno dos tres\n\ncuatro");
    study.mark(second, 14, 20, {"A/x"});
    study.mark(second, 0, 3, {"B"});
    study.mark(first, 16, 18, {"A", "B"});
    study.mark(first, 3, 7);
    workbench::add_variable(study.project(), "edad", workbench::VariableType::integer, {}).value();
    workbench::link_case(study.project(), "c2", {second}).value();
    workbench::set_case(study.project(), "c2", {{"edad", "34"}}).value();

    const auto labels = [&](const QuotationFilter& filter) {
        std::vector<std::string> all;
        for (const auto& q : quotations(study.project(), filter)) all.push_back(q.label());
        return all;
    };
    EXPECT_THAT(labels({}), ElementsAre("1:2", "1:1", "2:2", "2:1"));
    EXPECT_THAT(labels({.codes = {study.code("A")}}), ElementsAre("1:1"));
    EXPECT_THAT(labels({.codes = {study.code("A")}, .children = true}), ElementsAre("1:1", "2:1"));
    EXPECT_THAT(labels({.codes = {study.code("A"), study.code("B")}}), ElementsAre("1:1", "2:2"));
    EXPECT_THAT(labels({.document = second}), ElementsAre("2:2", "2:1"));
    EXPECT_THAT(labels({.speaker = "dm1"}), ElementsAre("1:1"));
    EXPECT_THAT(labels({.where = condition_in(study.project(), "edad=34").value()}), ElementsAre("2:2", "2:1"));
    EXPECT_THAT(labels({.where = condition_in(study.project(), "edad=35").value()}), IsEmpty());
    EXPECT_THAT(labels({.coder = coder_named(study.project(), "RM")}), ElementsAre("1:1", "2:2", "2:1"));
    EXPECT_THAT(labels({.among = {{find_quotation(study.project(), "2:1").value()}}}), ElementsAre("2:1"));
    EXPECT_EQ(condition_in(study.project(), "edad").error().code, ErrorCode::bad_value);
    EXPECT_EQ(condition_in(study.project(), "altura=2").error().code, ErrorCode::not_found);

    const auto rows = quotation_rows(study.project());
    EXPECT_EQ(rows[1].speaker, "DM1");
    EXPECT_EQ(rows[1].paragraph, 2);
    EXPECT_EQ(rows[1].text, "s\u00ed");
    EXPECT_THAT(rows[1].codes, ElementsAre("A", "B"));
    EXPECT_THAT(rows[1].coders, ElementsAre("RM"));
    EXPECT_EQ(rows[3].paragraph, 2);
    EXPECT_EQ(rows[3].study_case, "c2");
    EXPECT_EQ(rows[3].document, "e2");
}

TEST(Quotation, ManyPassagesAreMarkedAsOneChange)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    study.mark(document, 0, 3);
    const auto changes = study.changes();
    const auto code = study.code("A");
    const auto marked =
        mark_passages(study.project(), {{document, {0, 3}}, {document, {4, 7}}, {document, {4, 7}}}, {code}).value();
    EXPECT_EQ(marked.quotations.size(), 2u);
    EXPECT_EQ(marked.created, 2);
    EXPECT_EQ(study.changes(), changes + 2);
    EXPECT_EQ(mark_passages(study.project(), {{document, {8, 12}}, {document, {8, 99}}}, {code}).error().code,
              ErrorCode::out_of_range);
    EXPECT_EQ(quotations(study.project()).size(), 2u);
}

TEST(Document, GoesWithAllThatIsOnIt)
{
    Study study;
    const auto first = study.add("e1", "uno dos tres"), second = study.add("e2", "uno");
    study.mark(first, 0, 3, {"A"});
    study.mark(second, 0, 3, {"A"});
    const auto before = workbench::dump_of(study.project());
    EXPECT_EQ(delete_document(study.project(), first).value(), 1);
    EXPECT_EQ(workbench::documents(study.project()).size(), 1u);
    EXPECT_EQ(quotations(study.project()).size(), 1u);
    EXPECT_EQ(delete_document(study.project(), first).error().code, ErrorCode::not_found);
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_EQ(workbench::dump_of(study.project()), before);
}
