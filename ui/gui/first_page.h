#pragma once
#include "workbench/draft.h"
#include <wx/textctrl.h>

namespace gui
{

/// The beginning of a text that may come in, with the speakers' labels set apart.
class FirstPage : public wxTextCtrl
{
 public:
    explicit FirstPage(wxWindow* parent);
    /// Null: nothing to show.
    void show(const workbench::Draft* draft);
    /// The labels that are set apart, in order.
    const std::vector<std::string>& labels() const { return labels_; }

 private:
    std::vector<std::string> labels_;
};

}
