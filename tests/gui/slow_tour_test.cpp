// A thesis from the first interview to the report, through the window alone; each step leaves a picture.
#include "analysis_view.h"
#include "claim_form.h"
#include "code_palette.h"
#include "code_panel.h"
#include "coding/coding.h"
#include "coding/memo.h"
#include "coding/network.h"
#include "evidence_form.h"
#include "finding_form.h"
#include "grid_view.h"
#include "import_page.h"
#include "import_sheet.h"
#include "memo_view.h"
#include "network_view.h"
#include "quotation_table.h"
#include "result_canvas.h"
#include "review_list.h"
#include "screen.h"
#include "search_panel.h"
#include "shown.h"
#include "stat_view.h"
#include "stats/claim.h"
#include "stats/finding.h"
#include "stats/saved_analysis.h"
#include "support/corpus.h"
#include "support_list.h"
#include "table_view.h"
#include "text_surface.h"
#include "traveller.h"
#include "with_dialog.h"
#include <algorithm>
#include <wx/button.h>
#include <wx/radiobut.h>
#include <wx/textctrl.h>

using namespace gui_test;

namespace
{

class SlowTour : public Traveller
{
 public: // for the list of steps
    std::size_t coded() { return coding::codings(project()).size(); }

    void begin();
    void bring_interviews();
    void code_in_five_ways();
    void write_memo();
    void draw_network();
    void search_and_code();
    void count_codes();
    void test_a_table();
    void link_words_to_numbers();
    void check_a_claim();
    void write_finding();
    void write_report();

    void code_by_palette(const std::string& quote, const std::string& path);
    void add_node(const std::string& typed, std::size_t nodes);
    void link(const char* from, const char* relation, const char* to);
};

void SlowTour::begin()
{
    picture("inicio");
    choose_file([&] { press('N', wxMOD_CONTROL); }, folder_ / "tesis.quipu");
    ASSERT_TRUE(wait_for([&] { return frame().work() != nullptr; })) << message();
    picture("proyecto-nuevo");
}

void SlowTour::bring_interviews()
{
    choose_file([&] { press('I', wxMOD_CONTROL | wxMOD_ALT); }, support::corpus("puno") / "interviews");
    const auto page = [&] { return dynamic_cast<gui::ImportPage*>(work().book().page_of("import")); };
    ASSERT_TRUE(wait_for([&] { return page() && !page()->at_work(); }, 20000));
    ASSERT_EQ(page()->list().GetItemCount(), 11);
    picture("importar-vista-previa");
    click(page()->button());
    ASSERT_TRUE(wait_for([&] { return page() == nullptr && session().documents().size() == 11; }, 20000)) << message();
    open_document("DMPP5");
    picture("entrevista");
}

void SlowTour::code_by_palette(const std::string& quote, const std::string& path)
{
    const auto before = coded();
    draw_over(quote);
    press('K', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return view().palette().IsShown(); }));
    write(path);
    if (before == 0) picture("paleta-de-codigos");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return coded() == before + 1; })) << message();
}

void SlowTour::code_in_five_ways()
{
    // With the palette, which makes what is not there yet.
    code_by_palette("gast\u00E1bamos como noventa mil soles al a\u00F1o en t\u00F3ner y papel",
                    "Motivaciones/Cero papel");
    // With the code used last.
    draw_over("Imprimen el PDF para leerlo");
    picture("barra-de-seleccion");
    press('L', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return coded() == 2; })) << message();
    // With its own words.
    draw_over("Hospital de m\u00E1quinas");
    press('I', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return coded() == 3; })) << message();
    code_by_palette("Primero corriente.", "Estrategias/Infraestructura");
    code_by_palette("Un mismo contribuyente se digitaba cuatro veces", "Motivaciones/Doble digitaci\u00F3n");
    // By a double click on a code.
    draw_over("El servidor estaba en un cuartito pegado al ba\u00F1o");
    auto& tree = work().codes().tree();
    double_click(tree, row_of("Estrategias/Infraestructura"));
    ASSERT_TRUE(wait_for([&] { return coded() == 6; })) << message();
    // By dropping the selection on a code.
    draw_over("y en las cuatro con el apellido escrito diferente");
    auto& text = view().transcript().text();
    const auto span = place_of("y en las cuatro con el apellido escrito diferente");
    const auto onto = tree.ClientToScreen(row_of("Motivaciones/Doble digitaci\u00F3n"));
    drag_in_steps(text.ClientToScreen(text.point_of(span.begin) + wxPoint(30, 10)), onto);
    ASSERT_TRUE(wait_for([&] { return coded() == 7; })) << message();
    picture("codificado");
}

