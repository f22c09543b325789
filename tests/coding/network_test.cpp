#include "coding/network_check.h"
#include "coding/network_figure.h"
#include "coding/object_ref.h"
#include "study.h"
#include <cmath>

using namespace coding;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using workbench::ErrorCode;
using workbench::Progress;

namespace
{

NetworkId network_of(Study& study, const std::string& name, const std::vector<std::string>& paths)
{
    std::vector<std::int64_t> objects;
    for (const auto& path : paths) objects.push_back(study.code(path).value);
    return add_network(study.project(), {name, {}, objects}).value();
}

std::vector<std::string> problems(Study& study, std::optional<NetworkId> only = {})
{
    std::vector<std::string> all;
    for (const auto& problem : check_networks(study.project(), only))
        all.push_back(problem.network.value_or("-") + " " + std::string(name_of(problem.kind)) + " " + problem.object);
    return all;
}

}

TEST(Relation, SixAreThereAndAnswerToBothNames)
{
    Study study;
    const auto types = relation_types(study.project());
    ASSERT_EQ(types.size(), 6u);
    EXPECT_EQ(types[0].name, "is cause of");
    EXPECT_EQ(types[0].kind, RelationKind::transitive);
    EXPECT_EQ(find_relation(study.project(), "es causa de").value(),
              find_relation(study.project(), "is cause of").value());
    EXPECT_EQ(find_relation(study.project(), "causes").error().code, ErrorCode::not_found);
    EXPECT_EQ(add_relation(study.project(), "es causa de", RelationKind::symmetric).error().code, ErrorCode::exists);
    EXPECT_EQ(add_relation(study.project(), " ", RelationKind::symmetric).error().code, ErrorCode::bad_value);
    const auto mine = add_relation(study.project(), "depende de", RelationKind::asymmetric, "sostiene").value();
    EXPECT_EQ(relation_types(study.project()).back().inverse, "sostiene");
    const auto link = study.link("A", "depende de", "B");
    EXPECT_EQ(delete_relation(study.project(), mine).error().code, ErrorCode::conflict);
    EXPECT_EQ(delete_link(study.project(), link).value(), 1);
    EXPECT_EQ(delete_relation(study.project(), mine).value(), 1);
}

