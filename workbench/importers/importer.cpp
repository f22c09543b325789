#include "workbench/importer.h"
#include "reading.h"
#include "workbench/encoding.h"
#include "workbench/tr.h"
#include <algorithm>
#include <fstream>

namespace workbench
{
namespace
{

consteval bool extensions_differ()
{
    for (std::size_t i = 0; i < importers.size(); ++i)
        for (std::size_t k = i + 1; k < importers.size(); ++k)
            if (importers[i].extension == importers[k].extension) return false;
    return true;
}
static_assert(extensions_differ(), "two importers share an extension");

struct Advice {
    std::string_view extensions;
    const char* (*hint)();
};

/// What to do with what we do not read; the last fits all.
constexpr std::array advices{
    Advice{".doc.dot.wps.wpd.pages.", [] { return tr("Open it in Word or LibreOffice and save it as DOCX."); }},
    Advice{".ppt.pptx.odp.", [] { return tr("Save it as PDF and import that."); }},
    Advice{".csv.tsv.xlsx.xls.ods.sav.dta.por.", [] { return tr("This is a table: use \"table import\"."); }},
    Advice{".mp3.wav.m4a.ogg.mp4.mov.mkv.avi.", [] { return tr("Transcribe it first and import the transcript."); }},
    Advice{".jpg.jpeg.png.tif.tiff.gif.bmp.",
           [] { return tr("Read its text with an OCR program first and import that."); }},
    Advice{".qdpx.qde.", [] { return tr("This is a project of another program: use \"qdpx import\"."); }},
    Advice{"", [] { return tr("Save it as TXT, DOCX, ODT, RTF, HTML, PDF, SRT, VTT or EPUB."); }},
};

std::string hint_for(const std::string& extension)
{
    const auto fits = [&](const Advice& advice) {
        return advice.extensions.empty() ||
               (!extension.empty() && advice.extensions.find(extension + ".") != std::string_view::npos);
    };
    return std::find_if(advices.begin(), advices.end(), fits)->hint();
}

std::string extension_of(const std::filesystem::path& name)
{
    return lower_ascii(name.extension().string());
}

auto too_large(std::uintmax_t size, std::uintmax_t limit)
{
    return fail(ErrorCode::too_large, say("The file has {} MB; at most {} MB are taken in.", size >> 20, limit >> 20),
                say("Divide it into several files and import those."));
}

}

const Importer* importer_for(const std::filesystem::path& name)
{
    const auto found =
        std::find_if(importers.begin(), importers.end(),
                     [extension = extension_of(name)](const auto& i) { return i.extension == extension; });
    return found == importers.end() ? nullptr : &*found;
}

Result<SourceText> read_source(const std::filesystem::path& name, std::string_view bytes, const ReadOptions& options)
{
    const auto* importer = importer_for(name);
    if (!importer) {
        const auto extension = extension_of(name);
        return fail(ErrorCode::unsupported,
                    extension.empty() ? say("The file has no suffix that says what it is.")
                                      : say("Files of the kind {} cannot be read.", extension),
                    hint_for(extension));
    }
    if (bytes.empty()) return fail(ErrorCode::bad_file, say("The file is empty."));
    if (bytes.size() > importer->file_limit) return too_large(bytes.size(), importer->file_limit);

    auto source = importer->read(bytes, options);
    if (!source) return source;
    if (source->text.size() > options.text_limit) return text_too_large(options.text_limit);
    if (trimmed(source->text).empty()) return fail(ErrorCode::bad_file, say("There is no text in the file."));
    return source;
}

Result<SourceText> read_plain_text(std::string_view bytes, const ReadOptions& options)
{
    auto decoded = decode_text(bytes, options.encoding);
    if (!decoded) return fail(decoded.error());
    return SourceText{std::move(decoded->text), std::move(decoded->encoding), std::move(decoded->warnings), {}, {}};
}

Result<std::string> read_file_bytes(const std::filesystem::path& file, std::uintmax_t limit)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return fail(ErrorCode::not_found, say("There is no file {}.", file.string()),
                    say("Check the name and the folder."));
    if (!std::filesystem::is_regular_file(file, error))
        return fail(ErrorCode::bad_file, say("{} is not an ordinary file.", file.string()));
    const auto size = std::filesystem::file_size(file, error);
    if (!error && size > limit) return too_large(size, limit);

    std::ifstream in(file, std::ios::binary);
    std::string bytes(error ? 0 : size, '\0');
    if (error || !in || (size > 0 && !in.read(bytes.data(), static_cast<std::streamsize>(size))))
        return fail(ErrorCode::bad_file, say("{} cannot be read.", file.string()),
                    say("Check that you may read it and that the disk is well."));
    return bytes;
}

}
