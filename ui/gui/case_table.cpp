#include "case_table.h"
#include "kind_name.h"
#include "shown.h"
#include "workbench/tr.h"

namespace gui
{

using workbench::tr;
using workbench::VariableType;

wxString shown_value(const workbench::Variable& variable, const std::string& value)
{
    if (variable.type == VariableType::boolean && value == "true") return shown(tr("yes"));
    if (variable.type == VariableType::boolean && value == "false") return shown(tr("no"));
    return shown(value);
}

wxString CaseTable::GetValue(int row, int column)
{
    if (row < 0 || static_cast<std::size_t>(row) >= cases_.size()) return wxString();
    const auto& one = cases_[static_cast<std::size_t>(row)];
    if (column == name_column) return shown(one.name);
    if (column == documents_column) {
        std::string names;
        workbench::DocumentId last{};
        for (const auto& member : one.members) {
            const auto* document = member.document == last ? nullptr : session_.document(member.document);
            last = member.document;
            if (document) names += (names.empty() ? "" : ", ") + document->name;
        }
        return shown(names);
    }
    const auto at = static_cast<std::size_t>(column - first_variable);
    if (at >= variables_.size()) return wxString();
    const auto value = one.values.find(variables_[at].name);
    return value == one.values.end() ? wxString() : shown_value(variables_[at], value->second);
}

wxString CaseTable::GetColLabelValue(int column)
{
    if (column == name_column) return shown(tr("Case"));
    if (column == documents_column) return shown(tr("Documents"));
    const auto at = static_cast<std::size_t>(column - first_variable);
    return at < variables_.size()
               ? shown(variables_[at].name) + "\n" + type_name(workbench::name_of(variables_[at].type))
               : wxString();
}

wxString CaseTable::GetRowLabelValue(int row)
{
    return static_cast<std::size_t>(row) < cases_.size() ? wxString::Format("%d", row + 1) : wxString("+");
}

void CaseTable::tell(int rows_before, int columns_before)
{
    const auto send = [&](int before, int now, int appended, int deleted) {
        if (now > before) {
            wxGridTableMessage message(this, appended, now - before);
            GetView()->ProcessTableMessage(message);
        } else if (now < before) {
            wxGridTableMessage message(this, deleted, now, before - now);
            GetView()->ProcessTableMessage(message);
        }
    };
    send(rows_before, GetNumberRows(), wxGRIDTABLE_NOTIFY_ROWS_APPENDED, wxGRIDTABLE_NOTIFY_ROWS_DELETED);
    send(columns_before, GetNumberCols(), wxGRIDTABLE_NOTIFY_COLS_APPENDED, wxGRIDTABLE_NOTIFY_COLS_DELETED);
}

}
