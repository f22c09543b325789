#include "word_remarks.h"
#include "ooxml.h"
#include <algorithm>
#include <string_view>

namespace workbench
{
namespace
{

/// The text of a comment, its paragraphs as lines; what was deleted with tracked changes is no text.
void add_text(pugi::xml_node node, std::string& text)
{
    for (const auto inner : node.children()) {
        const auto name = paper::local_name(inner.name());
        if (name == "p" && !text.empty()) text += '\n';
        if (name == "t")
            text += paper::text_of(inner);
        else if (name == "tab")
            text += ' ';
        else if (name == "br" || name == "cr")
            text += '\n';
        else if (name != "del" && name != "moveFrom")
            add_text(inner, text);
    }
}

/// Code points of a text by number.
class CodePoints
{
 public:
    explicit CodePoints(std::string_view text) : text_(text)
    {
        for (std::size_t i = 0; i < text.size(); ++i)
            if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) begins_.push_back(i);
        begins_.push_back(text.size());
    }
    std::size_t size() const { return begins_.size() - 1; }
    std::string_view at(std::size_t i) const { return text_.substr(begins_[i], begins_[i + 1] - begins_[i]); }
    bool blank(std::size_t i) const
    {
        const auto c = at(i);
        return c == " " || c == "\t" || c == "\n" || c == "\u00A0";
    }
    /// Only blanks of one line between two places.
    bool only_blanks(std::size_t from, std::size_t to) const
    {
        for (; from < to; ++from)
            if (!blank(from) || at(from) == "\n") return false;
        return true;
    }

 private:
    std::string_view text_;
    std::vector<std::size_t> begins_; ///< bytes
};

/// The whole line for a place without extent; without blanks at the edges.
void fit(Remark& remark, const CodePoints& text)
{
    if (remark.begin == remark.end) {
        while (remark.begin > 0 && text.at(remark.begin - 1) != "\n") --remark.begin;
        while (remark.end < text.size() && text.at(remark.end) != "\n") ++remark.end;
    }
    while (remark.begin < remark.end && text.blank(remark.begin)) ++remark.begin;
    while (remark.begin < remark.end && text.blank(remark.end - 1)) --remark.end;
}

}

WordRemarks::WordRemarks(Flow& flow, pugi::xml_node comments) : flow_(flow)
{
    for (const auto node : children(comments, "comment")) {
        Comment comment{attribute(node, "author"), {}};
        add_text(node, comment.text);
        comments_.emplace(attribute(node, "id"), std::move(comment));
    }
}

void WordRemarks::begin_comment(const std::string& id)
{
    const auto comment = comments_.find(id);
    if (comment == comments_.end() || begun_.contains(id)) return;
    begun_[id] = found_.size();
    Remark remark{.author = comment->second.author, .text = comment->second.text};
    found_.push_back({std::move(remark), next_place(), -1});
    flow_.place_before(found_.back().begin);
}

void WordRemarks::end_comment(const std::string& id)
{
    const auto begun = begun_.find(id);
    if (begun == begun_.end() || found_[begun->second].end >= 0) return;
    found_[begun->second].end = next_place();
    flow_.place_behind(found_[begun->second].end);
}

void WordRemarks::comment_sign(const std::string& id)
{
    const auto comment = comments_.find(id);
    if (comment == comments_.end() || begun_.contains(id)) return;
    begun_[id] = found_.size();
    const int place = next_place();
    found_.push_back({{.author = comment->second.author, .text = comment->second.text}, place, place});
    flow_.place_behind(place);
}

void WordRemarks::highlight(const std::string& color)
{
    const auto now = color == "none" ? std::string() : color;
    if (now == color_) return;
    if (!color_.empty()) {
        auto& last = *std::find_if(found_.rbegin(), found_.rend(),
                                   [](const Open& open) { return open.remark.kind == Remark::Kind::highlight; });
        last.end = next_place();
        flow_.place_behind(last.end);
    }
    color_ = now;
    if (now.empty()) return;
    found_.push_back({{.kind = Remark::Kind::highlight, .color = now}, next_place(), -1});
    flow_.place_before(found_.back().begin);
}

std::vector<Remark> WordRemarks::finish(std::string& text)
{
    highlight("");
    if (found_.empty()) return {};
    const auto places = take_places(text, static_cast<std::size_t>(places_));
    const CodePoints characters(text);
    std::vector<Remark> remarks;
    for (auto& [remark, begin, end] : found_) {
        if (end < 0) continue; // its end was cut away with a part of the document
        remark.begin = places[static_cast<std::size_t>(begin)];
        remark.end = places[static_cast<std::size_t>(end)];
        if (remark.begin == remark.end && remark.kind == Remark::Kind::highlight) continue;
        if (remark.begin <= remark.end) fit(remark, characters);
        if (remark.begin < remark.end) remarks.push_back(std::move(remark));
    }
    std::stable_sort(remarks.begin(), remarks.end(), [](const Remark& a, const Remark& b) {
        return std::pair(a.begin, b.end) < std::pair(b.begin, a.end);
    });
    // Word cuts one stretch of colour into runs: a blank in between is none.
    for (std::size_t i = 1; i < remarks.size();) {
        auto& before = remarks[i - 1];
        const bool goes_on = before.kind == Remark::Kind::highlight && remarks[i].kind == before.kind &&
                             before.color == remarks[i].color && characters.only_blanks(before.end, remarks[i].begin);
        if (!goes_on) {
            ++i;
            continue;
        }
        before.end = std::max(before.end, remarks[i].end);
        remarks.erase(remarks.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return remarks;
}

}
