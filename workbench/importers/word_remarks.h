#pragma once
#include "flow.h"
#include "workbench/importer.h"
#include <map>
#include <pugixml.hpp>

namespace workbench
{

/// The comments and highlights of a DOCX, gathered while its text is read.
class WordRemarks
{
 public:
    /// `comments`: the root of word/comments.xml, or nothing.
    WordRemarks(Flow& flow, pugi::xml_node comments);

    void begin_comment(const std::string& id);
    void end_comment(const std::string& id);
    /// Where Word draws the comment's sign: the place of a comment that marks no passage.
    void comment_sign(const std::string& id);
    /// The colour of the text that comes now; "" and "none": none.
    void highlight(const std::string& color);

    /// Takes the marks out of the text and gives the remarks by place.
    std::vector<Remark> finish(std::string& text);

 private:
    struct Comment {
        std::string author, text;
    };
    struct Open {
        Remark remark;
        int begin, end; ///< numbers of places; end -1: not yet
    };
    int next_place() { return places_++; }

    Flow& flow_;
    std::map<std::string, Comment> comments_;
    std::map<std::string, std::size_t> begun_; ///< comment → index in found_
    std::vector<Open> found_;
    std::string color_;
    int places_ = 0;
};

}