TEST(Link, IsMadeOnceAndInEitherDirectionWhenSymmetric)
{
    Study study;
    study.link("A", "is cause of", "B");
    const auto cause = find_relation(study.project(), "is cause of").value(),
               against = find_relation(study.project(), "contradicts").value();
    const auto a = study.code("A").value, b = study.code("B").value;
    EXPECT_EQ(add_link(study.project(), {a, cause, b}).error().code, ErrorCode::exists);
    EXPECT_TRUE(add_link(study.project(), {b, cause, a}));
    EXPECT_TRUE(add_link(study.project(), {a, against, b}));
    EXPECT_EQ(add_link(study.project(), {b, against, a}).error().code, ErrorCode::exists);
    EXPECT_EQ(add_link(study.project(), {a, cause, a}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(add_link(study.project(), {a, cause, 4711}).error().code, ErrorCode::not_found);
    EXPECT_EQ(links(study.project()).size(), 3u);
}

TEST(Link, ChangesItsReasonsOnlyWhenTheyDiffer)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    const auto first = study.mark(document, 0, 3), second = study.mark(document, 4, 7);
    const auto id = study.link("A", "is a", "B");
    EXPECT_EQ(set_link(study.project(), id, {.comment = "why", .quotations = {{second, first, second}}}).value(), 1);
    EXPECT_THAT(coding::link(study.project(), id)->quotations, ElementsAre(first, second));
    const auto changes = study.changes();
    EXPECT_EQ(set_link(study.project(), id, {.comment = "why", .quotations = {{first, second}}}).value(), 0);
    EXPECT_EQ(study.changes(), changes);
    EXPECT_EQ(set_link(study.project(), id, {.comment = ""}).value(), 1);
    EXPECT_EQ(coding::link(study.project(), id)->comment, std::nullopt);
    EXPECT_EQ(reverse_link(study.project(), id).value(), 1);
    EXPECT_EQ(coding::link(study.project(), id)->origin, study.code("B").value);
}

TEST(Network, ShowsEveryLinkBetweenItsNodes)
{
    Study study;
    study.link("A", "is cause of", "B");
    study.link("B", "is cause of", "C");
    const auto id = network_of(study, "N", {"A", "B", "A"});
    EXPECT_EQ(network(study.project(), id)->nodes.size(), 2u);
    EXPECT_EQ(network(study.project(), id)->links.size(), 1u);
    EXPECT_EQ(add_nodes(study.project(), id, {study.code("C").value}).value(), 1);
    EXPECT_EQ(add_nodes(study.project(), id, {study.code("C").value}).value(), 0);
    EXPECT_EQ(network(study.project(), id)->links.size(), 2u);
    EXPECT_EQ(remove_nodes(study.project(), id, {network(study.project(), id)->nodes.front().id}).value(), 1);
    EXPECT_EQ(network(study.project(), id)->links.size(), 1u);
    EXPECT_EQ(add_network(study.project(), {"N"}).error().code, ErrorCode::exists);
    EXPECT_EQ(find_network(study.project(), "N").value(), id);
    EXPECT_EQ(delete_network(study.project(), id).value(), 1);
    EXPECT_EQ(links(study.project()).size(), 2u);
}

TEST(Network, KeepsThePlacesOfItsNodes)
{
    Study study;
    const auto id = network_of(study, "N", {"A", "B"});
    const auto nodes = network(study.project(), id)->nodes;
    EXPECT_EQ(place_nodes(study.project(), id, {{nodes[0].id, {1.239, -4}}, {nodes[1].id, {0, 0}}}).value(), 2);
    EXPECT_EQ(network(study.project(), id)->nodes[0].place, (NodePlace{1.24, -4}));
    const auto changes = study.changes();
    EXPECT_EQ(place_nodes(study.project(), id, {{nodes[0].id, {1.241, -4}}}).value(), 0);
    EXPECT_EQ(study.changes(), changes);
    ASSERT_TRUE(workbench::undo(study.project()));
    EXPECT_EQ(network(study.project(), id)->nodes[0].place, std::nullopt);
}

TEST(NetworkCheck, FindsWhatASupervisorWouldAskFor)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    study.mark(document, 0, 3, {"A/x"});
    study.code("Lost");
    study.link("A", "is cause of", "B", "because");
    study.link("B", "is cause of", "C", "because");
    study.link("C", "is cause of", "A");
    study.link("A", "contradicts", "B", "said so");
    const auto id = network_of(study, "N", {"A", "B", "C"});
    const auto bare = "#" + std::to_string(links(study.project())[2].id.value);
    EXPECT_THAT(problems(study, id),
                ElementsAre("N ungrounded_node code:B", "N ungrounded_node code:C", "N unjustified_relation " + bare,
                            "N cycle_in_asymmetric_relation code:A"));
    EXPECT_THAT(problems(study),
                ElementsAre("N ungrounded_node code:B", "N ungrounded_node code:C", "N unjustified_relation " + bare,
                            "N cycle_in_asymmetric_relation code:A", "- orphan_code code:Lost"));
    EXPECT_THAT(check_networks(study.project(), id).back().detail, HasSubstr("A > B > C > A"));
}

TEST(NetworkCheck, ASoundNetworkHasNoProblems)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    const auto quotation = study.mark(document, 0, 3, {"A", "B", "C"});
    const auto relation = find_relation(study.project(), "is cause of").value();
    for (const auto& [from, to] : {std::pair{"A", "B"}, {"B", "C"}, {"A", "C"}})
        add_link(study.project(), {study.code(from).value, relation, study.code(to).value, {}, {quotation}}).value();
    network_of(study, "N", {"A", "B", "C"});
    EXPECT_THAT(problems(study), IsEmpty());
}

TEST(NetworkFigure, DrawsTheSameBytesInEveryFormatAndChangesNothing)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    study.mark(document, 0, 3, {"Motivaciones/Cero papel & \"más\""});
    study.link("Motivaciones/Cero papel & \"más\"", "is part of", "Motivaciones");
    study.link("Motivaciones", "is associated with", "Otra cosa");
    const auto id = network_of(study, "Red", {"Motivaciones", "Motivaciones/Cero papel & \"más\"", "Otra cosa"});
    const auto changes = study.changes();
    const std::map<FigureFormat, std::string> beginnings{{FigureFormat::svg, "<?xml"},
                                                         {FigureFormat::png, "\x89PNG"},
                                                         {FigureFormat::pdf, "%PDF"},
                                                         {FigureFormat::dot, "digraph"},
                                                         {FigureFormat::graphml, "<?xml"}};
    for (const auto& [format, beginning] : beginnings) {
        const auto figure = network_figure(study.project(), id, format, Progress()).value();
        EXPECT_THAT(figure, StartsWith(beginning));
        EXPECT_EQ(figure, network_figure(study.project(), id, format, Progress()).value());
    }
    EXPECT_EQ(study.changes(), changes);
    const auto graph = network_figure(study.project(), id, FigureFormat::graphml, Progress()).value();
    EXPECT_THAT(graph, HasSubstr("Cero papel &amp; \"más\""));
    EXPECT_THAT(graph, HasSubstr("is part of"));
    EXPECT_THAT(network_figure(study.project(), id, FigureFormat::dot, Progress()).value(),
                HasSubstr("Cero papel & \\\"más\\\"\\n{1-1}"));
}

