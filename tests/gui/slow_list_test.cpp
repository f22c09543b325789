// Lists at the size of a large study: 2,000 codes and 13,000 quotations.
#include "code_panel.h"
#include "coding/codebook.h"
#include "coding/coding.h"
#include "desk.h"
#include "quotation_table.h"
#include "shown.h"
#include "support/corpus.h"
#include <chrono>
#include <iostream>
#include <wx/textctrl.h>

using namespace gui_test;
using gui::QuotationTable;

namespace
{

constexpr int documents = 13, passages = 1000, parents = 100, children = 19;
constexpr double most_ms = 100; ///< from a key to a list that is filled

/// Codes by a codebook and quotations by one mark of many: as quick as such a study can be made.
void fill_with_much(workbench::Project& project, const std::filesystem::path& book_file)
{
    std::string book = "path\n";
    for (int i = 0; i < parents; ++i)
        for (int j = 0; j < children; ++j)
            book += "Categoria " + std::to_string(i) + "/Codigo " + std::to_string(i * children + j) + "\n";
    (void)coding::import_codebook(project, support::write_file(book_file, book)).value();
    std::vector<coding::CodeId> codes;
    for (const auto& code : coding::codes(project))
        if (code.depth == 1) codes.push_back(code.id);
    for (int d = 0; d < documents; ++d) {
        std::string text;
        std::vector<coding::Passage> found;
        std::int64_t at = 0;
        for (int p = 0; p < passages; ++p) {
            const auto line = "ANA: El expediente " + std::to_string(d * passages + p) +
                              " se perdia y nadie respondia por la cola de la manana.\n";
            found.push_back({{}, {at + 5, at + static_cast<std::int64_t>(line.size()) - 1}});
            at += static_cast<std::int64_t>(line.size());
            text += line;
        }
        const auto document = add_interview(project, "E" + std::to_string(d + 1), text);
        for (auto& passage : found) passage.document = document;
        (void)coding::mark_passages(project, found, {codes[static_cast<std::size_t>(d) * 7 % codes.size()]}).value();
    }
}

class SlowLists : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open(
            make_project("large", [&](workbench::Project& project) { fill_with_much(project, folder_ / "book.csv"); }));
    }
    /// The longest of some keys typed into a box, each until its list is filled.
    double longest_key(wxTextCtrl& box, const std::string& words)
    {
        double longest = 0;
        wxString typed;
        for (const char key : words) {
            typed += key;
            const auto begin = std::chrono::steady_clock::now();
            box.SetValue(typed);
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
            longest = std::max(longest, took.count());
            settle();
        }
        return longest;
    }
};

}

TEST_F(SlowLists, TheTreeOfCodesFiltersAtOnce)
{
    ASSERT_EQ(work().codes().model().size(), static_cast<std::size_t>(parents * (children + 1)));
    const auto longest = longest_key(work().codes().filter(), "codigo 17");
    std::cout << "2,000 codes: a key takes at most " << longest << " ms\n";
    EXPECT_LT(longest, most_ms);
    EXPECT_LT(work().codes().model().size(), 500u);
}

TEST_F(SlowLists, TheTableOfQuotationsFiltersAtOnce)
{
    const auto begin = std::chrono::steady_clock::now();
    work().act(gui::Action::list_quotations);
    const std::chrono::duration<double, std::milli> opened = std::chrono::steady_clock::now() - begin;
    auto& table = dynamic_cast<QuotationTable&>(*work().book().GetCurrentPage());
    ASSERT_EQ(table.rows().count(), static_cast<std::size_t>(documents * passages));
    std::cout << "13,000 quotations: opened in " << opened.count() << " ms\n";
    const auto first = longest_key(table.words(), "e");
    std::cout << "13,000 quotations: the first key takes " << first << " ms\n";
    const auto longest = longest_key(table.words(), "expediente 77");
    std::cout << "13,000 quotations: a key takes at most " << longest << " ms\n";
    EXPECT_LT(longest, most_ms);
    EXPECT_GT(table.rows().count(), 0u);
    EXPECT_LT(table.rows().count(), 2000u) << "numbers with 77, and all of the code with that number";
}
