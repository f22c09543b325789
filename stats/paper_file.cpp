#include "paper_file.h"
#include "paper/writers.h"
#include "stats/number_format.h"
#include "workbench/file.h"
#include "workbench/tr.h"

namespace stats
{

using namespace workbench;

namespace
{

paper::Words words_of_language()
{
    return {say("Table"), say("Figure"), say("Note"), say("Contents"), say("List of tables"), say("List of figures")};
}

template <class Written>
Result<std::vector<std::filesystem::path>> save_one(const std::filesystem::path& file, const Written& written)
{
    if (!written) return fail(ErrorCode::bad_file, say("The document cannot be written: {}.", written.error().what));
    if (const auto done = write_file(file, *written); !done) return fail(done.error());
    return std::vector{file};
}

Result<std::vector<std::filesystem::path>> save_markdown(const std::filesystem::path& file,
                                                         const paper::Document& document)
{
    const auto folder = file.stem().string() + "-figures";
    const auto written = paper::write_markdown(document, folder);
    if (!written) return fail(ErrorCode::bad_file, say("The document cannot be written: {}.", written.error().what));
    std::vector<std::filesystem::path> files{file};
    const auto base = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    if (const auto done = write_file(file, written->text); !done) return fail(done.error());
    for (const auto& picture : written->pictures) {
        std::error_code ignored;
        std::filesystem::create_directories((base / picture.name).parent_path(), ignored);
        if (const auto done = write_file(base / picture.name, picture.bytes); !done) return fail(done.error());
        files.push_back(base / picture.name);
    }
    return files;
}

}

std::string last_change(const Reading& reading)
{
    return reading.row<std::string>("SELECT at FROM history ORDER BY seq DESC LIMIT 1").value_or("");
}

paper::Document empty_paper(const Reading& reading)
{
    paper::Document document;
    document.language = language() == "es" ? "es-PE" : "en-GB";
    document.created = last_change(reading);
    document.decimal_sign = NumberFormat::of(reading).decimal();
    document.words = words_of_language();
    return document;
}

Result<std::vector<std::filesystem::path>> write_paper(const std::filesystem::path& file,
                                                       const paper::Document& document)
{
    const auto suffix = file.extension().string();
    if (suffix == ".docx") return save_one(file, paper::write_docx(document));
    if (suffix == ".html") return save_one(file, paper::write_html(document));
    if (suffix == ".pdf") return save_one(file, paper::write_pdf(document));
    if (suffix == ".xlsx") return save_one(file, paper::write_xlsx(document));
    if (suffix == ".odt") return save_one(file, paper::write_odt(document));
    return save_markdown(file, document);
}

}
