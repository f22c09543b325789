#include "stats/sample_study.h"
#include "coding/code.h"
#include "coding/code_group.h"
#include "coding/coding.h"
#include "coding/link.h"
#include "coding/memo.h"
#include "coding/network.h"
#include "coding/object_ref.h"
#include "coding/relation.h"
#include "stats/claim.h"
#include "stats/evidence.h"
#include "stats/finding.h"
#include "stats/indicator_table.h"
#include "stats/saved_analysis.h"
#include "workbench/document.h"
#include "workbench/document_import.h"
#include "workbench/project.h"
#include "workbench/settings.h"
#include "workbench/study_case.h"
#include "workbench/tr.h"
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

namespace stats
{

using namespace workbench;
using nlohmann::ordered_json;

namespace
{

/// Stops the building with an Error from deep inside; caught in build_sample_study only.
struct Stop {
    Error error;
};

template <class T>
T must(Result<T> result)
{
    if (!result) throw Stop{result.error()};
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}

class Building
{
 public:
    Building(Project& project, const std::filesystem::path& folder, Progress& progress)
        : project_(project), folder_(folder), progress_(progress)
    {
    }

    void run()
    {
        struct Step {
            const char* file;
            void (Building::*make)(const ordered_json& rows);
        };
        constexpr Step steps[] = {{"project", &Building::settings},    {"documents", &Building::documents},
                                  {"variables", &Building::variables}, {"cases", &Building::cases},
                                  {"codes", &Building::codes},         {"quotations", &Building::quotations},
                                  {"codes", &Building::origins},       {"groups", &Building::groups},
                                  {"links", &Building::links},         {"networks", &Building::networks},
                                  {"tables", &Building::tables},       {"analyses", &Building::analyses},
                                  {"claims", &Building::claims},       {"evidence", &Building::evidence},
                                  {"findings", &Building::findings},   {"memos", &Building::memos}};
        progress_.start(say("Building the sample study"), static_cast<std::int64_t>(std::size(steps)));
        for (const auto& [file, make] : steps) {
            if (progress_.cancelled()) throw Stop{{ErrorCode::cancelled, say("Stopped."), {}}};
            (this->*make)(read(std::string(file) + ".json"));
            progress_.step();
        }
        project_.set_coder(first_coder_);
    }

 private:
    ordered_json read(const std::string& name) const
    {
        std::ifstream in(folder_ / name);
        auto json = ordered_json::parse(in, nullptr, false);
        if (json.is_discarded())
            throw Stop{{ErrorCode::bad_file,
                        say("The sample study has no readable file \"{}\".", (folder_ / name).string()),
                        {}}};
        return json;
    }

    static std::string text(const ordered_json& row, const char* key) { return row.value(key, std::string()); }
    static std::optional<std::string> maybe(const ordered_json& row, const char* key)
    {
        return row.contains(key) ? std::optional(row[key].get<std::string>()) : std::nullopt;
    }
    static std::vector<std::string> list(const ordered_json& row, const char* key)
    {
        return row.value(key, std::vector<std::string>());
    }

    /// Many verbs as one gesture of one coder.
    template <class Body>
    void as_one(Op op, const std::string& coder, const std::string& about, Body&& body)
    {
        project_.set_coder(coder);
        must(project_.change(op, [&](Change& change) -> Result<void> {
            change.about(about);
            try {
                body();
            } catch (const Stop& stop) {
                return fail(stop.error);
            }
            return {};
        }));
    }

    void settings(const ordered_json& row)
    {
        for (const auto& coder : row["coders"]) coders_.push_back(text(coder, "coder"));
        first_coder_ = coders_.at(0);
        project_.set_coder(first_coder_);
        must(set_settings(project_, {{"title", text(row, "title")},
                                     {"language", text(row, "language")},
                                     {"comment", text(row, "description")}}));
    }

    void documents(const ordered_json& rows)
    {
        for (const auto& row : rows) {
            const auto kind = text(row, "kind");
            ImportOptions options;
            options.kind = kind;
            options.language = text(row, "language");
            options.cases = CasesFrom::nothing;
            if (kind != "interview") options.speakers.mode = SpeakerMode::off;
            batches_[kind].push_back(folder_ / text(row, "file"));
            options_.insert_or_assign(kind, options);
        }
        for (const auto& [kind, files] : batches_) {
            const auto imported = must(import_documents(project_, files, options_.at(kind), progress_));
            if (!imported.refused.empty()) throw Stop{{ErrorCode::bad_file, imported.refused[0].why.detail, {}}};
        }
        as_one(Op::set_document, first_coder_, say("comments of the documents"), [&] {
            for (const auto& row : rows)
                must(set_document(project_, document(text(row, "document")),
                                  {.kind = {}, .language = {}, .comment = maybe(row, "comment")}));
        });
    }

    DocumentId document(const std::string& name) const { return must(find_document(project_, name)).id; }

