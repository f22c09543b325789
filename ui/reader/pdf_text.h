#pragma once
#include <string>

namespace reader
{

/// Writes the text of each page of the PDF to standard output as `{"page":1,"text":"…"}`, then `{"pages":n}`; or, when
/// there is nothing to be had, `{"problem":"encrypted"}` or `{"problem":"bad_file"}`.
void write_pdf_text(const std::string& bytes);

}