TEST(NetworkFigure, BoxesDoNotOverlapAndLabelsLieOutsideOfThem)
{
    Study study;
    std::vector<std::string> paths;
    for (int i = 0; i < 14; ++i) paths.push_back("Concepto bastante largo " + std::to_string(i));
    for (int i = 1; i < 14; ++i)
        study.link(paths[static_cast<std::size_t>(i)], i % 3 ? "is part of" : "is associated with",
                   paths[static_cast<std::size_t>(i * 5 % i)]);
    const auto id = network_of(study, "N", paths);
    for (const auto layout :
         {NetworkLayout::force, NetworkLayout::layered, NetworkLayout::radial, NetworkLayout::circular}) {
        ASSERT_GT(lay_out_network(study.project(), id, layout, Progress()).value(), 0) << name_of(layout);
        EXPECT_EQ(network(study.project(), id)->layout, layout);
        const auto picture = NetworkPicture::of(study.project(), *network(study.project(), id), Progress()).value();
        const auto places = picture.places();
        for (std::size_t a = 0; a < places.size(); ++a)
            for (std::size_t b = a + 1; b < places.size(); ++b)
                EXPECT_TRUE(std::abs(places[a].place.x - places[b].place.x) > 60 ||
                            std::abs(places[a].place.y - places[b].place.y) > 28)
                    << name_of(layout) << " " << a << " " << b;
    }
}

TEST(NetworkFigure, KeepsWhereTheUserPutThingsAndFindsThemThere)
{
    Study study;
    study.link("A", "is cause of", "B");
    const auto id = network_of(study, "N", {"A", "B", "C"});
    const auto nodes = network(study.project(), id)->nodes;
    place_nodes(study.project(), id, {{nodes[0].id, {-100, 0}}, {nodes[1].id, {250, 40}}}).value();
    auto picture = NetworkPicture::of(study.project(), *network(study.project(), id), Progress()).value();
    const auto places = picture.places();
    EXPECT_EQ(places[0].place, (NodePlace{-100, 0}));
    EXPECT_EQ(places[1].place, (NodePlace{250, 40}));
    EXPECT_TRUE(std::isfinite(places[2].place.x));
    EXPECT_EQ(picture.node_at(-1, -1), std::nullopt);
    picture.move(nodes[0].id, {400, 400});
    int found = 0;
    for (double x = 0; x < picture.width(); x += 4)
        for (double y = 0; y < picture.height(); y += 4) found += picture.node_at(x, y) == nodes[0].id;
    EXPECT_GT(found, 20);
}

TEST(NetworkFigure, IsExportedByItsSuffixAndAllAtOnce)
{
    Study study;
    network_of(study, "Red de motivaciones", {"A", "B"});
    network_of(study, "¿Qué/cómo?", {});
    Progress progress;
    const auto one = export_network(study.project(), find_network(study.project(), "Red de motivaciones").value(),
                                    study / "figure.svg", progress)
                         .value();
    EXPECT_TRUE(std::filesystem::exists(one.file));
    EXPECT_THAT(one.caption, HasSubstr("1"));
    const auto id = networks(study.project()).front().id;
    EXPECT_EQ(export_network(study.project(), id, study / "figure.bmp", progress).error().code, ErrorCode::bad_value);
    EXPECT_EQ(export_network(study.project(), id, study / "no" / "figure.svg", progress).error().code,
              ErrorCode::not_found);
    const auto all = export_networks(study.project(), study / "figures", FigureFormat::svg, progress).value();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].file.filename(), "01-red-de-motivaciones.svg");
    EXPECT_EQ(all[1].file.filename(), "02-que-como.svg");
    EXPECT_GT(std::filesystem::file_size(all[1].file), 100u);
}

