#include "paper/zip.h"
#include "workbench/importer.h"

// The input is the text of the document and, after a zero, its list definitions and styles.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string input(reinterpret_cast<const char*>(data), size);
    const auto second = std::min(input.find('\0'), input.size());
    paper::ZipWriter zip;
    zip.add("word/_rels/document.xml.rels",
            "<R><Relationship Type=\"x/numbering\" Target=\"n.xml\"/><Relationship Type=\"x/styles\" Target=\"n.xml\"/>"
            "<Relationship Type=\"x/footnotes\" Target=\"document.xml\"/></R>");
    zip.add("word/document.xml", "<d><body>" + input.substr(0, second) + "</body></d>");
    zip.add("word/n.xml", "<d>" + (second < input.size() ? input.substr(second + 1) : "") + "</d>");
    const auto archive = zip.finish();
    if (archive) (void)workbench::read_docx(*archive, {});
    return 0;
}
