#pragma once
#include "forms.h"
#include "search/passage.h"
#include "word_table.h"
#include "workbench/words.h"
#include <map>
#include <optional>
#include <vector>
#include <xapian.h>

namespace search
{

/// Turns passages into Xapian's documents, and notes which forms belong to which fold and stem. Keeps what it has
/// learnt of each word; one for each thread.
class PassageIndexer
{
 public:
    /// The documents of a text, one for each passage; empty when a word is too long for an index.
    std::optional<std::vector<Xapian::Document>> documents(const std::string& language,
                                                           const std::vector<PassageText>& passages);

    /// Writes the forms met since the last call that were not written before.
    void write_forms(Xapian::WritableDatabase& database);

 private:
    struct Known {
        std::string_view lower; ///< the term
        bool too_long = false;
    };
    struct Language {
        explicit Language(const std::string& name) : name(name), stemmer(name) {}
        std::string name;
        Stemmer stemmer;
        WordTable<Known> words; ///< as written, and in lower case
    };
    struct NewForm {
        std::string language;
        Form form;
    };
    const Known& know(Language& language, std::string_view word);
    const Known& learn(Language& language, std::string_view word);
    std::optional<Xapian::Document> document(Language& language, const PassageText& passage);

    std::map<std::string, Language> languages_;
    std::vector<NewForm> unwritten_;
    std::vector<workbench::Word> words_;
    std::string term_;
};

}
