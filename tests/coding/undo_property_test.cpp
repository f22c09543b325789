#include "coding/code_group.h"
#include "coding/codebook.h"
#include "study.h"
#include <random>

using namespace coding;

namespace
{

/// Random gestures of one person on a small study. Refusals are as good as anything: they must leave no trace.
class Gestures
{
 public:
    Gestures(Study& study, unsigned seed) : study_(study), project_(study.project()), random_(seed)
    {
        documents_ = {study.add("e1", std::string(80, 'x')),
                      study.add("e2", "uno dos tres cuatro cinco seis siete ocho")};
    }

    void one()
    {
        const auto before = workbench::dump_of(project_);
        const auto changes = study_.changes();
        const bool done = act();
        const auto after = workbench::dump_of(project_);
        EXPECT_TRUE(done || after == before) << "a refused gesture left a trace";
        EXPECT_EQ(study_.changes(), changes + (after == before ? 0 : 1))
            << "one gesture is one change, no effect is none";
    }

 private:
    std::size_t upto(std::size_t n) { return n ? random_() % n : 0; }
    CodeId some_code()
    {
        const auto all = project_.rows<CodeId>("SELECT id FROM code ORDER BY id");
        return all.empty() ? CodeId{} : all[upto(all.size())];
    }
    QuotationId some_quotation()
    {
        const auto all = project_.rows<QuotationId>("SELECT id FROM quotation ORDER BY id");
        return all.empty() ? QuotationId{} : all[upto(all.size())];
    }
    std::string some_name() { return std::string(1, static_cast<char>('A' + upto(5))); }
    Span some_span()
    {
        const auto begin = static_cast<std::int64_t>(upto(45));
        return {begin, begin + static_cast<std::int64_t>(upto(12))};
    }

    bool act()
    {
        switch (upto(16)) {
        case 0: return add_code(project_, {some_name() + "/" + some_name()}).has_value();
        case 1: return rename_code(project_, some_code(), some_name()).has_value();
        case 2:
            return move_code(project_, some_code(), upto(3) ? std::optional(some_code()) : std::nullopt).has_value();
        case 3: return merge_codes(project_, {some_code()}, some_code()).has_value();
        case 4: return delete_code(project_, some_code(), upto(2)).has_value();
        case 5:
            return unmark(project_, some_quotation(),
                          upto(2) ? std::vector<CodeId>{some_code()} : std::vector<CodeId>{})
                .has_value();
        case 6: return resize_quotation(project_, some_quotation(), some_span()).has_value();
        case 7: return delete_quotation(project_, some_quotation()).has_value();
        case 8:
            return set_quotation(project_, some_quotation(), {.name = some_name(), .comment = some_name()}).has_value();
        case 9:
            return add_memo(project_, {some_name(), "t", "diary", {some_code().value, some_quotation().value}})
                .has_value();
        case 10:
            return add_link(project_, {some_code().value,
                                       RelationId{static_cast<std::int64_t>(2 + upto(6))},
                                       some_code().value,
                                       {},
                                       {some_quotation()}})
                .has_value();
        case 11: return add_network(project_, {some_name(), {}, {some_code().value, some_code().value}}).has_value();
        case 12: return add_group(project_, some_name(), {some_code(), some_code()}).has_value();
        default:
            return mark(project_, documents_[upto(2)], some_span(), {some_code()},
                        {.weight = static_cast<int>(upto(101))})
                .has_value();
        }
    }

    Study& study_;
    Project& project_;
    std::mt19937 random_;
    std::vector<workbench::DocumentId> documents_;
};

}

TEST(Coding, RandomGesturesAreUndoneAndRedoneWithoutARest)
{
    for (unsigned seed = 1; seed <= 4; ++seed) {
        Study study;
        Gestures gestures(study, seed);
        study.code("A/B");
        study.code("C");
        const auto start = workbench::dump_of(study.project());
        const auto before = static_cast<int>(study.changes());
        for (int i = 0; i < 60 && !testing::Test::HasFailure(); ++i) gestures.one();
        const auto end = workbench::dump_of(study.project());
        const auto made = static_cast<int>(study.changes()) - before;
        ASSERT_GT(made, 15);
        ASSERT_TRUE(workbench::undo(study.project(), made)) << seed;
        EXPECT_EQ(workbench::dump_of(study.project()), start) << seed;
        ASSERT_TRUE(workbench::redo(study.project(), made)) << seed;
        EXPECT_EQ(workbench::dump_of(study.project()), end) << seed;
    }
}

TEST(Coding, ACorrectionOfTheTextMovesNoCoding)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    const auto id = study.mark(document, 4, 7, {"A"});
    ASSERT_TRUE(workbench::correct(study.project(), document, {0, 3}, "ciento uno"));
    EXPECT_EQ(quotation(study.project(), id)->span, (Span{11, 14}));
    EXPECT_EQ(find_text(study.project(), document, "dos").value(), (Span{11, 14}));
    EXPECT_EQ(mark(study.project(), document, {11, 14}, {study.code("A")})->created, 0);
    ASSERT_TRUE(workbench::correct(study.project(), document, {11, 14}, ""));
    EXPECT_EQ(quotation(study.project(), id)->span, (Span{11, 11}));
}
