// A thesis from the first interview to its network of codes, through the window alone; each step leaves a picture.
#include "code_palette.h"
#include "code_panel.h"
#include "coding/coding.h"
#include "coding/memo.h"
#include "coding/network.h"
#include "import_page.h"
#include "memo_view.h"
#include "network_view.h"
#include "screen.h"
#include "shown.h"
#include "support/corpus.h"
#include "text_surface.h"
#include "traveller.h"
#include <algorithm>
#include <wx/button.h>

using namespace gui_test;

namespace
{

class SlowTour : public Traveller
{
 public: // for the list of steps
    template <class View>
    bool is_in_front()
    {
        return wait_for([&] { return dynamic_cast<View*>(work().book().GetCurrentPage()) != nullptr; });
    }
    std::size_t coded() { return coding::codings(project()).size(); }

    void begin();
    void bring_interviews();
    void code_in_five_ways();
    void write_memo();
    void draw_network();

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
    drag(text.ClientToScreen(text.point_of(span.begin) + wxPoint(30, 10)),
         tree.ClientToScreen(row_of("Motivaciones/Doble digitaci\u00F3n")));
    ASSERT_TRUE(wait_for([&] { return coded() == 7; })) << message();
    picture("codificado");
}

void SlowTour::write_memo()
{
    draw_over("Casi me botan, porque dec\u00EDan que les estaba bajando la cartera.");
    press('M', wxMOD_CONTROL);
    ASSERT_TRUE(is_in_front<gui::MemoView>()) << message();
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
    ASSERT_TRUE(is_in_front<gui::NetworkView>()) << message();
    picture("red-vacia");
    add_node("cero papel", 1);
    add_node("doble digit", 2);
    add_node("infraestructura", 3);
    add_node("la integraci\u00F3n", 4);
    link("Motivaciones/Doble digitaci\u00F3n", "es causa", "Motivaciones/Cero papel");
    link("Estrategias/Infraestructura", "es parte", "Motivaciones/Cero papel");
    picture("red");
}

}

TEST_F(SlowTour, CodesAThesisThroughTheWindowAlone)
{
    // Each step builds on the one before.
    for (const auto step : {&SlowTour::begin, &SlowTour::bring_interviews, &SlowTour::code_in_five_ways,
                            &SlowTour::write_memo, &SlowTour::draw_network}) {
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
