#include "codepage.h"
#include "flow.h"
#include "reading.h"
#include "workbench/tr.h"
#include <algorithm>
#include <array>
#include <charconv>

// Rich Text Format, Specification 1.9.1 (Microsoft, 2008). Text is what is left when the destinations that are not
// text are passed over; `\*` marks those that an old reader may not know.
namespace workbench
{
namespace
{

constexpr std::size_t most_groups = 100'000;

enum class Place { text, ignored, font_table, list_text, note, box };

struct Word {
    std::string_view word;
    Place place;
};
constexpr std::array places{
    Word{"annotation", Place::ignored}, Word{"atnid", Place::ignored},
    Word{"atnauthor", Place::ignored},  Word{"author", Place::ignored},
    Word{"bkmkend", Place::ignored},    Word{"bkmkstart", Place::ignored},
    Word{"colortbl", Place::ignored},   Word{"datafield", Place::ignored},
    Word{"falt", Place::ignored},       Word{"filetbl", Place::ignored},
    Word{"fldinst", Place::ignored},    Word{"fonttbl", Place::font_table},
    Word{"footer", Place::ignored},     Word{"footerf", Place::ignored},
    Word{"footerl", Place::ignored},    Word{"footerr", Place::ignored},
    Word{"footnote", Place::note},      Word{"ftncn", Place::ignored},
    Word{"ftnsep", Place::ignored},     Word{"ftnsepc", Place::ignored},
    Word{"aftncn", Place::ignored},     Word{"aftnsep", Place::ignored},
    Word{"aftnsepc", Place::ignored},   Word{"header", Place::ignored},
    Word{"headerf", Place::ignored},    Word{"headerl", Place::ignored},
    Word{"headerr", Place::ignored},    Word{"info", Place::ignored},
    Word{"listtext", Place::list_text}, Word{"nonesttables", Place::ignored},
    Word{"nonshppict", Place::ignored}, Word{"pict", Place::ignored},
    Word{"pntext", Place::list_text},   Word{"rxe", Place::ignored},
    Word{"shprslt", Place::ignored},    Word{"shptxt", Place::box},
    Word{"sp", Place::ignored},         Word{"stylesheet", Place::ignored},
    Word{"tc", Place::ignored},         Word{"template", Place::ignored},
    Word{"txe", Place::ignored},        Word{"xe", Place::ignored},
    Word{"listtable", Place::ignored},  Word{"listoverridetable", Place::ignored},
    Word{"objdata", Place::ignored},
};
/// Destinations behind `\*` that hold text all the same.
constexpr std::array<std::string_view, 4> seen_with_star{"shpinst", "nesttableprops", "ud", "shptxt"};

struct Sign {
    std::string_view word, text;
};
constexpr std::array signs{Sign{"tab", "\t"},         Sign{"line", "\n"},          Sign{"lbr", "\n"},
                           Sign{"emdash", "\u2014"},  Sign{"endash", "\u2013"},    Sign{"lquote", "\u2018"},
                           Sign{"rquote", "\u2019"},  Sign{"ldblquote", "\u201C"}, Sign{"rdblquote", "\u201D"},
                           Sign{"bullet", "\u2022"},  Sign{"emspace", "\u2003"},   Sign{"enspace", "\u2002"},
                           Sign{"qmspace", "\u2005"}, Sign{"zwj", "\u200D"},       Sign{"zwnj", "\u200C"},
                           Sign{"zwbo", "\u200B"},    Sign{"ltrmark", "\u200E"},   Sign{"rtlmark", "\u200F"}};

struct Font {
    int page = 1252;
    bool symbol = false;
};

struct Group {
    Place place = Place::text;
    bool star = false, fresh = true; ///< `\*` was read; nothing else was
    bool closes = false;             ///< its end ends a note, a box or a list number
    bool hidden = false, deleted = false;
    bool alternative = false; ///< of `\upr`: only its Unicode half counts
    int fallback = 1;         ///< characters that stand after `\uN` for old readers
    int font = -1, level = 0; ///< level of table
};

/// The cells of the rows that are being read, by depth of nesting.
struct Rows {
    struct Row {
        std::vector<Lines> cells;
        bool open = false;
    };
    std::vector<Row> levels;
};

class RtfReader
{
 public:
    RtfReader(std::string_view bytes, Flow& flow) : bytes_(bytes), flow_(flow), groups_(1), scopes_(1) {}
    /// False when the groups are nested without measure.
    bool read();
    bool cut_off() const { return cut_off_; }

