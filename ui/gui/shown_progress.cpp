#include "shown_progress.h"
#include "shown.h"
#include <algorithm>
#include <wx/time.h>

namespace gui
{

ShownProgress::ShownProgress(wxWindow* parent, const wxString& title)
    : parent_(parent),
      title_(title),
      progress_([this](const std::string& what, std::int64_t done, std::int64_t total) { show(what, done, total); },
                token_),
      begun_(wxGetUTCTimeMillis())
{
}

void ShownProgress::show(const std::string& what, std::int64_t done, std::int64_t total)
{
    if (!dialog_) {
        if (wxGetUTCTimeMillis() - begun_ < 500) return;
        dialog_ = std::make_unique<wxProgressDialog>(title_, wxString(' ', 60), 100, parent_,
                                                     wxPD_APP_MODAL | wxPD_CAN_ABORT | wxPD_AUTO_HIDE);
    }
    const auto percent = total > 0 ? static_cast<int>(std::clamp<std::int64_t>(done * 100 / total, 0, 99)) : 0;
    if (!dialog_->Update(percent, shown(what))) token_.cancel();
}

}
