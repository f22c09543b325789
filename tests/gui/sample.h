#pragma once
#include "coding/code.h"
#include "coding/coding.h"
#include "workbench/project.h"
#include <filesystem>
#include <string>

namespace gui_test
{

/// Fills a project by verbs with the interviews, codes, quotations, memos, cases and links of corpora/puno; `most`
/// limits the number of interviews.
void fill_with_study(workbench::Project& project, std::size_t most = 100);

/// Three short invented interviews with turns, three codes and four codings: small enough to know by heart.
/// E1 is "ENTREVISTADORA: Que motivo tuvo?\n\nANA: El tema del papel. ..." and so on; see sample.cpp.
void fill_with_sample(workbench::Project& project);

/// Stores a text as an interview with the turns found in it.
workbench::DocumentId add_interview(workbench::Project& project, const std::string& name, const std::string& text,
                                    const std::string& kind = "interview", const std::string& comment = {});

/// The document of that name.
workbench::DocumentId document(const workbench::Project& project, const std::string& name);
/// The code of that path.
coding::CodeId code(const workbench::Project& project, const std::string& path);
/// Where a quote stands in a document.
workbench::Span place(const workbench::Project& project, const std::string& document, const std::string& quote);
void mark(workbench::Project& project, const std::string& document, const std::string& quote, const std::string& path);

}
