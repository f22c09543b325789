#pragma once
#include "choice_palette.h"
#include "coding/link.h"
#include "coding/network.h"
#include "coding/object_ref.h"
#include "coding/relation.h"
#include "desk.h"
#include "linking.h"
#include "network_view.h"
#include "shown.h"
#include "workbench/history.h"

namespace gui_test
{

inline constexpr const char* paper_code = "Motivaciones/Cero papel";
inline constexpr const char* system_code = "Motivaciones/Sistema \u00FAnico";
inline constexpr const char* training_code = "Estrategias/Capacitaci\u00F3n";

/// Three codes that stand in known places, the first two linked, in a tab.
class NetworkDesk : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open_sample();
        linked_ = link(paper_code, "is cause of", system_code);
        std::vector<std::int64_t> objects;
        for (const auto* path : {paper_code, system_code, training_code})
            objects.push_back(code(project(), path).value);
        network_ = coding::add_network(project(), {"Red", "Red de prueba", objects}).value();
        const auto made = *coding::network(project(), network_);
        for (const auto& node : made.nodes) nodes_.push_back(node.id);
        (void)coding::place_nodes(project(), network_,
                                  {{nodes_[0], {0, 0}}, {nodes_[1], {260, 20}}, {nodes_[2], {120, 190}}})
            .value();
        session().open_object(network_.value);
        ASSERT_TRUE(wait_for([&] { return canvas().picture() && canvas().middle_of(nodes_[0]); })) << message();
        settle();
        changes_ = changes();
    }

    gui::NetworkView& tab()
    {
        auto* view = dynamic_cast<gui::NetworkView*>(work().book().GetCurrentPage());
        if (!view) throw std::runtime_error("no network is in front");
        return *view;
    }
    gui::NetworkCanvas& canvas() { return tab().canvas(); }
    coding::Network stored() { return *coding::network(project(), network_); }
    coding::NodePlace place(std::size_t node) { return stored().nodes.at(node).place.value(); }
    std::size_t changes() { return workbench::history(project()).size(); }
    std::vector<std::string> objects()
    {
        std::vector<std::string> titles;
        for (const auto& node : stored().nodes) titles.push_back(coding::title_of(project(), node.object.value()));
        return titles;
    }
    std::vector<std::string> links()
    {
        std::vector<std::string> sentences;
        for (const auto& one : coding::links(project())) sentences.push_back(gui::sentence_of(project(), one));
        return sentences;
    }
    coding::LinkId link(const char* from, const char* relation, const char* to)
    {
        return coding::add_link(project(),
                                {code(project(), from).value, coding::find_relation(project(), relation).value(),
                                 code(project(), to).value})
            .value();
    }

    wxPoint on_screen(std::size_t node) { return canvas().ClientToScreen(canvas().middle_of(nodes_[node]).value()); }
    wxPoint link_on_screen(coding::LinkId link)
    {
        const auto middle = canvas().picture()->middle_of(link).value();
        return canvas().ClientToScreen(canvas().place_of(middle.x, middle.y));
    }
    void drag(wxPoint from, wxPoint to, int button = wxMOUSE_BTN_LEFT)
    {
        hands_.MouseMove(from);
        settle();
        hands_.MouseDown(button);
        settle();
        for (int i = 1; i <= 5; ++i) {
            hands_.MouseMove(from.x + (to.x - from.x) * i / 5, from.y + (to.y - from.y) * i / 5);
            settle();
        }
        hands_.MouseUp(button);
        settle();
    }
    void click_at(wxPoint screen)
    {
        hands_.MouseMove(screen);
        settle();
        hands_.MouseClick();
        settle();
    }
    /// The pointer rests over the canvas, which has the focus: keys go where it is.
    void focus_canvas()
    {
        canvas().SetFocus();
        hands_.MouseMove(canvas().ClientToScreen(wxPoint(6, 6)));
        ASSERT_TRUE(wait_for([&] { return canvas().HasFocus(); }));
    }
    void choose(const char* typed)
    {
        ASSERT_TRUE(wait_for([&] { return tab().palette().IsShown() && tab().palette().entry().HasFocus(); }));
        type(typed);
        ASSERT_TRUE(wait_for([&] { return gui::utf8(tab().palette().entry().GetValue()) == typed; }));
        press(WXK_RETURN);
        EXPECT_TRUE(wait_for([&] { return !tab().palette().IsShown(); }));
    }

    coding::LinkId linked_;
    coding::NetworkId network_;
    std::vector<coding::NetworkNodeId> nodes_;
    std::size_t changes_ = 0;
};

}
