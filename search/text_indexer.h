#pragma once
#include "bulk_build.h"
#include "passage_indexer.h"

namespace search
{

/// Writes a text into a database and tells what became of it.
inline IndexedText add_text(Xapian::WritableDatabase& database, PassageIndexer& indexer, const NewText& text)
{
    IndexedText added{text.head.hash, {text.head.language, text.first, 0, false}, {}};
    const auto documents = indexer.documents(text.head.language, text.passages);
    added.entry.scanned = !documents;
    if (!documents) return added;
    added.entry.passages = static_cast<std::int64_t>(documents->size());
    auto number = text.first;
    for (const auto& document : *documents) database.replace_document(number++, document);
    for (const auto& passage : text.passages) added.bounds.push_back(bounds_of(passage));
    return added;
}

}