 private:
    Group& group() { return groups_.back(); }
    bool shown() const;
    bool open_group();
    void close_group();
    void end_place(Place place);
    void control();
    void symbol(char c);
    void word(std::string_view name, std::optional<int> number);
    bool begin_place(std::string_view name);
    void enter(Place place);
    bool character_word(std::string_view name, int number, bool has_number);
    bool paragraph_word(std::string_view name);
    void font_word(std::string_view name, int number);
    void unicode(int number);
    void byte(char c);
    void add(std::string_view text);
    void flush();
    void end_paragraph();
    void begin_text();
    void open_cells(std::size_t level);
    void end_cell(std::size_t level);
    void end_row(std::size_t level);
    void end_rows();
    Font font() const;

    std::string_view bytes_;
    std::size_t at_ = 0;
    Flow& flow_;
    std::vector<Group> groups_;
    std::vector<Rows> scopes_; ///< the body, and each note or box that is open
    std::map<int, Font> fonts_;
    CodePages pages_;
    std::string marker_;  ///< the number of the list item that begins
    std::string waiting_; ///< bytes of one font, to be decoded together
    char32_t high_ = 0;   ///< the first half of a pair
    bool cut_off_ = false;
    int page_ = 1252, skip_ = 0, defined_font_ = -1, default_font_ = -1;
};

bool RtfReader::shown() const
{
    const auto& group = groups_.back();
    return group.place != Place::ignored && group.place != Place::font_table && !group.hidden && !group.deleted &&
           !group.alternative;
}

bool RtfReader::open_group()
{
    flush();
    skip_ = 0;
    Group inner = group();
    inner.fresh = true;
    inner.star = inner.closes = false;
    groups_.push_back(inner);
    return groups_.size() < most_groups;
}

void RtfReader::close_group()
{
    flush();
    skip_ = 0;
    if (groups_.size() == 1) return;
    const auto closed = group();
    if (closed.closes) end_place(closed.place);
    groups_.pop_back();
}

void RtfReader::end_place(Place place)
{
    if (place == Place::list_text) {
        const auto number = cell_line(flow_.pop());
        const auto words = trimmed(number);
        const bool counts = words != "o" && std::any_of(words.begin(), words.end(), [](char c) {
                                return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
                            });
        marker_ = counts ? std::string(words) : "-";
        return;
    }
    end_rows();
    scopes_.pop_back();
    if (place == Place::note) flow_.end_note();
    if (place == Place::box) flow_.after(flow_.pop());
}

void RtfReader::enter(Place place)
{
    group().place = place;
    if (place == Place::text || place == Place::ignored || place == Place::font_table) return;
    group().closes = true;
    group().level = 0;
    if (place == Place::list_text) return flow_.push();
    scopes_.emplace_back();
    if (place == Place::note) flow_.begin_note();
    if (place == Place::box) flow_.push();
}

/// True when the word names where the group's text goes.
bool RtfReader::begin_place(std::string_view name)
{
    const bool first = std::exchange(group().fresh, false);
    if (!first || group().place == Place::ignored) return false;
    if (name == "upr") {
        group().alternative = true;
        return true;
    }
    if (name == "ud" && group().star) {
        group().alternative = false;
        return true;
    }
    const bool seen = std::find(seen_with_star.begin(), seen_with_star.end(), name) != seen_with_star.end();
    const auto found = std::find_if(places.begin(), places.end(), [&](const Word& row) { return row.word == name; });
    if (found != places.end()) {
        const bool dropped = !shown() && found->place != Place::font_table;
        enter(dropped ? Place::ignored : found->place);
        return true;
    }
    if (group().star && !seen) enter(Place::ignored);
    return group().star;
}

void RtfReader::control()
{
    if (at_ >= bytes_.size()) return;
    const auto letter = [&](std::size_t i) {
        return i < bytes_.size() && (bytes_[i] | 0x20) >= 'a' && (bytes_[i] | 0x20) <= 'z';
    };
    if (!letter(at_)) return symbol(bytes_[at_++]);
    const auto begin = at_;
    while (letter(at_) && at_ - begin < 40) ++at_;
    const auto name = bytes_.substr(begin, at_ - begin);
    int number = 0;
    const auto [end, error] = std::from_chars(bytes_.data() + at_, bytes_.data() + bytes_.size(), number);
    const bool has_number = end != bytes_.data() + at_; // a number too long to hold reads as 0
    at_ = static_cast<std::size_t>(end - bytes_.data());
    if (at_ < bytes_.size() && bytes_[at_] == ' ') ++at_;
    if (name == "bin") {
        at_ += std::min<std::size_t>(std::max(number, 0), bytes_.size() - at_);
        return;
    }
    word(name, has_number ? std::optional(number) : std::nullopt);
}

int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

void RtfReader::symbol(char c)
{
    if (c == '*') {
        group().star = true;
        return;
    }
    if (c == '\'') {
        const int high = at_ < bytes_.size() ? hex_digit(bytes_[at_]) : -1;
        const int low = at_ + 1 < bytes_.size() ? hex_digit(bytes_[at_ + 1]) : -1;
        if (high < 0 || low < 0) return;
        at_ += 2;
        return byte(static_cast<char>(high << 4 | low));
    }
    if (skip_ > 0) {
        --skip_;
        return;
    }
    switch (c) {
    case '\\':
    case '{':
    case '}': return byte(c);
    case '~': return add("\u00A0");
    case '-': return add("\u00AD");
    case '_': return add("\u2011");
    case '\n':
    case '\r': return end_paragraph();
    case '\t': return add("\t");
    default: return; // index and formula marks
    }
}

void RtfReader::word(std::string_view name, std::optional<int> number)
{
    const auto sign = std::find_if(signs.begin(), signs.end(), [&](const Sign& row) { return row.word == name; });
    if (skip_ > 0 && sign != signs.end()) {
        --skip_;
        return;
    }
    skip_ = 0; // a writer that forgot what old readers show must not cost us a paragraph
    flush();
    if (begin_place(name)) return;
    if (group().place == Place::ignored) return;
    const int n = number.value_or(0);
    if (group().place == Place::font_table) return font_word(name, n);
    if (name == "u") return unicode(n);
    if (character_word(name, n, number.has_value())) return;
    if (paragraph_word(name)) return;
    if (sign != signs.end()) add(sign->text);
}

/// Words that set how the following characters are read.
bool RtfReader::character_word(std::string_view name, int n, bool has_number)
{
    const bool on = !has_number || n != 0;
    if (name == "uc")
        group().fallback = std::clamp(n, 0, 100);
    else if (name == "f")
        group().font = n;
    else if (name == "plain")
        group().hidden = group().deleted = false, group().font = default_font_;
    else if (name == "v")
        group().hidden = on;
    else if (name == "deleted")
        group().deleted = on;
    else if (name == "ansicpg")
        page_ = n > 0 ? n : 1252;
    else if (name == "deff")
        default_font_ = n;
    else if (name == "mac")
        page_ = 10000;
    else if (name == "pc")
        page_ = 437;
    else if (name == "pca")
        page_ = 850;
    else if (name == "pard")
        group().level = 0;
    else if (name == "intbl")
        group().level = std::max(group().level, 1);
    else if (name == "itap")
        group().level = std::clamp(n, 0, 50);
    else
        return false;
    return true;
}

bool RtfReader::paragraph_word(std::string_view name)
{
    const auto level = static_cast<std::size_t>(group().level);
    if (name == "par")
        end_paragraph();
    else if (name == "cell")
        end_cell(1);
    else if (name == "row")
        end_row(1);
    else if (name == "nestcell")
        end_cell(std::max<std::size_t>(level, 2));
    else if (name == "nestrow")
        end_row(std::max<std::size_t>(level, 2));
    else if (name == "sect")
        flow_.end_text();
    else if (name == "page" || name == "column")
        flow_.page_break();
    else
        return false;
    return true;
}

void RtfReader::font_word(std::string_view name, int n)
{
    if (name == "f") defined_font_ = n, fonts_[n] = {page_, false};
    if (name == "fcharset") fonts_[defined_font_] = {code_page_of_charset(n, page_), n == 2};
    if (name == "cpg" && n > 0) fonts_[defined_font_].page = n;
}

Font RtfReader::font() const
{
    const auto& group = groups_.back();
    const auto found = fonts_.find(group.font >= 0 ? group.font : default_font_);
    return found == fonts_.end() ? Font{page_, false} : found->second;
}

/// `\uN` with N from -32768: a character, or half of a pair, then what old readers show instead.
void RtfReader::unicode(int number)
{
    skip_ = group().fallback;
    const auto unit = static_cast<char32_t>(number & 0xFFFF);
    if (unit >= 0xD800 && unit < 0xDC00) {
        high_ = unit;
        return;
    }
    const bool low = unit >= 0xDC00 && unit < 0xE000;
    const auto high = std::exchange(high_, 0);
    const auto c = low && high ? 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00) : unit;
    add(utf8(without_symbol_font(c)));
}

void RtfReader::byte(char c)
{
    group().fresh = false;
    if (skip_ > 0) {
        --skip_;
        return;
    }
    if (shown()) waiting_ += c;
}

void RtfReader::flush()
{
    if (waiting_.empty()) return;
    const auto bytes = std::exchange(waiting_, {});
    const auto f = font();
    if (!f.symbol) return add(pages_.utf8(bytes, f.page));
    for (const char c : bytes) {
        const auto code = static_cast<unsigned char>(c);
        add(utf8(code > 0x20 ? without_symbol_font(0xF000u + code) : code));
    }
}

void RtfReader::add(std::string_view text)
{
    if (!shown()) return;
    flush();
    if (group().place != Place::list_text) begin_text();
    flow_.text(text);
}

void RtfReader::end_paragraph()
{
    if (!shown()) return;
    flush();
    if (group().place == Place::list_text) return;
    begin_text();
    flow_.end_paragraph();
}

/// The number of an item may stand before the words that say in which cell the item is.
void RtfReader::begin_text()
{
    open_cells(static_cast<std::size_t>(group().level));
    if (!marker_.empty()) flow_.marker(std::exchange(marker_, {}));
}

void RtfReader::open_cells(std::size_t level)
{
    auto& levels = scopes_.back().levels;
    if (levels.size() < level) levels.resize(level);
    for (std::size_t i = 0; i < level; ++i)
        if (!std::exchange(levels[i].open, true)) flow_.push();
}

void RtfReader::end_cell(std::size_t level)
{
    if (group().place == Place::list_text) return;
    auto& levels = scopes_.back().levels;
    for (auto deeper = levels.size(); deeper > level; --deeper) end_row(deeper);
    open_cells(level);
    if (!marker_.empty()) flow_.marker(std::exchange(marker_, {}));
    levels[level - 1].open = false;
    levels[level - 1].cells.push_back(flow_.pop());
}

void RtfReader::end_row(std::size_t level)
{
    auto& levels = scopes_.back().levels;
    if (group().place == Place::list_text || levels.size() < level) return;
    auto& row = levels[level - 1];
    if (row.open) end_cell(level);
    if (!row.cells.empty()) flow_.row(row.cells);
    row.cells.clear();
}

void RtfReader::end_rows()
{
    for (auto level = scopes_.back().levels.size(); level > 0; --level) end_row(level);
}

bool RtfReader::read()
{
    while (at_ < bytes_.size() && !flow_.too_large()) {
        const char c = bytes_[at_++];
        if (c == '\\') {
            control();
        } else if (c == '{') {
            if (!open_group()) return false;
        } else if (c == '}') {
            close_group();
            if (groups_.size() == 1) break; // what follows is padding
        } else if (c != '\r' && c != '\n') {
            byte(c);
        }
    }
    cut_off_ = groups_.size() > 1;
    while (groups_.size() > 1) close_group();
    end_rows();
    return true;
}

}

Result<SourceText> read_rtf(std::string_view bytes, const ReadOptions& options)
{
    const auto begin = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (begin == std::string_view::npos || !bytes.substr(begin).starts_with("{\\rtf")) return damaged("RTF");

    Flow flow(options.text_limit);
    RtfReader reader(bytes.substr(begin), flow);
    if (!reader.read()) return damaged("RTF");
    std::vector<std::string> warnings;
    if (reader.cut_off()) warnings.push_back(say("The file ends too early: text at its end may be missing."));
    return source_from(flow, std::move(warnings));
}

}
