// The pictures of the manual, from the sample study, so that they can be taken again: ./dev pictures.
#include "analysis_view.h"
#include "case_grid.h"
#include "code_palette.h"
#include "code_panel.h"
#include "code_view.h"
#include "coding/coding.h"
#include "coding/network.h"
#include "import_page.h"
#include "network_view.h"
#include "pane.h"
#include "quotation_panel.h"
#include "quotation_table.h"
#include "search_panel.h"
#include "shown.h"
#include "side_bar.h"
#include "stats/saved_analysis.h"
#include "support/corpus.h"
#include "text_surface.h"
#include "tool_bar.h"
#include "traveller.h"
#include <wx/notebook.h>

using namespace gui_test;

namespace
{

class SlowPictures : public Traveller
{
 protected:
    void open_study()
    {
        frame().make_sample(folder_ / gui::utf8(gui::shown("Gobierno electr\u00F3nico.quipu")));
        // It is made, and indexed, beside the window.
        ASSERT_TRUE(wait_for([&] { return frame().work() && !work().working(); }, 120000)) << message();
        ASSERT_GT(session().documents().size(), 10u) << message();
        open_document("DMPP5");
    }
    void whole(const std::string& name) { picture_of(frame(), name); }
    /// The same, when what a key or a list opened has come to the front.
    template <class View>
    void page_of(const std::string& name)
    {
        ASSERT_TRUE(comes_to_front<View>()) << name << ": " << message();
        page(name);
    }
    /// The same of a list, known by its key.
    void list_of(const std::string& key, const std::string& name)
    {
        const auto listed = [&] { return work().book().page_of(key) == work().book().GetCurrentPage(); };
        ASSERT_TRUE(wait_for(listed)) << name << ": " << message();
        page(name);
    }
    /// The tab in front, with its own tab above it.
    void page(const std::string& name) { picture_of(work().book(), name); }
};

}

TEST_F(SlowPictures, OfReadingAndCoding)
{
    open_study();
    session().look_at(std::optional(code(project(), "Motivaciones/Cero papel")));
    view().transcript().text().reveal(place_of("El cero papel fue un pedido de arriba"));
    whole("ventana");
    draw_over("El cero papel fue un pedido de arriba.");
    page("barra-de-seleccion");
    press('K', wxMOD_CONTROL);
    ASSERT_TRUE(wait_for([&] { return view().palette().IsShown(); }));
    type("norma");
    page("paleta-de-codigos");
    press(WXK_ESCAPE);
    press('D', wxMOD_CONTROL);
    page_of<gui::CodeView>("codigo");
    press('Q', wxMOD_CONTROL | wxMOD_SHIFT);
    page_of<gui::QuotationTable>("tabla-de-citas");
    press('C', wxMOD_CONTROL | wxMOD_ALT);
    page_of<gui::CaseGrid>("casos");
}

TEST_F(SlowPictures, OfASearch)
{
    open_study();
    press('F', wxMOD_CONTROL | wxMOD_SHIFT);
    auto& panel = work().results();
    ASSERT_TRUE(wait_for([&] { return panel.query().HasFocus(); }));
    type("papel O expediente");
    press(WXK_RETURN);
    ASSERT_TRUE(
        wait_for([&] { return panel.answered() == "papel O expediente" && !panel.found().list.empty(); }, 20000));
    whole("buscar");
}

TEST_F(SlowPictures, OfNetworks)
{
    open_study();
    session().open_object(coding::networks(project()).at(5).id.value);
    ASSERT_TRUE(comes_to_front<gui::NetworkView>()) << message();
    auto& net = front<gui::NetworkView>();
    ASSERT_TRUE(wait_for([&] { return net.canvas().picture() && !net.laying_out(); }, 20000));
    page("red");
}

TEST_F(SlowPictures, OfNumbersAndEvidence)
{
    open_study();
    const auto analyses = stats::analyses_of(project());
    ASSERT_FALSE(analyses.empty());
    session().open_object(analyses.front().id.value);
    page_of<gui::AnalysisView>("analisis");
    press('E', wxMOD_CONTROL | wxMOD_SHIFT);
    list_of("evidence", "evidencia");
    press('Y', wxMOD_CONTROL | wxMOD_ALT);
    list_of("claims", "afirmaciones");
    press('5', wxMOD_CONTROL | wxMOD_ALT);
    whole("revision");
}

TEST_F(SlowPictures, OfAnImport)
{
    whole("inicio");
    choose_file([&] { press('N', wxMOD_CONTROL); }, folder_ / "tesis.quipu");
    ASSERT_TRUE(wait_for([&] { return frame().work() != nullptr; }));
    choose_file([&] { press('I', wxMOD_CONTROL | wxMOD_ALT); }, support::corpus("puno") / "interviews");
    const auto* import = dynamic_cast<gui::ImportPage*>(work().book().page_of("import"));
    ASSERT_TRUE(wait_for(
        [&] {
            import = dynamic_cast<gui::ImportPage*>(work().book().page_of("import"));
            return import && !import->at_work();
        },
        20000));
    page("importar");
}
