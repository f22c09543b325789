#include "html_page.h"
#include "reading.h"
#include <algorithm>
#include <charconv>
#include <span>

namespace workbench
{
namespace
{

using Names = std::span<const std::string_view>;
constexpr std::string_view blocks[]{
    "address", "article", "aside", "blockquote", "body",     "caption",    "center", "dd",      "details", "dialog",
    "dir",     "div",     "dl",    "dt",         "fieldset", "figcaption", "figure", "footer",  "form",    "h1",
    "h2",      "h3",      "h4",    "h5",         "h6",       "header",     "hgroup", "hr",      "html",    "legend",
    "li",      "main",    "menu",  "nav",        "ol",       "p",          "pre",    "section", "summary", "table",
    "tbody",   "td",      "tfoot", "th",         "thead",    "tr",         "ul"};
constexpr std::string_view unseen[]{"head",     "title",  "script", "style",  "template", "noscript",
                                    "iframe",   "object", "svg",    "math",   "select",   "button",
                                    "textarea", "audio",  "video",  "canvas", "rt",       "rp"};
constexpr std::string_view lists[]{"ol", "ul", "menu", "dir"};
constexpr std::string_view cells[]{"td", "th"};

bool is_one_of(std::string_view name, Names names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string value_of(const HtmlAttributes& attributes, const char* name)
{
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::string{} : found->second;
}

int number_of(const std::string& value, int otherwise)
{
    int number = otherwise;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

/// `attribute="one two"` has the word `two`.
bool has_word(const HtmlAttributes& attributes, const char* name, const std::string& word)
{
    return (" " + value_of(attributes, name) + " ").find(" " + word + " ") != std::string::npos;
}

bool refers_to_note(const HtmlAttributes& a)
{
    return has_word(a, "role", "doc-noteref") || has_word(a, "epub:type", "noteref") ||
           has_word(a, "class", "sdfootnoteanc") || has_word(a, "class", "sdendnoteanc");
}

bool leads_back(const HtmlAttributes& a)
{
    return has_word(a, "role", "doc-backlink") || has_word(a, "epub:type", "backlink");
}

std::string fragment_of(const std::string& link)
{
    const auto hash = link.find('#');
    return hash == std::string::npos ? std::string{} : link.substr(hash + 1);
}

}

void HtmlPage::begin(std::string_view name, const HtmlAttributes& attributes, bool written)
{
    const bool out = (!open_.empty() && open_.back().unseen) || is_one_of(name, unseen) ||
                     attributes.contains("hidden") || leads_back(attributes);
    open_.push_back({std::string(name), value_of(attributes, "id"), out, written, happened_, false});
    if (out) return;

    if (is_one_of(name, blocks)) begin_block(attributes);
    if (const auto note = notes_.find(value_of(attributes, "id")); note != notes_.end())
        flow_.marker("[" + std::to_string(note->second) + "]");
    if (refers_to_note(attributes)) {
        refer_to_note(attributes);
    } else if (name == "a") {
        const auto back = references_.find(fragment_of(value_of(attributes, "href")));
        if (back != references_.end()) lead_back(back->second);
    }
    if (name == "br") {
        blank_waits_ = false;
        flow_.line_break();
        ++happened_;
    }
}

void HtmlPage::end(std::string_view name, bool written)
{
    const auto match = std::find_if(open_.rbegin(), open_.rend(), [&](const auto& e) { return e.name == name; });
    if (match == open_.rend()) return;
    for (auto depth = static_cast<std::size_t>(open_.rend() - match); open_.size() >= depth;) {
        const auto element = std::move(open_.back());
        open_.pop_back();
        close(element, written);
    }
}

void HtmlPage::close(const Element& element, bool written)
{
    if (element.unseen) return;
    signs_open_ -= element.is_note;
    if (is_one_of(element.name, blocks)) end_block(element, written && element.written);
}

void HtmlPage::begin_block(const HtmlAttributes& attributes)
{
    end_paragraph();
    open_.back().begun = ++happened_;
    const auto& name = open_.back().name;
    if (name == "pre") ++preformatted_;
    if (is_one_of(name, lists)) {
        const auto form = value_of(attributes, "type");
        lists_.push_back({name == "ol", form.empty() ? '1' : form[0], number_of(value_of(attributes, "start"), 1)});
    }
    if (name == "li") begin_item(attributes);
    if (name == "table") tables_.emplace_back();
    if (name == "tr" && !tables_.empty()) {
        end_row();
        tables_.back().in_row = true;
    }
    if (is_one_of(name, cells)) begin_cell(attributes);
}

void HtmlPage::end_block(const Element& element, bool written)
{
    const auto& name = element.name;
    // <p></p> is an empty paragraph; one that held other blocks, or that the parser made up, is none.
    if (name == "p" && written && element.begun == happened_) flow_.end_paragraph();
    end_paragraph();
    if (name == "pre") --preformatted_;
    if (name == "li") flow_.flush_marker();
    if (is_one_of(name, lists) && !lists_.empty()) lists_.pop_back();
    if (is_one_of(name, cells)) end_cell();
    if (name == "tr") end_row();
    if (name == "table" && !tables_.empty()) {
        end_row();
        tables_.pop_back();
    }
}

std::string HtmlPage::id_above() const
{
    return open_.size() < 2 ? std::string{} : open_[open_.size() - 2].id;
}

/// Notes are counted in the order of their references, whatever sign the page shows.
void HtmlPage::refer_to_note(const HtmlAttributes& attributes)
{
    const auto [note, is_new] = notes_.try_emplace(fragment_of(value_of(attributes, "href")), count_ + 1);
    count_ += is_new;
    words("[" + std::to_string(note->second) + "]");
    for (const auto& place : {value_of(attributes, "id"), value_of(attributes, "name"), id_above()})
        if (!place.empty()) references_.emplace(place, note->second);
    open_.back().is_note = true;
    ++signs_open_;
}

/// Before the text of a note stands its number, behind it an arrow.
void HtmlPage::lead_back(int note)
{
    if (!flow_.has_text() && !flow_.marker_waits()) flow_.marker("[" + std::to_string(note) + "]");
    open_.back().is_note = true;
    ++signs_open_;
}

void HtmlPage::begin_item(const HtmlAttributes& attributes)
{
    if (lists_.empty() || !lists_.back().ordered) {
        flow_.marker("-");
        return;
    }
    auto& list = lists_.back();
    list.next = number_of(value_of(attributes, "value"), list.next);
    flow_.marker(number_as(list.form, list.next) + ".");
    if (list.next < 1'000'000'000) ++list.next;
}

/// Cells of rows above that reach down into this one are empty here.
void HtmlPage::fill_spanned(Table& table)
{
    for (auto span = table.spans.find(table.column); span != table.spans.end(); span = table.spans.find(table.column)) {
        table.cells.emplace_back();
        table.column += span->second.columns;
        if (--span->second.rows == 0) table.spans.erase(span);
    }
}

void HtmlPage::begin_cell(const HtmlAttributes& attributes)
{
    if (tables_.empty() || tables_.back().in_cell) return;
    auto& table = tables_.back();
    table.in_row = table.in_cell = true;
    fill_spanned(table);
    const int columns = std::clamp(number_of(value_of(attributes, "colspan"), 1), 1, 1000);
    const int rows = std::clamp(number_of(value_of(attributes, "rowspan"), 1), 1, 10'000);
    if (rows > 1) table.spans[table.column] = {rows - 1, columns};
    table.column += columns;
    flow_.push();
}

void HtmlPage::end_cell()
{
    if (tables_.empty() || !tables_.back().in_cell) return;
    tables_.back().in_cell = false;
    tables_.back().cells.push_back(flow_.pop());
}

void HtmlPage::end_row()
{
    if (tables_.empty() || !tables_.back().in_row) return;
    end_cell();
    auto& table = tables_.back();
    fill_spanned(table);
    if (!table.cells.empty()) flow_.row(table.cells);
    table.cells.clear();
    table.in_row = false;
    table.column = 0;
}

/// A line break at the end of a block shows nothing; alone in it, it makes an empty line.
void HtmlPage::end_paragraph()
{
    blank_waits_ = false;
    if (!flow_.has_text()) return;
    if (flow_.open_text().ends_with('\n')) flow_.drop_last();
    // `<p>&nbsp;</p>` is how programs write an empty paragraph
    if (preformatted_ == 0 && flow_.open_text() == "\u00A0") flow_.drop_last(), flow_.drop_last();
    flow_.end_paragraph();
}

void HtmlPage::words(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto end = std::min(text.find_first_of(" \t\n\r\f", i), text.size());
        if (end > i) {
            if (blank_waits_ && flow_.has_text() && !flow_.open_text().ends_with('\n')) flow_.text(" ");
            blank_waits_ = false;
            flow_.text(text.substr(i, end - i));
            ++happened_;
        }
        if (end < text.size()) blank_waits_ = true;
        i = end + 1;
    }
}

/// The newline right after <pre> is no text.
void HtmlPage::verbatim(std::string_view text)
{
    if (open_.back().name == "pre" && open_.back().begun == happened_ && text.starts_with('\n')) text.remove_prefix(1);
    flow_.text(text);
    ++happened_;
}

void HtmlPage::characters(std::string_view text)
{
    if (!open_.empty() && open_.back().unseen) return;
    if (signs_open_ > 0) return;
    if (preformatted_ > 0) {
        verbatim(text);
    } else {
        words(text);
    }
}

void HtmlPage::finish()
{
    while (!open_.empty()) end(std::string(open_.back().name), false);
    end_paragraph();
    flow_.flush_marker();
}

}
