#include "flow.h"
#include "reading.h"
#include "workbench/encoding.h"
#include "workbench/tr.h"
#include "workbench/words.h"
#include <array>
#include <charconv>

// SRT has no standard: cues are found by their line with `-->`, so that a blank line within a cue does no harm.
// WebVTT: https://www.w3.org/TR/webvtt1/
namespace workbench
{
namespace
{

struct Cue {
    double seconds = 0;
    std::string text;
};

enum class Dialect { srt, vtt };

/// `01:02:03,456`, `02:03.456` or `1:02:03` at the beginning of `text`, in seconds.
std::optional<double> time_at(std::string_view text)
{
    double seconds = 0;
    int parts = 0;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (parts < 3) {
        unsigned value = 0;
        const auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc{} || value > 100'000) return {};
        seconds = seconds * 60 + value;
        at = next;
        ++parts;
        if (at == end || *at != ':') break;
        ++at;
    }
    if (parts < 2) return {};
    double unit = 0.1;
    if (at != end && (*at == ',' || *at == '.'))
        for (++at; at != end && *at >= '0' && *at <= '9'; ++at, unit /= 10) seconds += (*at - '0') * unit;
    return seconds;
}

std::optional<double> begin_of(std::string_view timing_line)
{
    const auto arrow = timing_line.find("-->");
    if (arrow == std::string_view::npos || !time_at(trimmed(timing_line.substr(arrow + 3)))) return {};
    return time_at(trimmed(timing_line.substr(0, arrow)));
}

bool is_number(std::string_view line)
{
    line = trimmed(line);
    return !line.empty() && line.find_first_not_of("0123456789") == std::string_view::npos;
}

/// What stands for a tag `<…>`: a voice becomes a label, formatting nothing; empty when it is no tag.
std::optional<std::string> instead_of(std::string_view tag)
{
    static constexpr std::array<std::string_view, 11> formats{"i",    "b",    "u",  "s",    "c", "v",
                                                              "font", "ruby", "rt", "lang", "em"};
    const bool closing = tag.starts_with('/');
    if (closing) tag.remove_prefix(1);
    if (!closing && time_at(tag)) return "";
    const auto name = lower_ascii(tag.substr(0, tag.find_first_of(" .\t=")));
    if (std::find(formats.begin(), formats.end(), name) == formats.end()) return {};
    const auto blank = tag.find_first_of(" \t");
    if (name != "v" || closing || blank == std::string_view::npos) return "";
    const auto voice = trimmed(tag.substr(blank));
    return voice.empty() ? "" : std::string(voice) + ": ";
}

/// `{\an8}` and the like place the text on the screen.
std::size_t end_of_override(std::string_view text, std::size_t at)
{
    if (text.substr(at, 2) != "{\\") return at;
    const auto end = text.find('}', at);
    return end == std::string_view::npos ? at : end + 1;
}

std::string without_tags(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        if (const auto end = end_of_override(text, i); end > i) {
            i = end;
            continue;
        }
        const auto end = text[i] == '<' ? text.find('>', i) : std::string_view::npos;
        const auto instead = end == std::string_view::npos ? std::nullopt : instead_of(text.substr(i + 1, end - i - 1));
        if (!instead) {
            plain += text[i++];
            continue;
        }
        plain += *instead;
        i = end + 1;
        if (!instead->empty()) i = std::min(text.find_first_not_of(" \t", i), text.size());
    }
    return plain;
}

std::string with_entities_read(std::string_view text)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> entities{{{"&amp;", "&"},
                                                                                            {"&lt;", "<"},
                                                                                            {"&gt;", ">"},
                                                                                            {"&nbsp;", "\u00A0"},
                                                                                            {"&lrm;", "\u200E"},
                                                                                            {"&rlm;", "\u200F"},
                                                                                            {"&quot;", "\""},
                                                                                            {"&#39;", "'"}}};
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        const auto found = std::find_if(entities.begin(), entities.end(),
                                        [&](const auto& entity) { return text.substr(i).starts_with(entity.first); });
        plain += found == entities.end() ? text.substr(i, 1) : found->second;
        i += found == entities.end() ? 1 : found->first.size();
    }
    return plain;
}

std::string paragraph_of(const std::vector<std::string_view>& lines, Dialect dialect)
{
    std::string paragraph;
    for (const auto line : lines) {
        const auto words = trimmed(line);
        if (words.empty()) continue;
        if (!paragraph.empty()) paragraph += ' ';
        paragraph += words;
    }
    paragraph = without_tags(paragraph);
    if (dialect == Dialect::vtt) paragraph = with_entities_read(paragraph);
    return std::string(trimmed(paragraph));
}

std::vector<Cue> cues_of(std::string_view text, Dialect dialect)
{
    std::vector<Cue> cues;
    std::vector<std::string_view> lines;
    bool inside = false;
    const auto close = [&] {
        if (inside) cues.back().text = paragraph_of(lines, dialect);
        lines.clear();
        inside = false;
    };
    for (const auto line : lines_of(text)) {
        if (const auto begin = begin_of(line)) {
            // The line before may be the number of this cue, not the last word of the one before.
            if (dialect == Dialect::srt && !lines.empty() && is_number(lines.back())) lines.pop_back();
            close();
            cues.push_back({*begin, {}});
            inside = true;
        } else if (dialect == Dialect::vtt && trimmed(line).empty()) {
            close();
        } else {
            lines.push_back(line);
        }
    }
    close();
    return cues;
}

Result<SourceText> read_subtitles(std::string_view bytes, const ReadOptions& options, Dialect dialect)
{
    auto decoded = decode_text(bytes, options.encoding);
    if (!decoded) return fail(decoded.error());

    SourceText source{{}, std::move(decoded->encoding), std::move(decoded->warnings), {}, {}};
    std::size_t at = 0; // in code points
    for (const auto& cue : cues_of(decoded->text, dialect)) {
        if (cue.text.empty()) continue;
        if (!source.text.empty()) source.text += '\n', ++at;
        source.times.push_back({at, cue.seconds});
        source.text += cue.text;
        at += static_cast<std::size_t>(code_points(cue.text));
    }
    if (source.times.empty())
        return fail(ErrorCode::bad_file, say("The file holds no subtitle with a time and a text."),
                    say("A subtitle begins with a line such as 00:00:01,000 --> 00:00:04,000."));
    if (source.text.size() > options.text_limit) return text_too_large(options.text_limit);
    return source;
}

}

Result<SourceText> read_srt(std::string_view bytes, const ReadOptions& options)
{
    return read_subtitles(bytes, options, Dialect::srt);
}

Result<SourceText> read_vtt(std::string_view bytes, const ReadOptions& options)
{
    return read_subtitles(bytes, options, Dialect::vtt);
}

}
