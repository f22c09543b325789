#pragma once
#include "bulk_build.h"
#include "passage_indexer.h"

namespace search
{

/// Writes a text into a database and tells what became of it.
inline IndexedText add_text(Xapian::WritableDatabase& database, PassageIndexer& indexer, const NewText& text)
{
    IndexedText added{text.head.hash, {text.head.language, text.first, 0, false}, {}};
    const auto write = [&](std::size_t passage, const Xapian::Document& document) {
        database.replace_document(text.first + static_cast<Xapian::docid>(passage), document);
    };
    added.entry.scanned = !indexer.each_document(text.head.language, text.passages, write);
    if (added.entry.scanned) return added;
    added.entry.passages = static_cast<std::int64_t>(text.passages.size());
    for (const auto& passage : text.passages) added.bounds.push_back(bounds_of(passage));
    return added;
}

}
