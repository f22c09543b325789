#pragma once
#include "session.h"
#include "type_ahead.h"

namespace gui
{

/// Type-ahead over all codes, laid over the text: what is typed filters, arrows choose, Enter codes, Escape leaves. A
/// name that no code has can be made a code at once.
class CodePalette : public TypeAhead
{
 public:
    using Choose = std::function<void(coding::CodeId)>;
    using Make = std::function<void(const std::string& path)>;

    CodePalette(wxWindow* parent, Session& session);

    /// Opens with the codes used last on top; `at` is a point of the parent, the palette stays inside it.
    void open(wxPoint at, Choose choose, Make make);
    void close() override;
    /// What is listed, for whoever cannot see it: paths of codes, then the offer to make one.
    std::vector<std::string> offered() const;

 private:
    struct Row {
        std::optional<coding::CodeId> code; ///< nothing: the offer to make one
        std::string path;
    };
    void fill() override;
    void confirm() override;
    void add(const coding::Code& code);

    Session& session_;
    std::vector<Row> rows_;
    Choose choose_;
    Make make_;
};

}
