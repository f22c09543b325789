#include "pdf_pages.h"
#include <algorithm>
#include <deque>

namespace paper
{

namespace
{

constexpr double note_rule_room = 14;

/// Fills page after page, from the top with pieces and from the bottom with notes.
class Paginator
{
 public:
    Paginator(const std::vector<Piece>& pieces, const std::vector<std::vector<Piece>>& note_lines)
        : pieces_(pieces), note_lines_(note_lines)
    {
        begin_page();
    }

    std::vector<Page> run()
    {
        for (std::size_t first = 0; first < pieces_.size();) {
            auto last = first;
            while (last + 1 < pieces_.size() && pieces_[last].keep && !pieces_[last + 1].new_page) ++last;
            place_together(first, last);
            first = last + 1;
        }
        end_page();
        while (!carried_.empty()) {
            begin_page();
            end_page();
        }
        return std::move(pages_);
    }

 private:
    bool is_empty() const { return page_.body.empty(); }
    bool is_blank() const { return page_.body.empty() && notes_.empty(); }

    /// What the pieces would need on this page as it stands, and their notes: a long note only its first lines.
    double needed(std::size_t first, std::size_t last) const
    {
        double height = 0, notes = 0;
        for (auto i = first; i <= last; ++i) {
            height += pieces_[i].height + (is_empty() && i == first ? 0 : pieces_[i].before);
            for (const auto number : pieces_[i].notes) notes += height_of(number);
        }
        if (notes > 0 && notes_.empty()) notes += note_rule_room;
        return height + notes;
    }

    double height_of(int number) const
    {
        const auto& lines = note_lines_[static_cast<std::size_t>(number) - 1];
        double height = 0;
        for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 3); ++i) height += lines[i].height;
        return height;
    }

    double room() const { return text_height - y_ - notes_height_; }

    void place_together(std::size_t first, std::size_t last)
    {
        if (pieces_[first].new_page && !is_blank()) next_page(nullptr);
        make_room(first, last);
        for (auto i = first; i <= last; ++i) {
            make_room(i, i); // finds room unless the block is higher than a page: then it is torn where it must be
            place(pieces_[i]);
        }
    }

    /// Notes carried over may fill the next page too.
    void make_room(std::size_t first, std::size_t last)
    {
        for (bool carrying = true; carrying && needed(first, last) > room() && !is_blank();) {
            carrying = !carried_.empty();
            next_page(&pieces_[first]);
        }
    }

    void place(const Piece& piece)
    {
        if (!is_empty()) y_ += piece.before;
        page_.body.push_back({&piece, y_});
        y_ += piece.height;
        for (const auto number : piece.notes)
            for (const auto& line : note_lines_[static_cast<std::size_t>(number) - 1]) carried_.push_back(&line);
        take_notes();
    }

    /// Notes that find no room go to the next page.
    void take_notes()
    {
        while (!carried_.empty()) {
            const double more = carried_.front()->height + (notes_.empty() ? note_rule_room : 0);
            if (more > room() && !(notes_.empty() && is_empty())) return;
            notes_.push_back(carried_.front());
            notes_height_ += more;
            carried_.pop_front();
        }
    }

    void begin_page()
    {
        page_ = {};
        notes_.clear();
        y_ = notes_height_ = 0;
        take_notes();
    }

    void end_page()
    {
        double y = text_height - notes_height_ + note_rule_room;
        if (!notes_.empty()) page_.rule = y - note_rule_room / 2;
        for (const auto* line : notes_) {
            page_.notes.push_back({line, y});
            y += line->height;
        }
        pages_.push_back(std::move(page_));
    }

    void next_page(const Piece* first)
    {
        end_page();
        begin_page();
        // A table that goes on says its head again; one that begins here has it among its pieces.
        if (!first || !first->head) return;
        for (const auto& piece : *first->head) {
            page_.body.push_back({&piece, y_});
            y_ += piece.height;
        }
    }

    const std::vector<Piece>& pieces_;
    const std::vector<std::vector<Piece>>& note_lines_;
    std::vector<Page> pages_;
    Page page_;
    std::vector<const Piece*> notes_;
    std::deque<const Piece*> carried_;
    double y_ = 0, notes_height_ = 0;
};

}

std::vector<Page> paginate(const std::vector<Piece>& pieces, const std::vector<std::vector<Piece>>& note_lines)
{
    return Paginator(pieces, note_lines).run();
}

}
