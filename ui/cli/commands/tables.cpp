#include "answer.h"
#include "call.h"
#include "commands/commands.h"
#include "csv.h"
#include "json_keys.h"
#include "stats/indicator_table.h"
#include "workbench/tr.h"

namespace cli
{

using stats::ColumnType;
using workbench::fail;
using workbench::Project;
using workbench::say;
using workbench::tr;

namespace
{

Json column_json(const stats::ColumnInfo& column)
{
    return {{"name", column.name},
            {"type", stats::name_of(column.type)},
            {"level", stats::name_of(column.level)},
            {"unit", column.unit.empty() ? Json() : Json(column.unit)},
            {"missing", column.missing},
            {"label", column.label.empty() ? Json() : Json(column.label)}};
}

Json columns_json(const stats::IndicatorTable& table)
{
    Json columns = Json::array();
    for (const auto& column : table.columns) columns.push_back(column_json(column));
    return columns;
}

std::string table_text(const Json& table)
{
    auto text = say("{}: {} rows, {} columns", table["table"].get<std::string>(), table["rows"].get<std::int64_t>(),
                    table["columns"].size()) +
                "\n";
    text += listing(table["columns"],
                    {{"name", tr("Column")},
                     {"type", tr("Type"), workbench::Words::type},
                     {"level", tr("Level"), workbench::Words::level},
                     {"unit", tr("Unit")},
                     {"missing", tr("Missing")}},
                    "")
                .plain(table["columns"]);
    for (const auto& warning : table["warnings"]) text += cell(warning) + "\n";
    return text;
}

/// One character of a list, or nothing when the option is not given.
std::optional<char> sign_in(const Call& call, std::string_view option)
{
    const auto text = call.maybe(option);
    if (!text) return std::nullopt;
    return *text == "tab" ? '\t' : text->front();
}

Outcome import_table(const Call& call, Project& project)
{
    stats::ImportTableOptions options;
    options.name = call.maybe("name").value_or("");
    options.citation = call.maybe("source").value_or("");
    options.read.sheet = call.maybe("sheet").value_or("");
    options.read.encoding = call.maybe("encoding").value_or("");
    options.read.separator = sign_in(call, "separator");
    options.read.decimal = sign_in(call, "decimal");
    options.read.missing = call.all("missing");
    const auto imported = stats::import_table(project, call.text("file"), options);
    if (!imported) return fail(imported.error());
    Json json{{"table", imported->table.name},
              {"rows", imported->table.rows},
              {"columns", columns_json(imported->table)},
              {"warnings", imported->warnings},
              {"id", id_json(imported->table.id)}};
    return Answer{json, table_text};
}

Outcome list_tables(const Call&, const Project& project)
{
    Json rows = Json::array();
    for (const auto& table : stats::indicator_tables(project))
        rows.push_back({{"table", table.name},
                        {"id", id_json(table.id)},
                        {"rows", table.rows},
                        {"columns", table.columns.size()},
                        {"source", or_null(table.citation)},
                        {"file", or_null(table.file_name)}});
    return listing(rows,
                   {{"table", tr("Table")}, {"rows", tr("Rows")}, {"columns", tr("Columns")}, {"source", tr("Source")}},
                   say("There are no tables yet. Bring one in with: quipu table import"));
}

/// The value of a cell: a number, a text, yes or no, null when missing.
Json value_of(const stats::Column& column, std::size_t row)
{
    if (column.is_missing(row)) return nullptr;
    switch (column.info().type) {
    case ColumnType::integer: {
        const auto value = column.values()[row];
        const auto whole = static_cast<std::int64_t>(value);
        return static_cast<double>(whole) == value ? Json(whole) : Json(value);
    }
    case ColumnType::number: return column.values()[row];
    case ColumnType::boolean: return column.values()[row] != 0;
    case ColumnType::text:
    case ColumnType::date: break;
    }
    return std::string(column.text(row));
}

std::string grid_of(const Json& table)
{
    std::vector<std::vector<std::string>> lines(1);
    for (const auto& name : table["columns"]) lines[0].push_back(cell(name));
    for (const auto& row : table["rows"]) {
        auto& line = lines.emplace_back();
        for (const auto& value : row) line.push_back(cell(value));
    }
    return aligned(lines);
}

std::string csv_of_table(const stats::TableData& data)
{
    std::vector<std::string> names;
    for (const auto& column : data.columns()) names.push_back(column.name());
    auto text = csv_line(names);
    for (std::size_t row = 0; row < data.rows(); ++row) {
        std::vector<std::string> cells;
        for (const auto& column : data.columns()) cells.emplace_back(column.text(row));
        text += csv_line(cells);
    }
    return text;
}

Outcome show_table(const Call& call, const Project& project)
{
    if (call.has("csv") && call.json()) return usage(say("--csv and --json cannot both be had."));
    const auto table = stats::find_table(project, call.text("table"));
    if (!table) return fail(table.error());
    const auto named = stats::table_data(project, *table);
    if (!named) return fail(named.error());
    const auto& data = *named->data;
    if (call.has("csv")) return Answer{nullptr, [data = named->data](const Json&) { return csv_of_table(*data); }};
    Json columns = Json::array(), rows = Json::array();
    for (const auto& column : data.columns()) columns.push_back(column.name());
    for (std::size_t row = 0; row < data.rows(); ++row) {
        Json cells = Json::array();
        for (const auto& column : data.columns()) cells.push_back(value_of(column, row));
        rows.push_back(std::move(cells));
    }
    return Answer{{{"table", table->name}, {"columns", columns}, {"rows", rows}, {"source", or_null(table->citation)}},
                  grid_of};
}

Outcome set_table(const Call& call, Project& project)
{
    const auto table = stats::find_table(project, call.text("table"));
    if (!table) return fail(table.error());
    const auto done = stats::set_table(project, table->id, {.citation = call.maybe("source")});
    if (!done) return fail(done.error());
    return said({{"table", table->name}, {"changed", *done}}, *done ? say("Changed.") : say("It was so already."));
}

Outcome set_column(const Call& call, Project& project)
{
    const auto table = stats::find_table(project, call.text("table"));
    if (!table) return fail(table.error());
    stats::ColumnSettings settings{.unit = call.maybe("unit"), .label = call.maybe("label")};
    if (call.has("type")) settings.type = stats::column_type(call.text("type"));
    if (call.has("level")) settings.level = stats::level(call.text("level"));
    if (call.has("missing")) settings.missing = call.all("missing");
    const auto done = stats::set_column(project, table->id, call.text("column"), settings);
    if (!done) return fail(done.error());
    const auto after = stats::find_table(project, "#" + std::to_string(table->id.value));
    if (!after) return fail(after.error());
    for (const auto& column : after->columns)
        if (column.name == call.text("column"))
            return said(column_json(column), say("{} is read so from now on; its cells stay.", column.name));
    return said(nullptr, {});
}

Outcome delete_table(const Call& call, Project& project)
{
    const auto table = stats::find_table(project, call.text("table"));
    if (!table) return fail(table.error());
    const auto done = stats::delete_table(project, table->id);
    if (!done) return fail(done.error());
    return said({{"deleted", table->name}}, say("{} is deleted.", table->name));
}

std::vector<Option> column_options()
{
    return {
        choice("type", {"text", "integer", "number", "date", "boolean"}, tr("what its cells are")),
        choice("level", {"nominal", "ordinal", "interval", "ratio"}, tr("what may be done with them")),
        text_option("unit", tr("UNIT"), tr("as in % or S/")),
        text_option("label", tr("LABEL"), tr("what it means, for a reader")),
        repeated(text_option("missing", tr("VALUE"), tr("a value that means missing, besides the empty cell"))),
    };
}

std::vector<Option> reading_options()
{
    return {
        text_option("name", tr("NAME"), tr("how the table is called; default: the file's name without its suffix")),
        text_option("sheet", tr("SHEET"), tr("which sheet of a workbook; default: the first")),
        text_option("source", tr("CITATION"), tr("where its numbers come from")),
        choice("separator", {",", ";", "tab", "|"}, tr("between the cells of a text file; default: found out")),
        choice("decimal", {".", ","}, tr("before the decimals; default: found out")),
        repeated(text_option("missing", tr("VALUE"), tr("a value that means missing, besides the empty cell"))),
        text_option("encoding", tr("ENCODING"), tr("of a text file, as in windows-1252; default: found out")),
    };
}

}

std::vector<Command> table_commands()
{
    return {
        {"table import",
         {project(), path("file", tr("FILE"))},
         reading_options(),
         tr("Brings an indicator table into the project. Types and levels of its columns are found out from all rows; "
            "the cells "
            "stay as they are written."),
         "quipu table import tesis.quipu brechas.csv --source \"MEF, Consulta amigable, 2024\"",
         nullptr,
         import_table},
        {"table list", {project()}, {}, tr("Lists the tables."), "quipu table list tesis.quipu", list_tables},
        {"table show",
         {project(), text("table", tr("NAME"))},
         {flag("csv", tr("as comma-separated values"))},
         tr("Shows the cells of a table."),
         "quipu table show tesis.quipu brechas",
         show_table},
        {"table set",
         {project(), text("table", tr("NAME"))},
         {text_option("source", tr("CITATION"), tr("where its numbers come from"))},
         tr("Changes what is said of a table."),
         "quipu table set tesis.quipu brechas --source \"MEF, Consulta amigable, 2024\"",
         nullptr,
         set_table},
        {"table column",
         {project(), text("table", tr("NAME")), text("column", tr("COLUMN"))},
         column_options(),
         tr("Changes how a column is read: type, level, unit, missing values. Its cells stay as they are written; "
            "analyses of the table are then out of date."),
         "quipu table column tesis.quipu brechas need --unit % --missing 99",
         nullptr,
         set_column},
        {"table delete",
         {project(), text("table", tr("NAME"))},
         {},
         tr("Deletes a table on which nothing stands."),
         "quipu table delete tesis.quipu brechas",
         nullptr,
         delete_table},
    };
}

}