    void variables(const ordered_json& rows)
    {
        as_one(Op::add_variable, first_coder_, say("variables of the cases"), [&] {
            for (const auto& row : rows)
                must(add_variable(project_, text(row, "variable"),
                                  variable_type_named(text(row, "type")).value_or(VariableType::text),
                                  list(row, "values")));
        });
    }

    void cases(const ordered_json& rows)
    {
        as_one(Op::set_case, first_coder_, say("cases of the study"), [&] {
            for (const auto& row : rows) {
                std::map<std::string, std::string> values;
                for (const auto& [key, value] : row["values"].items())
                    values[key] = value.is_string() ? value.get<std::string>() : value.dump();
                must(set_case(project_, text(row, "case"), values));
                std::vector<DocumentId> documents;
                for (const auto& name : list(row, "documents")) documents.push_back(document(name));
                must(link_case(project_, text(row, "case"), documents));
            }
        });
    }

    void codes(const ordered_json& rows)
    {
        as_one(Op::add_code, first_coder_, say("codebook"), [&] {
            for (const auto& row : rows)
                must(coding::add_code(project_, {.path = text(row, "path"),
                                                 .origin = coding::origin_named(text(row, "origin")),
                                                 .color = maybe(row, "color"),
                                                 .definition = maybe(row, "definition"),
                                                 .inclusion = maybe(row, "include"),
                                                 .exclusion = maybe(row, "exclude")}));
        });
    }

    coding::CodeId code(const std::string& path) const { return must(coding::find_code(project_, path)); }

    /// Each coder's work on each document is one change, as an evening's coding would be.
    void quotations(const ordered_json& rows)
    {
        std::vector<std::pair<std::string, std::vector<const ordered_json*>>> by_document;
        for (const auto& row : rows) {
            const auto name = text(row, "document");
            if (by_document.empty() || by_document.back().first != name) by_document.push_back({name, {}});
            by_document.back().second.push_back(&row);
        }
        for (const auto& coder : coders_)
            for (const auto& [name, list] : by_document) code_document(coder, name, list);
    }

    void code_document(const std::string& coder, const std::string& name, const std::vector<const ordered_json*>& rows)
    {
        const bool first = coder == first_coder_;
        as_one(Op::mark, coder, name, [&] {
            const auto id = document(name);
            for (const auto* row : rows) {
                const auto key = text(*row, "q");
                if (first) {
                    const auto span = must(coding::find_text(project_, id, text(*row, "quote")));
                    keys_[key] =
                        must(coding::mark(project_, id, span, {}, {.comment = maybe(*row, "comment")})).quotation;
                    spans_[key] = span;
                }
                for (const auto& coded : row->at("codings")) {
                    if (text(coded, "coder") != coder) continue;
                    coding::MarkOptions options;
                    if (coded.contains("weight")) options.weight = coded["weight"].get<int>();
                    must(coding::mark(project_, id, spans_.at(key), {code(text(coded, "code"))}, options));
                }
            }
        });
    }

    coding::QuotationId quotation(const std::string& key) const
    {
        const auto found = keys_.find(key);
        if (found == keys_.end())
            throw Stop{{ErrorCode::bad_file,
                        say("The sample study names a quotation \"{}\" that it does not have.", key),
                        {}}};
        return found->second;
    }

    std::vector<coding::QuotationId> quotations_named(const ordered_json& row) const
    {
        std::vector<coding::QuotationId> ids;
        for (const auto& key : list(row, "quotations")) ids.push_back(quotation(key));
        return ids;
    }

    /// What a code owes to quotations, which come after the codes.
    void origins(const ordered_json& rows)
    {
        as_one(Op::set_code, first_coder_, say("origin and example of the codes"), [&] {
            for (const auto& row : rows) {
                coding::CodeSettings settings;
                settings.origin_at = maybe(row, "since");
                if (row.contains("from")) settings.origin_quotation = quotation(text(row, "from"));
                if (row.contains("example")) {
                    const auto place = *coding::quotation(project_, quotation(text(row, "example")));
                    settings.example = slice(project_, place.document, *place.span) + " (" + place.label() + ")";
                }
                must(coding::set_code(project_, code(text(row, "path")), settings));
            }
        });
    }

    void groups(const ordered_json& rows)
    {
        as_one(Op::add_group, first_coder_, say("groups of codes"), [&] {
            for (const auto& row : rows)
                must(coding::add_group(project_, text(row, "group"),
                                       must(coding::find_codes(project_, list(row, "codes")))));
        });
    }

    std::int64_t object(const std::string& ref) const
    {
        constexpr std::string_view by_key = "quotation:";
        if (ref.starts_with(by_key)) return quotation(ref.substr(by_key.size())).value;
        return must(coding::find_object(project_, ref)).id;
    }

    void links(const ordered_json& rows)
    {
        as_one(Op::add_link, first_coder_, say("relations between codes"), [&] {
            for (const auto& row : rows)
                must(coding::add_link(project_,
                                      {.origin = object(text(row, "from")),
                                       .relation = must(coding::find_relation(project_, text(row, "relation"))),
                                       .target = object(text(row, "to")),
                                       .comment = maybe(row, "comment"),
                                       .quotations = quotations_named(row)}));
        });
    }