void SlowTour::write_memo()
{
    draw_over("Casi me botan, porque dec\u00EDan que les estaba bajando la cartera.");
    press('M', wxMOD_CONTROL);
    ASSERT_TRUE(comes_to_front<gui::MemoView>()) << message();
    auto& memo = front<gui::MemoView>();
    click(memo.title());
    press('A', wxMOD_CONTROL);
    write("La integraci\u00F3n toca intereses");
    click(memo.text());
    write(
        "Limpiar el padr\u00F3n baj\u00F3 el n\u00FAmero de contribuyentes, y eso se ley\u00F3 como una p\u00E9rdida.");
    ASSERT_TRUE(
        wait_for([&] { return coding::memos(project()).size() == 1 && !coding::memos(project())[0].text.empty(); }));
    picture("memo");
}

void SlowTour::add_node(const std::string& typed, std::size_t nodes)
{
    auto& tab = front<gui::NetworkView>();
    tab.canvas().SetFocus();
    move(tab.canvas().ClientToScreen(wxPoint(6, 6)));
    press(WXK_INSERT);
    ASSERT_TRUE(wait_for([&] { return tab.palette().IsShown() && tab.palette().entry().HasFocus(); }));
    write(typed);
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return coding::networks(project()).at(0).nodes.size() == nodes; })) << typed;
}

void SlowTour::link(const char* from, const char* relation, const char* to)
{
    auto& tab = front<gui::NetworkView>();
    const auto node = [&](const char* path) {
        const auto wanted = code(project(), path).value;
        const auto nodes = coding::networks(project()).at(0).nodes;
        return std::ranges::find_if(nodes, [&](const auto& one) { return one.object == wanted; })->id;
    };
    const auto a = node(from), b = node(to);
    ASSERT_TRUE(wait_for([&] { return tab.canvas().middle_of(a) && tab.canvas().middle_of(b); }));
    move(tab.canvas().ClientToScreen(*tab.canvas().middle_of(a)));
    ASSERT_TRUE(wait_for([&] { return tab.canvas().handle_of(a).has_value(); }));
    drag(tab.canvas().ClientToScreen(*tab.canvas().handle_of(a)),
         tab.canvas().ClientToScreen(*tab.canvas().middle_of(b)));
    ASSERT_TRUE(wait_for([&] { return tab.palette().IsShown() && tab.palette().entry().HasFocus(); }));
    write(relation);
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return !tab.palette().IsShown(); })) << message();
}

void SlowTour::draw_network()
{
    press('N', wxMOD_CONTROL | wxMOD_ALT);
    ASSERT_TRUE(comes_to_front<gui::NetworkView>()) << message();
    picture("red-vacia");
    add_node("cero papel", 1);
    add_node("doble digit", 2);
    add_node("infraestructura", 3);
    add_node("la integraci\u00F3n", 4);
    link("Motivaciones/Doble digitaci\u00F3n", "es causa", "Motivaciones/Cero papel");
    link("Estrategias/Infraestructura", "es parte", "Motivaciones/Cero papel");
    picture("red");
}

