#pragma once
#include "coding/code.h"
#include "coding/coding.h"
#include "coding/link.h"
#include "coding/memo.h"
#include "coding/network.h"
#include "coding/relation.h"
#include "support/temp_project.h"
#include "workbench/dump.h"
#include "workbench/history.h"
#include <gtest/gtest.h>

/// A small project with the verbs of the room at hand; each fails the test when the verb does.
class Study : public support::TempProject
{
 public:
    workbench::Project& project() { return **this; }
    coding::CodeId code(const std::string& path)
    {
        if (const auto there = coding::find_code(project(), path)) return *there;
        return coding::add_code(project(), {path}).value();
    }
    coding::QuotationId mark(workbench::DocumentId document, std::int64_t begin, std::int64_t end,
                             const std::vector<std::string>& codes = {})
    {
        std::vector<coding::CodeId> ids;
        for (const auto& path : codes) ids.push_back(code(path));
        return coding::mark(project(), document, {begin, end}, ids).value().quotation;
    }
    std::vector<std::string> paths()
    {
        std::vector<std::string> all;
        for (const auto& one : coding::codes(project())) all.push_back(one.path);
        return all;
    }
    coding::LinkId link(const std::string& from, const std::string& relation, const std::string& to,
                        const std::string& comment = {})
    {
        return coding::add_link(project(), {code(from).value, coding::find_relation(project(), relation).value(),
                                            code(to).value, comment})
            .value();
    }
    std::size_t changes() { return workbench::history(project()).size(); }
    template <class T>
    T number(const std::string& sql)
    {
        return project().row<T>(sql).value_or(T{});
    }
};
