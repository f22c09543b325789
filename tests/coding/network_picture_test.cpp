// The picture of a network: what stands where, and what changes when it is looked at, dragged and grown.
#include "coding/network_check.h"
#include "coding/network_figure.h"
#include "study.h"
#include <cmath>

using namespace coding;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;
using workbench::ErrorCode;
using workbench::Progress;

namespace
{

NetworkId network_of(Study& study, const std::vector<std::string>& paths, const std::string& caption = {})
{
    std::vector<std::int64_t> objects;
    for (const auto& path : paths) objects.push_back(study.code(path).value);
    return add_network(study.project(), {"N", caption, objects}).value();
}

/// A, B and C in a row, 250 points apart.
NetworkId row_of_three(Study& study)
{
    const auto id = network_of(study, {"A", "B", "C"});
    const auto nodes = network(study.project(), id)->nodes;
    place_nodes(study.project(), id, {{nodes[0].id, {0, 0}}, {nodes[1].id, {250, 0}}, {nodes[2].id, {500, 0}}}).value();
    return id;
}

NetworkPicture picture_of(Study& study, NetworkId id, const NetworkLook& look = {})
{
    return NetworkPicture::prepared(study.project(), *network(study.project(), id), look);
}

std::string svg(Study& study, NetworkId id, const NetworkLook& look = {})
{
    return network_figure(study.project(), id, FigureFormat::svg, Progress(), look).value();
}

std::string dot(Study& study, NetworkId id, const NetworkLook& look = {})
{
    return network_figure(study.project(), id, FigureFormat::dot, Progress(), look).value();
}

double distance(NodePlace a, NodePlace b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// A link that its verb refuses and a file from elsewhere may hold.
LinkId link_to_itself(Study& study, const std::string& path)
{
    const auto link = study.link(path, "is cause of", "elsewhere");
    return study.project()
        .change(workbench::Op::set_link,
                [&](workbench::Change& change) -> workbench::Result<LinkId> {
                    change.run("UPDATE link SET target = origin WHERE id = ?", link);
                    return link;
                })
        .value();
}

}

TEST(Relation, OneOfOnesOwnIsChangedAndTheSixAreNot)
{
    Study study;
    const auto mine = add_relation(study.project(), "depende de", RelationKind::asymmetric, "sostiene").value();
    const auto link = study.link("A", "depende de", "B");
    EXPECT_EQ(set_relation(study.project(), mine, {.name = "se apoya en", .kind = RelationKind::transitive}).value(),
              1);
    const auto now = relation_types(study.project()).back();
    EXPECT_EQ(now.name, "se apoya en");
    EXPECT_EQ(now.inverse, "sostiene");
    EXPECT_EQ(now.kind, RelationKind::transitive);
    EXPECT_EQ(coding::link(study.project(), link)->relation, mine);
    const auto changes = study.changes();
    EXPECT_EQ(set_relation(study.project(), mine, {.name = " se apoya en "}).value(), 0);
    EXPECT_EQ(study.changes(), changes);
    EXPECT_EQ(set_relation(study.project(), mine, {.inverse = ""}).value(), 1);
    EXPECT_EQ(relation_types(study.project()).back().inverse, std::nullopt);
    EXPECT_EQ(set_relation(study.project(), mine, {.name = "es un"}).error().code, ErrorCode::exists);
    EXPECT_EQ(set_relation(study.project(), mine, {.name = " "}).error().code, ErrorCode::bad_value);
    const auto standard = find_relation(study.project(), "es causa de").value();
    EXPECT_EQ(set_relation(study.project(), standard, {.name = "causa"}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(set_relation(study.project(), RelationId{4711}, {}).error().code, ErrorCode::not_found);
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_EQ(relation_types(study.project()).back().inverse, "sostiene");
}

TEST(Network, FindsWhatIsLinkedAndNotShownYet)
{
    Study study;
    study.link("A", "is cause of", "B");
    study.link("C", "contradicts", "A");
    study.link("B", "is cause of", "D");
    const auto id = network_of(study, {"A", "B"});
    const auto a = study.code("A").value, b = study.code("B").value, c = study.code("C").value,
               d = study.code("D").value;
    EXPECT_THAT(neighbours(study.project(), id, {a}), ElementsAre(c));
    EXPECT_THAT(neighbours(study.project(), id, {a, b}), ElementsAre(c, d));
    EXPECT_THAT(neighbours(study.project(), id, {a, b}, find_relation(study.project(), "is cause of").value()),
                ElementsAre(d));
    EXPECT_THAT(neighbours(study.project(), id, {c, d}), IsEmpty());
}

TEST(Network, NewNodesStandBesideTheirNeighboursAndStayThere)
{
    Study study;
    study.link("C", "is cause of", "D");
    const auto id = row_of_three(study);
    const auto changes = study.changes();
    const auto d = study.code("D").value;
    EXPECT_EQ(add_nodes_beside(study.project(), id, {d}).value(), 1);
    EXPECT_EQ(study.changes(), changes + 1) << "one change";
    const auto nodes = network(study.project(), id)->nodes;
    ASSERT_TRUE(nodes[3].place.has_value());
    EXPECT_LT(distance(*nodes[3].place, *nodes[2].place), 200);
    EXPECT_EQ(*nodes[0].place, (NodePlace{0, 0})) << "nobody else moved";
    EXPECT_EQ(add_nodes_beside(study.project(), id, {d}).value(), 0);
    EXPECT_EQ(study.changes(), changes + 1);
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_EQ(network(study.project(), id)->nodes.size(), 3u);
    EXPECT_EQ(add_nodes_beside(study.project(), id, {d}, {}, NodePlace{40, 300}).value(), 1);
    EXPECT_EQ(network(study.project(), id)->nodes[3].place, (NodePlace{40, 300}));
    EXPECT_EQ(add_nodes_beside(study.project(), id, {4711}).error().code, ErrorCode::not_found);
}

TEST(Network, ANewNodeHidesNoOther)
{
    Study study;
    const auto id = row_of_three(study);
    for (const auto* name : {"D", "E", "F"}) {
        ASSERT_EQ(add_nodes_beside(study.project(), id, {study.code(name).value}, {}, NodePlace{0, 0}).value(), 1);
        const auto made = *network(study.project(), id);
        const auto& nodes = made.nodes;
        const auto picture = NetworkPicture::prepared(study.project(), made);
        const auto mine = *picture.box_of(nodes.back().id);
        for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
            const auto other = *picture.box_of(nodes[i].id);
            EXPECT_TRUE(mine.x + mine.width < other.x || other.x + other.width < mine.x ||
                        mine.y + mine.height < other.y || other.y + other.height < mine.y)
                << name << " lies on node " << i;
        }
        EXPECT_LT(distance(*nodes.back().place, {0, 0}), 400) << "near where it was wanted";
    }
}

TEST(NetworkCheck, SaysWhereAndWhatToDo)
{
    Study study;
    const auto link = study.link("A", "is cause of", "B");
    const auto id = network_of(study, {"A", "B"});
    const auto problems = check_networks(study.project(), id);
    ASSERT_EQ(problems.size(), 3u);
    EXPECT_EQ(problems[0].id, study.code("A").value);
    EXPECT_EQ(problems[2].id, link.value);
    for (const auto& problem : problems) EXPECT_THAT(problem.advice, HasSubstr("."));
}

TEST(NetworkPicture, CountsUnderTheNodesCanBeSwitchedOff)
{
    Study study;
    study.mark(study.add("e1", "uno dos tres"), 0, 3, {"A"});
    study.link("A", "is cause of", "B");
    const auto id = network_of(study, {"A", "B"});
    EXPECT_THAT(dot(study, id), HasSubstr("{1-1}"));
    EXPECT_THAT(dot(study, id, {.counts = false}), Not(HasSubstr("{1-1}")));
}

TEST(NetworkPicture, CarriesItsNumberCaptionAndSourceWhenAsked)
{
    Study study;
    const auto id = network_of(study, {"A"}, "Red de códigos: motivos");
    EXPECT_EQ(caption_of(study.project(), id), "Figure 1. Red de códigos: motivos");
    EXPECT_THAT(svg(study, id, {.caption = true}), HasSubstr("Figure 1. Red de códigos: motivos"));
    EXPECT_THAT(svg(study, id), Not(HasSubstr("Figure 1.")));
    EXPECT_GT(svg(study, id, {.caption = true}).size(), svg(study, id).size());
    set_network(study.project(), id, {.caption = ""}).value();
    EXPECT_EQ(caption_of(study.project(), id), "Figure 1. Network of codes: N");
}

TEST(NetworkPicture, ParallelLinesAndLinesToItselfStandApart)
{
    Study study;
    const auto first = study.link("A", "is cause of", "B"), second = study.link("B", "contradicts", "A"),
               third = study.link("A", "is part of", "B"), loop = link_to_itself(study, "C");
    const auto picture = picture_of(study, row_of_three(study));
    std::vector<NodePlace> middles;
    for (const auto id : {first, second, third, loop}) {
        const auto middle = picture.middle_of(id);
        ASSERT_TRUE(middle.has_value());
        EXPECT_EQ(picture.link_at(middle->x, middle->y), id);
        EXPECT_EQ(picture.node_at(middle->x, middle->y), std::nullopt) << "a label lies under no node";
        for (const auto& other : middles) EXPECT_GT(distance(*middle, other), 12);
        middles.push_back(*middle);
    }
    EXPECT_EQ(picture.middle_of(LinkId{4711}), std::nullopt);
}

TEST(NetworkPicture, HeadsOfArrowsSayTheKindOfTheRelation)
{
    const auto drawn = [](RelationKind kind) {
        Study study;
        add_relation(study.project(), "r", kind).value();
        study.link("A", "r", "B");
        const auto id = network_of(study, {"A", "B"});
        const auto nodes = network(study.project(), id)->nodes;
        place_nodes(study.project(), id, {{nodes[0].id, {0, 0}}, {nodes[1].id, {250, 0}}}).value();
        return svg(study, id);
    };
    EXPECT_THAT(drawn(RelationKind::symmetric), HasSubstr("stroke-dasharray"));
    EXPECT_THAT(drawn(RelationKind::transitive), Not(HasSubstr("stroke-dasharray")));
    EXPECT_THAT(drawn(RelationKind::asymmetric), Not(HasSubstr("stroke-dasharray")));
    const auto closed_paths = [&](RelationKind kind) {
        const auto picture = drawn(kind);
        std::size_t count = 0;
        for (auto at = picture.find(" Z"); at != std::string::npos; at = picture.find(" Z", at + 1)) ++count;
        return count;
    };
    const auto symmetric = closed_paths(RelationKind::symmetric);
    EXPECT_EQ(closed_paths(RelationKind::transitive), symmetric + 1) << "a filled head";
    EXPECT_EQ(closed_paths(RelationKind::asymmetric), symmetric + 1) << "a hollow one";
    EXPECT_NE(drawn(RelationKind::asymmetric), drawn(RelationKind::transitive));
}

TEST(NetworkPicture, DraggingMovesTheNodesAndTheirLinesOnly)
{
    Study study;
    const auto near = study.link("A", "is cause of", "B"), far = study.link("B", "is cause of", "C");
    auto picture = picture_of(study, row_of_three(study));
    const auto before = picture.places();
    const auto near_before = *picture.middle_of(near), far_before = *picture.middle_of(far);
    picture.shift({before[0].node}, -40, 60);
    picture.shift({before[0].node}, -40, 60);
    const auto after = picture.places();
    EXPECT_EQ(after[0].place, (NodePlace{before[0].place.x - 80, before[0].place.y + 120}));
    EXPECT_EQ(after[1].place, before[1].place);
    EXPECT_EQ(*picture.middle_of(far), far_before);
    EXPECT_NEAR(picture.middle_of(near)->y, near_before.y + 60, 25);
    EXPECT_EQ(picture.origin(), picture_of(study, networks(study.project())[0].id).origin()) << "the rest stays";
}

TEST(NetworkPicture, KnowsWhatAFrameTouches)
{
    Study study;
    const auto id = row_of_three(study);
    const auto nodes = network(study.project(), id)->nodes;
    const auto picture = picture_of(study, id);
    const auto o = picture.origin();
    EXPECT_THAT(picture.nodes_in({o.x - 10, o.y - 10, 300, 20}), UnorderedElementsAre(nodes[0].id, nodes[1].id));
    EXPECT_THAT(picture.nodes_in({o.x + 100, o.y - 10, 40, 20}), IsEmpty());
    const auto box = picture.box_of(nodes[1].id);
    ASSERT_TRUE(box.has_value());
    EXPECT_NEAR(box->x + box->width / 2, o.x + 250, 1e-9);
    EXPECT_EQ(picture.box_of(NetworkNodeId{4711}), std::nullopt);
}

TEST(NetworkPicture, IsReadWithoutGraphvizAndStandsInRowsWhenThereIsNone)
{
    Study study;
    const auto id = network_of(study, {"A", "B", "C", "D", "E"});
    auto picture = picture_of(study, id);
    EXPECT_FALSE(picture.laid_out());
    picture.lay_out_in_rows();
    EXPECT_TRUE(picture.laid_out());
    const auto places = picture.places();
    for (std::size_t a = 0; a < places.size(); ++a)
        for (std::size_t b = a + 1; b < places.size(); ++b) EXPECT_GT(distance(places[a].place, places[b].place), 90);
    ASSERT_TRUE(picture.lay_out(NetworkLayout::circular, Progress()));
    EXPECT_NE(picture.places()[0].place, places[0].place);
}

namespace
{

/// Nine codes in three rows, far apart, with links along and between the rows; too wide for a page.
NetworkId wide(Study& study)
{
    std::vector<std::string> paths;
    for (int i = 0; i < 9; ++i) paths.push_back("Interoperabilidad entre oficinas " + std::to_string(i));
    const auto id = network_of(study, paths, "Ancha");
    for (std::size_t i = 0; i + 1 < paths.size(); ++i) study.link(paths[i], "is cause of", paths[i + 1]);
    study.link(paths[0], "contradicts", paths[7]);
    const auto nodes = network(study.project(), id)->nodes;
    std::vector<PlacedNode> places;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto row = i / 3, column = i % 3;
        places.push_back({nodes[i].id, {static_cast<double>(column) * 420, static_cast<double>(row) * 60}});
    }
    place_nodes(study.project(), id, places).value();
    return id;
}

std::vector<NetworkPicture::Region> regions(const NetworkPicture& picture)
{
    std::vector<NetworkPicture::Region> all;
    for (const auto& placed : picture.places()) all.push_back(*picture.box_of(placed.node));
    return all;
}

bool overlap(const NetworkPicture::Region& a, const NetworkPicture::Region& b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

}

TEST(NetworkPicture, IsSetInShorterLinesUntilItIsReadInAColumn)
{
    Study study;
    auto picture = picture_of(study, wide(study));
    EXPECT_LT(picture.letters_at(page_width), readable) << "as it stands it is too wide even for a page";
    const auto before = regions(picture);
    for (const double width : {page_width, column_width}) {
        auto fitted = picture_of(study, *find_network(study.project(), "N"));
        fitted.fit_to(width);
        EXPECT_GE(fitted.letters_at(width), readable - 0.05) << width;
        const auto after = regions(fitted);
        for (std::size_t a = 0; a < after.size(); ++a)
            for (std::size_t b = 0; b < after.size(); ++b) {
                if (a < b) EXPECT_FALSE(overlap(after[a], after[b])) << a << " " << b;
                if (before[a].x + before[a].width < before[b].x)
                    EXPECT_LE(after[a].x + after[a].width / 2, after[b].x + after[b].width / 2 + 0.5) << a << " " << b;
            }
    }
}

TEST(NetworkPicture, StaysAsItStandsWhereItIsReadable)
{
    Study study;
    const auto id = row_of_three(study);
    auto picture = picture_of(study, id);
    const double width = picture.width();
    picture.fit_to(width);
    EXPECT_EQ(picture.width(), width);
    EXPECT_EQ(picture.letters_at(width), 8);
    EXPECT_EQ(svg(study, id), svg(study, id, {.width = 2 * width}));
    EXPECT_NE(svg(study, id), svg(study, id, {.width = width / 4}));
}
