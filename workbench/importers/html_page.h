#pragma once
#include "flow.h"
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace workbench
{

using HtmlAttributes = std::map<std::string, std::string>;

/// The begins and ends of a page's elements, as paragraphs in a Flow. White space is folded as CSS does.
class HtmlPage
{
 public:
    explicit HtmlPage(Flow& flow) : flow_(flow) {}

    /// `written`: the tag stands in the source, the parser did not make it up.
    void begin(std::string_view name, const HtmlAttributes& attributes, bool written);
    void end(std::string_view name, bool written);
    void characters(std::string_view text);
    void finish();
    std::size_t depth() const { return open_.size(); }

 private:
    struct Element {
        std::string name, id;
        bool unseen = false, written = false;
        std::size_t begun = 0; ///< how much had happened when it began
        bool is_note = false;  ///< a reference to a note, or the link back to it: its own sign is not text
    };
    struct List {
        bool ordered;
        char form;
        int next;
    };
    struct Span {
        int rows, columns;
    };
    struct Table {
        std::vector<Lines> cells;
        bool in_row = false, in_cell = false;
        int column = 0;
        std::map<int, Span> spans; ///< column → a cell that reaches down into the rows to come
    };

    void close(const Element& element, bool written);
    void begin_block(const HtmlAttributes& attributes);
    void end_block(const Element& element, bool written);
    void refer_to_note(const HtmlAttributes& attributes);
    void lead_back(int note);
    std::string id_above() const;
    void begin_item(const HtmlAttributes& attributes);
    void begin_cell(const HtmlAttributes& attributes);
    void end_cell();
    void end_row();
    void fill_spanned(Table& table);
    void end_paragraph();
    void words(std::string_view text);
    void verbatim(std::string_view text);

    Flow& flow_;
    std::vector<Element> open_;
    std::vector<List> lists_;
    std::vector<Table> tables_;
    std::map<std::string, int> notes_;      ///< id of a note → its number
    std::map<std::string, int> references_; ///< id of the place that refers to it → the same number
    std::size_t happened_ = 0;              ///< texts and blocks so far
    int count_ = 0, signs_open_ = 0, preformatted_ = 0;
    bool blank_waits_ = false;
};

}