void SlowTour::search_and_code()
{
    press('F', wxMOD_CONTROL | wxMOD_SHIFT);
    auto& panel = work().results();
    ASSERT_TRUE(wait_for([&] { return panel.query().HasFocus(); }));
    type("papel Y firma");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return panel.answered() == "papel Y firma" && !panel.found().list.empty(); }, 20000));
    picture("buscar");
    click(panel.code_button());
    ASSERT_TRUE(wait_for([&] { return panel.palette().IsShown(); }));
    write("Estrategias/Firma digital");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return panel.reviewed().IsShownOnScreen() && !panel.reviewed().proposals().empty(); }));
    picture("codificar-lo-encontrado");
    const auto before = coded();
    click(panel.reviewed().code_button());
    ASSERT_TRUE(wait_for([&] { return coded() > before; }, 10000)) << message();
    work().close_results();
}

void SlowTour::count_codes()
{
    press('D', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(comes_to_front<gui::GridView>());
    picture("codigos-por-documento");
    press('O', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(comes_to_front<gui::GridView>());
    picture("coocurrencia");
    press('Q', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(comes_to_front<gui::QuotationTable>());
    picture("tabla-de-citas");
}

void SlowTour::test_a_table()
{
    press('3', wxMOD_CONTROL | wxMOD_ALT);
    choose_file([&] { press('T', wxMOD_CONTROL | wxMOD_SHIFT); },
                support::corpus("puno") / "tables/brechas_por_sector.csv");
    ASSERT_TRUE(comes_to_front<gui::TableView>()) << message();
    picture("tabla-de-indicadores");
    press('R', wxMOD_CONTROL);
    ASSERT_TRUE(comes_to_front<gui::StatView>());
    auto& form = front<gui::StatView>();
    choose_by_arrows(form.statistics(), "Correlaci\u00F3n de Pearson");
    ASSERT_TRUE(wait_for([&] { return form.field("x") && form.field("y"); }));
    choose_by_arrows(dynamic_cast<wxChoice&>(*form.field("x")), "brecha");
    choose_by_arrows(dynamic_cast<wxChoice&>(*form.field("y")), "atencion");
    click(form.run_button());
    ASSERT_TRUE(wait_for([&] { return !form.result().result().tables.empty(); }, 10000)) << message();
    picture("correlacion");
    write_in(form.name(), "Brecha y atenci\u00F3n");
    press(WXK_RETURN);
    ASSERT_TRUE(wait_for([&] { return stats::analyses_of(project()).size() == 1; }, 10000)) << message();
    session().open_object(stats::analyses_of(project())[0].id.value);
    ASSERT_TRUE(comes_to_front<gui::AnalysisView>()) << message();
    picture("analisis");
}

void SlowTour::link_words_to_numbers()
{
    press('4', wxMOD_CONTROL | wxMOD_ALT);
    with_dialog<gui::EvidenceForm>([&] { press('E', wxMOD_CONTROL); },
                                   [&](gui::EvidenceForm& form) {
                                       choose(form.words(), "infraestructura");
                                       choose(form.numbers(), "Brecha y");
                                       form.verdict(2).SetFocus();
                                       press(WXK_SPACE);
                                       write_in(form.reason(),
                                                "Los directores ven m\u00E1s inversi\u00F3n donde falta; "
                                                "los n\u00FAmeros de los sectores no lo muestran.");
                                       picture_with(form, "vincular-con-numeros");
                                       press(WXK_RETURN, wxMOD_CONTROL);
                                   });
    ASSERT_EQ(stats::evidence_of(project()).size(), 1u) << message();
    press('E', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(comes_to_front<gui::GridView>());
    picture("evidencia");
}

void SlowTour::check_a_claim()
{
    choose_file([&] { press('I', wxMOD_CONTROL | wxMOD_SHIFT); },
                support::corpus("puno") / "reports/informe_brechas.txt");
    const auto page = [&] { return dynamic_cast<gui::ImportPage*>(work().book().page_of("import")); };
    ASSERT_TRUE(wait_for([&] { return page() && !page()->at_work(); }, 20000));
    choose_by_arrows(page()->sheet().kind(), "informe");
    picture("importar-informe");
    click(page()->button());
    ASSERT_TRUE(wait_for([&] { return page() == nullptr && session().documents().size() == 12; }, 20000)) << message();
    press('1', wxMOD_CONTROL | wxMOD_ALT);
    open_document("informe_brechas");
    draw_over("La fuente informa una correlaci\u00F3n de Pearson de r = -0.662 entre la brecha y la atenci\u00F3n por "
              "sector");
    with_dialog<gui::ClaimForm>([&] { press('K', wxMOD_CONTROL | wxMOD_ALT); },
                                [&](gui::ClaimForm& form) {
                                    choose(form.numbers(), "Brecha y");
                                    write_in(form.states(), "r = -0.662");
                                    EXPECT_TRUE(wait_for([&] { return form.preview().find("\u25B2") == 0; }))
                                        << form.preview();
                                    picture_with(form, "afirmacion");
                                    press(WXK_RETURN);
                                });
    ASSERT_EQ(stats::claims(project()).size(), 1u) << message();
    press('Y', wxMOD_CONTROL | wxMOD_ALT);
    ASSERT_TRUE(comes_to_front<gui::GridView>());
    picture("afirmaciones");
}

void SlowTour::write_finding()
{
    const auto take = [&](gui::FindingForm& form, gui::SupportList& list, const std::string& letters) {
        list.ask();
        ASSERT_TRUE(wait_for([&] { return gui::Chooser::open_in(&form) != nullptr; }));
        write(letters);
        press(WXK_DOWN);
        press(WXK_SPACE);
        press(WXK_RETURN);
        ASSERT_TRUE(wait_for([&] { return list.chosen().size() == 1; })) << letters;
    };
    with_dialog<gui::FindingForm>([&] { press('F', wxMOD_CONTROL | wxMOD_ALT); },
                                  [&](gui::FindingForm& form) {
                                      write_in(form.title(), "El papel sale caro");
                                      write_in(form.text(), "El ahorro en papel es la raz\u00F3n que se puede contar.");
                                      take(form, form.quotations(), "gast");
                                      take(form, form.analyses(), "Brecha");
                                      picture_with(form, "hallazgo");
                                      form.text().SetFocus();
                                      press(WXK_RETURN, wxMOD_CONTROL);
                                  });
    ASSERT_EQ(stats::findings(project()).size(), 1u) << message();
    press('L', wxMOD_CONTROL | wxMOD_SHIFT);
    ASSERT_TRUE(comes_to_front<gui::GridView>());
    picture("hallazgos");
}

void SlowTour::write_report()
{
    const auto report = folder_ / "tesis.docx";
    choose_file([&] { press('P', wxMOD_CONTROL); }, report);
    ASSERT_TRUE(wait_for([&] { return message().find("tesis.docx") != std::string::npos; }, 30000)) << message();
    EXPECT_GT(std::filesystem::file_size(report), 5000u);
    picture("informe");
}

}

TEST_F(SlowTour, WritesAThesisThroughTheWindowAlone)
{
    // Each step builds on the one before.
    for (const auto step : {&SlowTour::begin, &SlowTour::bring_interviews, &SlowTour::code_in_five_ways,
                            &SlowTour::write_memo, &SlowTour::draw_network, &SlowTour::search_and_code,
                            &SlowTour::count_codes, &SlowTour::test_a_table, &SlowTour::link_words_to_numbers,
                            &SlowTour::check_a_claim, &SlowTour::write_finding, &SlowTour::write_report}) {
        (this->*step)();
        if (HasFatalFailure()) {
            (void)save_screen(pictures() / "failed.png");
            return;
        }
    }
    // Everything that was done can be taken back.
    press('5', wxMOD_CONTROL | wxMOD_ALT);
    picture("historia");
}
