#include "pdf_text.h"
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

namespace reader
{
namespace
{

void write(const nlohmann::ordered_json& row)
{
    std::cout << row.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

std::string text_of(const poppler::document& document, int index)
{
    const std::unique_ptr<poppler::page> page(document.create_page(index));
    if (!page) return {};
    const auto text = page->text({}, poppler::page::non_raw_non_physical_layout).to_utf8();
    return {text.begin(), text.end()};
}

void be_silent(const std::string&, void*) {}

}

void write_pdf_text(const std::string& bytes)
{
    poppler::set_debug_error_function(be_silent, nullptr);
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (document && document->is_locked()) return write({{"problem", "encrypted"}});
    if (!document || document->pages() < 1) return write({{"problem", "bad_file"}});
    for (int i = 0; i < document->pages(); ++i) write({{"page", i + 1}, {"text", text_of(*document, i)}});
    write({{"pages", document->pages()}});
}

}
