#pragma once
#include "errand.h"
#include "session.h"
#include "workbench/draft.h"
#include <deque>
#include <memory>
#include <wx/panel.h>
#include <wx/timer.h>

class wxButton;
class wxCheckBox;
class wxDataViewListCtrl;
class wxGauge;
class wxSplitterWindow;
class wxStaticText;

namespace coding
{
struct Intake;
}

namespace gui
{

class FirstPage;
class ImportSheet;

/// What would come into the project, before anything is written: the files, how each is read, and its first page. Files
/// are read in a thread and come in as they are ready; importing writes them as one change.
class ImportPage : public wxPanel
{
 public:
    /// `close` takes the page away, with the next event.
    ImportPage(wxWindow* parent, Session& session, std::function<void()> close);
    ~ImportPage() override;
    void SetFocus() override;

    /// Reads more files; folders are walked.
    void add(const std::vector<std::filesystem::path>& paths);
    /// A text without a file. Says when there is nothing in it.
    void add_text(const std::string& name, const std::string& text);
    void import_all();

    bool at_work() const { return errand_ != nullptr || !waiting_.empty(); }
    wxDataViewListCtrl& list() { return *list_; }
    ImportSheet& sheet() { return *sheet_; }
    FirstPage& text() { return *text_; }
    wxButton& button() { return *import_; }
    wxCheckBox& remarks() { return *remarks_; }
    wxString summary() const;

 private:
    struct Item {
        std::optional<workbench::Draft> draft; ///< nothing: refused
        workbench::RefusedFile refused;
        bool wanted = true;
        std::string name = {};                ///< that it will get
        std::optional<std::string> twin = {}; ///< a document of the same text
        bool compared = false;                ///< with those of the project as it is now
    };
    struct Read; ///< shared with the thread
    struct Written;

    void lay_out();
    void split_by_width(wxSplitterWindow& below);
    void listen();
    void read_next();
    void look();
    void take_read();
    void finish();
    void set_open(bool open);
    void show_items();
    void show_row(std::size_t at);
    void show_chosen();
    void show_progress();
    void leave_out(bool wanted);
    std::vector<std::size_t> chosen() const;
    std::vector<Item*> wanted();
    std::string note_of(const Item& item) const;

    Session& session_;
    std::function<void()> close_;
    std::deque<Item> items_;
    std::vector<std::vector<std::filesystem::path>> waiting_; ///< dropped while others are read
    std::shared_ptr<Read> read_;
    std::shared_ptr<Written> written_;
    std::unique_ptr<Errand> errand_;
    bool filling_ = false;
    wxStaticText *head_, *progress_, *summary_;
    wxGauge* gauge_;
    wxButton *stop_, *import_, *cancel_;
    wxCheckBox* remarks_;
    wxDataViewListCtrl* list_;
    ImportSheet* sheet_;
    FirstPage* text_;
    wxTimer timer_;
    Ear changed_;
};

}
