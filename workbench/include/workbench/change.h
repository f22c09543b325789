#pragma once
#include "workbench/id.h"
#include "workbench/object.h"
#include "workbench/rows.h"
#include <cstdint>
#include <string>
#include <string_view>

namespace workbench
{

class Project;
class ChangeDoor;

/// The sole writer, alive inside Project::change(). What it writes becomes one row of the history, undone by one undo.
class Change final : public Reading
{
 public:
    /// Runs an INSERT, UPDATE or DELETE; returns the number of rows changed. Only tables of record, and only those
    /// whose writer (schema.sql) is the calling room. A violated constraint is a programmer's mistake and asserts.
    template <class... Args>
    std::int64_t run(std::string_view sql, const Args&... args)
    {
        Cursor cursor(connection(), sql);
        cursor.bind(args...);
        while (cursor.next()) {}
        return changed_rows();
    }

    /// A new id; no other copy will ever give it.
    template <class TypedId>
    TypedId next_id()
    {
        return TypedId{next_number()};
    }

    /// A new id that links, memos, networks and evidence can point at: also writes its row in `object`.
    template <class TypedId>
    TypedId new_object(ObjectKind kind)
    {
        return TypedId{new_object_number(kind)};
    }
    /// Removes the row in `object`; the noun's own row must be gone already.
    void drop_object(std::int64_t id);

    /// Who makes this change; the Coder is created with the first change under a new name.
    CoderId coder();
    /// A coder by name, created when new (codings made elsewhere, an import). Coders are never taken back by an undo.
    CoderId coder_named(std::string_view name);
    /// UTC, "2026-03-01T14:05:09Z", the same throughout the change.
    const std::string& now() const;
    /// What the change is about, for people: "3:12 · Cero papel". The last call counts; nested changes do not override
    /// what the outer one says.
    void about(std::string subject);

    /// The letter of this copy ('' in the first) and the next number of a document, or of a quotation in it.
    std::string copy_letter() const;
    int next_document_number();
    int next_quotation_number(DocumentId document);
    /// The place of this change in the order of replay; greater than that of every change seen so far.
    std::int64_t lamport() const;

    /// As Project::keep, inside this transaction.
    std::string keep(std::string_view bytes);
    std::optional<std::string> content(std::string_view sha256) const;

    Project& project() { return project_; }

 private:
    friend class ChangeDoor;
    explicit Change(Project& project, ChangeDoor& door) : project_(project), door_(door) {}
    const Connection& connection() const override;
    std::int64_t changed_rows() const;
    std::int64_t next_number();
    std::int64_t new_object_number(ObjectKind kind);

    Project& project_;
    ChangeDoor& door_;
};

}
