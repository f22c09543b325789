#include "stats/indicator_table.h"
#include "coding/object_ref.h"
#include "coding/ties.h"
#include "stats/table_json.h"
#include "workbench/project.h"
#include "workbench/sha256.h"
#include "workbench/tr.h"
#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace stats
{

using namespace workbench;
using nlohmann::ordered_json;

namespace
{

constexpr std::string_view day_words[] = {"unknown", "day_first", "month_first"};

DayOrder day_order(std::string_view word)
{
    const auto found = std::find(std::begin(day_words), std::end(day_words), word);
    return found == std::end(day_words) ? DayOrder::unknown : static_cast<DayOrder>(found - std::begin(day_words));
}

std::vector<ColumnInfo> columns_of(const Reading& reading, TableId table)
{
    std::vector<ColumnInfo> columns;
    auto row = reading.ask(
        "SELECT name, type, level, ifnull(unit, ''), ifnull(label, ''), missing, value_labels FROM table_column"
        " WHERE indicator_table = ? ORDER BY position",
        table);
    while (row.next()) {
        ColumnInfo info;
        info.name = row.get<std::string>(0);
        info.type = column_type(row.view(1)).value_or(ColumnType::text);
        info.level = level(row.view(2)).value_or(Level::nominal);
        info.unit = row.get<std::string>(3);
        info.label = row.get<std::string>(4);
        const auto missing = ordered_json::parse(row.view(5), nullptr, false);
        if (missing.is_array()) info.missing = missing.get<std::vector<std::string>>();
        const auto labels = ordered_json::parse(row.view(6), nullptr, false);
        if (labels.is_object())
            for (const auto& [code, label] : labels.items())
                info.value_labels.emplace_back(code, label.get<std::string>());
        columns.push_back(std::move(info));
    }
    return columns;
}

void write_column(Change& change, TableId table, int position, const ColumnInfo& info)
{
    ordered_json labels = ordered_json::object();
    for (const auto& [code, label] : info.value_labels) labels[code] = label;
    change.run("INSERT INTO table_column (id, indicator_table, position, name, label, unit, type, level, missing, "
               "value_labels)"
               " VALUES (?,?,?,?,?,?,?,?,?,?)",
               change.next_id<Id<struct ColumnTag>>(), table, position, info.name, info.label, info.unit,
               name_of(info.type), name_of(info.level), ordered_json(info.missing).dump(), labels.dump());
}

IndicatorTable table_at(const Reading& reading, const Cursor& row)
{
    IndicatorTable table;
    table.id = row.get<TableId>(0);
    table.name = row.get<std::string>(1);
    table.citation = row.get<std::optional<std::string>>(2);
    table.file_name = row.get<std::optional<std::string>>(3);
    table.rows = row.get<std::int64_t>(4);
    table.cells = row.get<std::string>(5);
    table.notation = {row.view(6) == "," ? ',' : '.', day_order(row.view(7))};
    table.columns = columns_of(reading, table.id);
    return table;
}

constexpr std::string_view table_rows =
    "SELECT id, name, citation, file_name, \"rows\", cells, decimal, days FROM indicator_table ";

Result<void> nothing_stands_on(const Reading& reading, const IndicatorTable& table)
{
    auto holders = reading.rows<std::string>(
        "SELECT a.name FROM analysis_table u JOIN analysis a ON a.id = u.analysis WHERE u.indicator_table = ?",
        table.id);
    for (const auto object :
         reading.rows<std::int64_t>("SELECT e.object FROM evidence e JOIN table_column c ON c.id = e.table_column "
                                    "WHERE c.indicator_table = ?",
                                    table.id))
        holders.push_back(say("evidence for {}", coding::title_of(reading, object)));
    if (holders.empty()) return coding::may_go(reading, {table.id.value}, say("\"{}\"", table.name));
    return fail(ErrorCode::conflict,
                say("\"{}\" cannot go while something stands on it: {}.", table.name, fmt::join(holders, "; ")),
                say("Remove or change these first."));
}

Result<std::string> bytes_of(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in) return fail(ErrorCode::not_found, say("The file \"{}\" cannot be read.", file.string()));
    return bytes;
}

}

std::string data_hash(const IndicatorTable& table)
{
    std::string text =
        table.cells + table.notation.decimal + std::string(day_words[static_cast<int>(table.notation.days)]);
    for (const auto& column : table.columns) {
        text +=
            '\n' + column.name + '\t' + std::string(name_of(column.type)) + '\t' + std::string(name_of(column.level));
        for (const auto& code : column.missing) text += '\t' + code;
    }
    return sha256_hex(text);
}

std::vector<IndicatorTable> indicator_tables(const Reading& reading)
{
    std::vector<IndicatorTable> tables;
    auto row = reading.ask(std::string(table_rows) + "ORDER BY position, id");
    while (row.next()) tables.push_back(table_at(reading, row));
    return tables;
}

Result<IndicatorTable> find_table(const Reading& reading, std::string_view ref)
{
    const auto id = find_of_kind(reading, ref, ObjectKind::table);
    if (!id) return fail(id.error());
    auto row = reading.ask(std::string(table_rows) + "WHERE id = ?", *id);
    if (!row.next()) return fail(ErrorCode::not_found, say("There is no table \"{}\".", ref));
    return table_at(reading, row);
}