TEST(NetworkFigure, SaysWhenTheLayoutProgramIsMissingOrCancelled)
{
    Study study;
    const auto id = network_of(study, "N", {"A", "B"});
    workbench::CancelToken token;
    token.cancel();
    EXPECT_EQ(network_figure(study.project(), id, FigureFormat::svg, Progress({}, token)).error().code,
              ErrorCode::cancelled);
    const std::string path = std::getenv("PATH");
    setenv("PATH", "/nonexistent", 1);
    const auto missing = network_figure(study.project(), id, FigureFormat::svg, Progress());
    setenv("PATH", path.c_str(), 1);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::external_tool);
    EXPECT_THAT(missing.error().hint, HasSubstr("graphviz"));
}

TEST(ObjectRef, ReadsKindsAndBareNamesAndGivesThemBack)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    const auto quotation = study.mark(document, 0, 3, {"A/b", "solo"});
    const auto memo = add_memo(study.project(), {"Idea", "text"}).value();
    const auto network = network_of(study, "Red", {"solo"});
    const auto find = [&](const std::string& ref) { return find_object(study.project(), ref); };
    EXPECT_EQ(find("document:e1")->id, document.value);
    EXPECT_EQ(find("quotation:1:1")->id, quotation.value);
    EXPECT_EQ(find("1:1")->id, quotation.value);
    EXPECT_EQ(find("code:A/b")->id, study.code("A/b").value);
    EXPECT_EQ(find("A/b")->id, study.code("A/b").value);
    EXPECT_EQ(find("Idea")->kind, workbench::ObjectKind::memo);
    EXPECT_EQ(find("network:Red")->id, network.value);
    EXPECT_EQ(find("#" + std::to_string(memo.value))->kind, workbench::ObjectKind::memo);
    EXPECT_EQ(find("Ideas").error().code, ErrorCode::not_found);
    EXPECT_THAT(find("Ideas").error().hint, HasSubstr("Idea"));
    EXPECT_EQ(find("case:nobody").error().code, ErrorCode::not_found);
    EXPECT_EQ(find("#99").error().code, ErrorCode::not_found);
    study.code("Idea");
    EXPECT_EQ(find("Idea").error().code, ErrorCode::ambiguous);
    for (const auto id : {document.value, quotation.value, memo.value, network.value, study.code("A/b").value})
        EXPECT_EQ(find(ref_of(study.project(), id))->id, id);
    EXPECT_EQ(ref_of(study.project(), study.code("A/b").value), "code:A/b");
    add_memo(study.project(), {"Idea", "again"}).value();
    EXPECT_EQ(ref_of(study.project(), memo.value), "#" + std::to_string(memo.value));
}

TEST(Memo, HangsOnAnythingAndIsChangedOnlyWhenItDiffers)
{
    Study study;
    const auto document = study.add("e1", "uno dos tres");
    const auto quotation = study.mark(document, 0, 3);
    const auto id =
        add_memo(study.project(), {" Idea ", "text", "theoretical", {quotation.value, document.value, quotation.value}})
            .value();
    const auto made = memo(study.project(), id).value();
    EXPECT_EQ(made.title, "Idea");
    EXPECT_EQ(made.coder, "RM");
    EXPECT_THAT(made.on, ElementsAre(quotation.value, document.value));
    EXPECT_EQ(memos(study.project(), document.value).size(), 1u);
    EXPECT_THAT(memos(study.project(), id.value), IsEmpty());
    auto changes = study.changes();
    EXPECT_EQ(set_memo(study.project(), id, {.title = "Idea", .text = "text", .kind = "theoretical"}).value(), 0);
    EXPECT_EQ(study.changes(), changes);
    EXPECT_EQ(set_memo(study.project(), id, {.text = "more", .on = {{document.value}}}).value(), 1);
    EXPECT_THAT(memo(study.project(), id)->on, ElementsAre(document.value));
    EXPECT_EQ(set_memo(study.project(), id, {.kind = "poem"}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(add_memo(study.project(), {"", "text"}).error().code, ErrorCode::bad_value);
    EXPECT_EQ(add_memo(study.project(), {"x", "text", "diary", {4711}}).error().code, ErrorCode::not_found);
    EXPECT_EQ(delete_memo(study.project(), id).value(), 1);
    EXPECT_EQ(delete_memo(study.project(), id).error().code, ErrorCode::not_found);
}
