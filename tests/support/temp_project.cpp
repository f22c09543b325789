#include "support/temp_project.h"
#include <cstdlib>
#include <gtest/gtest.h>

namespace support
{

using workbench::Project;

TempProject::TempProject()
{
    ::setenv("XDG_STATE_HOME", (folder_ / "state").c_str(), 1);
    ::setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
    auto made = Project::create(file(), "Study", "es");
    if (!made) throw std::runtime_error(made.error().detail);
    project_.emplace(std::move(*made));
    project_->set_coder("RM");
}

void TempProject::reopen()
{
    project_.reset();
    project_.emplace(open_project(file()));
    project_->set_coder("RM");
}

workbench::DocumentId TempProject::add(const std::string& name, const std::string& text,
                                       const std::vector<workbench::Turn>& turns)
{
    workbench::NewDocument document;
    document.name = name;
    document.text = text;
    document.text_sha256 = project_->keep(text).value();
    document.turns = turns;
    return project_
        ->change(workbench::Op::import_documents,
                 [&](workbench::Change& change) -> workbench::Result<workbench::DocumentId> {
                     change.about(name);
                     return workbench::add_document(change, document);
                 })
        .value();
}

Project open_project(const std::filesystem::path& file)
{
    auto opened = Project::open(file);
    if (!opened) throw std::runtime_error(opened.error().detail);
    return std::move(*opened);
}

}
