#pragma once
#include "paper/xml.h"
#include "paper/zip.h"
#include "workbench/result.h"
#include <map>
#include <string>
#include <string_view>

namespace workbench
{

/// An archive of XML parts: DOCX, ODT, EPUB.
class Package
{
 public:
    static Result<Package> open(std::string_view bytes, std::string_view format);

    bool has(const std::string& part) const { return zip_.has(part); }
    Result<std::string> read(const std::string& part) const;
    Result<pugi::xml_document> xml(const std::string& part) const;
    /// An empty document when there is no such part.
    Result<pugi::xml_document> xml_if_any(const std::string& part) const;

    /// The parts that `part` (empty: the package) relates to, by the last word of the relation's type: `footnotes` →
    /// `word/footnotes.xml`. For Office Open XML only.
    Result<std::map<std::string, std::string>> relations(const std::string& part) const;

 private:
    Package(paper::ZipReader zip, std::string_view format) : zip_(std::move(zip)), format_(format) {}
    paper::ZipReader zip_;
    std::string format_;
};

/// The name of the part that `target`, written in `part`, means: `../media/a.png` in `word/document.xml`. Percent
/// signs are read; a fragment is cut off.
std::string resolved(const std::string& part, std::string_view target);

}