    void networks(const ordered_json& rows)
    {
        const std::map<std::string, coding::NetworkLayout> layouts{{"hierarchical", coding::NetworkLayout::layered},
                                                                   {"force", coding::NetworkLayout::force},
                                                                   {"radial", coding::NetworkLayout::radial}};
        as_one(Op::add_network, first_coder_, say("networks of codes"), [&] {
            for (const auto& row : rows) {
                std::vector<std::int64_t> nodes;
                for (const auto& path : list(row, "codes")) nodes.push_back(code(path).value);
                const auto id = must(coding::add_network(
                    project_, {.name = text(row, "network"), .caption = maybe(row, "caption"), .objects = nodes}));
                const auto layout = layouts.find(text(row, "layout"));
                if (layout != layouts.end())
                    must(coding::set_network(project_, id,
                                             {.name = {}, .caption = {}, .comment = {}, .layout = layout->second}));
            }
        });
    }

    void tables(const ordered_json& rows)
    {
        for (const auto& row : rows) {
            const auto table =
                must(import_table(project_, folder_ / text(row, "file"), {text(row, "table"), text(row, "source"), {}}))
                    .table;
            as_one(Op::set_table, first_coder_, table.name, [&] {
                for (const auto& column : row["columns"])
                    must(set_column(project_, table.id, text(column, "name"),
                                    {.type = column_type(text(column, "type")),
                                     .level = level(text(column, "level")),
                                     .unit = maybe(column, "unit")}));
            });
        }
    }

    void analyses(const ordered_json& rows)
    {
        for (const auto& row : rows)
            must(save_analysis(project_, text(row, "analysis"), text(row, "statistic"), text(row, "table"),
                               row["input"], text(row, "question")));
    }

    AnalysisId analysis(const std::string& name) const { return must(find_saved_analysis(project_, name)).id; }

    void claims(const ordered_json& rows)
    {
        as_one(Op::add_claim, first_coder_, say("claims of the report"), [&] {
            for (const auto& row : rows)
                must(add_claim(project_, quotation(text(row, "q")), analysis(text(row, "analysis")),
                               text(row, "expect")));
        });
    }

    void evidence(const ordered_json& rows)
    {
        as_one(Op::add_evidence, first_coder_, say("evidence"), [&] {
            for (const auto& row : rows)
                must(add_evidence(project_, object(text(row, "ref")), {analysis(text(row, "analysis"))},
                                  text(row, "verdict"), text(row, "reason")));
        });
    }

    void findings(const ordered_json& rows)
    {
        for (const auto& row : rows) {
            NewFinding finding{text(row, "title"), text(row, "text"), quotations_named(row), {}};
            for (const auto& name : list(row, "analyses")) finding.analyses.push_back(analysis(name));
            must(add_finding(project_, finding));
        }
    }

    void memos(const ordered_json& rows)
    {
        for (const auto& coder : coders_)
            as_one(Op::add_memo, coder, "", [&] {
                for (const auto& row : rows) {
                    if (text(row, "coder") != coder) continue;
                    coding::NewMemo memo{text(row, "title"), text(row, "text"), text(row, "kind"), {}};
                    for (const auto& ref : list(row, "on")) memo.on.push_back(object(ref));
                    must(coding::add_memo(project_, memo));
                }
            });
    }

    Project& project_;
    const std::filesystem::path& folder_;
    Progress& progress_;
    std::vector<std::string> coders_;
    std::string first_coder_;
    std::map<std::string, std::vector<std::filesystem::path>> batches_;
    std::map<std::string, ImportOptions> options_;
    std::map<std::string, coding::QuotationId> keys_;
    std::map<std::string, Span> spans_;
};

}

Result<std::filesystem::path> sample_study_folder()
{
    std::error_code ignored;
    std::vector<std::filesystem::path> places;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", ignored);
    if (!ignored) {
        places.push_back(self.parent_path() / "corpora/puno");
        places.push_back(self.parent_path().parent_path() / "share/quipu/corpora/puno");
    }
    places.emplace_back("/usr/share/quipu/corpora/puno");
    for (const auto& place : places)
        if (std::filesystem::exists(place / "project.json", ignored)) return place;
    return fail(ErrorCode::not_found,
                say("The sample study is not installed; it should be in \"{}\".", places.front().string()),
                say("Install Quipu again."));
}

Result<void> build_sample_study(Project& project, const std::filesystem::path& folder, Progress& progress)
{
    Result<void> done;
    try {
        Building(project, folder, progress).run();
    } catch (const Stop& stop) {
        done = fail(stop.error);
    } catch (const nlohmann::json::exception& wrong) {
        done = fail(ErrorCode::bad_file, say("The sample study in \"{}\" is not written as it should be: {}.",
                                             folder.string(), wrong.what()));
    }
    return done;
}

}
