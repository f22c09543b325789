#include "code_drag.h"
#include "shown.h"
#include <algorithm>
#include <wx/utils.h>

namespace gui
{

using coding::CodeId;

CodeDrag::CodeDrag(wxDataViewCtrl& tree, const CodeModel& model, Session& session, Hands hands)
    : tree_(tree), model_(model), session_(session), hands_(std::move(hands))
{
    tree_.EnableDragSource(wxDF_UNICODETEXT);
    tree_.EnableDropTarget(wxDF_UNICODETEXT);
    tree_.Bind(wxEVT_DATAVIEW_ITEM_BEGIN_DRAG, &CodeDrag::begin, this);
    tree_.Bind(wxEVT_DATAVIEW_ITEM_DROP_POSSIBLE, [](wxDataViewEvent& event) { event.Allow(); });
    tree_.Bind(wxEVT_DATAVIEW_ITEM_DROP, &CodeDrag::drop, this);
}

void CodeDrag::begin(wxDataViewEvent& event)
{
    const auto under = model_.code_of(event.GetItem());
    if (!under) {
        event.Veto();
        return;
    }
    held_ = hands_.chosen();
    if (std::find(held_.begin(), held_.end(), *under) == held_.end()) held_ = {*under};
    held_text_.clear();
    for (const auto id : held_)
        if (const auto* code = session_.code(id)) held_text_ += (held_text_.empty() ? "" : "\n") + shown(code->path);
    event.SetDataObject(new wxTextDataObject(held_text_));
    event.SetDragFlags(wxDrag_AllowMove);
}

// The toolkit names the first child for a drop on its parent, so the pointer says where it is. What comes with the text
// of a code that was taken here is that code; all other text is a passage.
void CodeDrag::drop(wxDataViewEvent& event)
{
    const auto point = tree_.ScreenToClient(wxGetMousePosition());
    wxString text;
    if (const auto* object = dynamic_cast<wxTextDataObject*>(event.GetDataObject()))
        text = object->GetText();
    else if (event.GetDataBuffer())
        text = wxString::FromUTF8(static_cast<const char*>(event.GetDataBuffer()), event.GetDataSize());
    while (!text.empty() && text.Last() == '\0') text.RemoveLast();
    const auto held = std::exchange(held_, {});
    const bool ours = !held.empty() && (text.empty() || text == held_text_);
    // What the drop does changes the tree, and the toolkit is still at work on it.
    if (ours) {
        if (const auto place = place_at(point))
            tree_.CallAfter([this, held, where = *place] { hands_.move(held, where); });
    } else if (const auto code = code_at(point)) {
        tree_.CallAfter([this, code = *code] { hands_.code(code); });
    }
}

std::optional<CodeId> CodeDrag::code_at(wxPoint point) const
{
    wxDataViewItem item;
    wxDataViewColumn* column = nullptr;
    tree_.HitTest(point, item, column);
    return model_.code_of(item);
}

/// The place behind a code among its siblings.
std::optional<CodeDrag::Place> CodeDrag::after(CodeId id) const
{
    const auto* code = session_.code(id);
    if (!code) return std::nullopt;
    Place place{code->parent, {}};
    bool passed = false;
    for (const auto& other : session_.codes()) {
        if (other.parent != code->parent) continue;
        if (passed) {
            place.before = other.id;
            return place;
        }
        passed = other.id == id;
    }
    return place;
}

std::optional<CodeDrag::Place> CodeDrag::place_at(wxPoint point) const
{
    const auto id = code_at(point);
    if (!id) return Place{}; // below all: at the end of the top
    const auto item = model_.item_of(*id);
    const auto row = tree_.GetItemRect(item, tree_.GetColumn(0));
    const auto* code = session_.code(*id);
    if (!code || row.height <= 0) return std::nullopt;
    const double at = double(point.y - row.y) / row.height;
    if (at < 0.25) return Place{code->parent, *id};
    if (at < 0.75) return Place{*id, {}};
    if (!tree_.IsExpanded(item)) return after(*id);
    for (const auto& child : session_.codes())
        if (child.parent == *id) return Place{*id, child.id};
    return after(*id);
}

}