Result<NamedTable> table_data(const Reading& reading, const IndicatorTable& table)
{
    const auto bytes = reading.row<std::string>("SELECT bytes FROM content WHERE sha256 = ?", table.cells);
    const auto cells = bytes ? ordered_json::parse(*bytes, nullptr, false) : ordered_json();
    if (!cells.is_object() || !cells.contains("rows"))
        return fail(ErrorCode::broken_file, say("The cells of the table \"{}\" are not in the project.", table.name),
                    say("Open the latest backup."));
    auto data = table_from_cells(cells, table.columns, table.notation);
    if (!data) return fail(data.error());
    return NamedTable{std::make_shared<TableData>(std::move(*data)), data_hash(table)};
}

TableSource tables_of(const Reading& reading)
{
    return [&reading](const std::string& name) -> Result<NamedTable> {
        const auto table = find_table(reading, name);
        if (!table) return fail(table.error());
        return table_data(reading, *table);
    };
}

Result<ImportedTable> import_table(Project& project, const std::filesystem::path& file,
                                   const ImportTableOptions& options)
{
    workbench::Progress unseen;
    return import_table(project, file, options, unseen);
}

Result<ImportedTable> import_table(Project& project, const std::filesystem::path& file,
                                   const ImportTableOptions& options, workbench::Progress& progress)
{
    progress.start(say("Reading a table"), 0);
    const auto name = options.name.empty() ? file.stem().string() : options.name;
    if (project.row<int>("SELECT 1 FROM indicator_table WHERE name = ?", name))
        return fail(ErrorCode::exists, say("There is already a table \"{}\".", name),
                    say("Choose another name with --name."));
    auto read = read_table(file, options.read);
    if (!read) return fail(read.error());
    const auto original = bytes_of(file);
    if (!original) return fail(original.error());
    if (progress.cancelled()) return fail(ErrorCode::cancelled, say("The import was stopped; nothing has come in."));
    const auto source = project.keep(*original), cells = project.keep(cells_json(read->table).dump());
    if (!source) return fail(source.error());
    if (!cells) return fail(cells.error());

    const auto separator = read->separator ? std::optional(std::string(1, *read->separator)) : std::nullopt;
    const auto stored = project.change(Op::import_table, [&](Change& change) -> Result<TableId> {
        change.about(name);
        const auto id = change.new_object<TableId>(ObjectKind::table);
        change.run("INSERT INTO indicator_table (id, name, citation, file_name, source, cells, \"rows\", separator, "
                   "decimal, days, encoding, sheet, position)"
                   " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,(SELECT count(*) FROM indicator_table))",
                   id, name, options.citation.empty() ? std::nullopt : std::optional(options.citation),
                   file.filename().string(), *source, *cells, read->table.rows(), separator,
                   std::string(1, read->notation.decimal), day_words[static_cast<int>(read->notation.days)],
                   read->encoding, read->sheet);
        int position = 0;
        for (const auto& column : read->table.columns()) write_column(change, id, position++, column.info());
        return id;
    });
    if (!stored) return fail(stored.error());
    auto table = find_table(project, "#" + std::to_string(stored->value));
    if (!table) return fail(table.error());
    return ImportedTable{std::move(*table), std::move(read->warnings)};
}

Result<int> set_column(Project& project, TableId table, const std::string& column, const ColumnSettings& settings)
{
    const auto id =
        project.row<std::int64_t>("SELECT id FROM table_column WHERE indicator_table = ? AND name = ?", table, column);
    if (!id) return fail(ErrorCode::not_found, say("The table has no column \"{}\".", column));
    return project.change(Op::set_table, [&](Change& change) -> Result<int> {
        change.about(column);
        const auto set = [&](const char* field, const std::optional<std::string>& value) {
            if (!value) return;
            const auto name = std::string(field);
            change.run("UPDATE table_column SET " + name + " = ?1 WHERE id = ?2 AND ifnull(" + name + ", '') <> ?1",
                       *value, *id);
        };
        using Text = std::optional<std::string>;
        set("type", settings.type ? Text(name_of(*settings.type)) : Text());
        set("level", settings.level ? Text(name_of(*settings.level)) : Text());
        set("unit", settings.unit);
        set("label", settings.label);
        set("missing", settings.missing ? Text(ordered_json(*settings.missing).dump()) : Text());
        return 1;
    });
}

Result<int> set_table(Project& project, TableId id, const TableSettings& settings)
{
    return project.change(Op::set_table, [&](Change& change) -> Result<int> {
        const auto table = find_table(change, "#" + std::to_string(id.value));
        if (!table) return fail(table.error());
        const auto citation = settings.citation.value_or(table->citation.value_or(""));
        if (citation == table->citation.value_or("")) return 0;
        change.about(table->name);
        change.run("UPDATE indicator_table SET citation = ? WHERE id = ?",
                   citation.empty() ? std::nullopt : std::optional(citation), id);
        return 1;
    });
}

Result<int> delete_table(Project& project, TableId id)
{
    return project.change(Op::delete_table, [&](Change& change) -> Result<int> {
        const auto table = find_table(change, "#" + std::to_string(id.value));
        if (!table) return fail(table.error());
        if (const auto free = nothing_stands_on(change, *table); !free) return fail(free.error());
        change.about(table->name);
        coding::cut_ties(change, id.value);
        change.run("DELETE FROM table_column WHERE indicator_table = ?", id);
        change.run("DELETE FROM indicator_table WHERE id = ?", id);
        change.drop_object(id.value);
        return 1;
    });
}

}
