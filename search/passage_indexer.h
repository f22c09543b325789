#pragma once
#include "forms.h"
#include "search/passage.h"
#include "word_table.h"
#include "workbench/words.h"
#include <functional>
#include <map>
#include <vector>
#include <xapian.h>

namespace search
{

/// Opens a database anew that is thrown away unless it is finished.
inline constexpr int scratch = Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

/// Turns passages into Xapian's documents, and notes which forms belong to which fold and stem. Keeps what it has
/// learnt of each word; one for each thread.
class PassageIndexer
{
 public:
    /// Gives the documents of a text one after the other, one for each passage: a document that goes at once leaves its
    /// memory, still warm, to the next. False, and none is given, when a word is too long for an index.
    using Take = std::function<void(std::size_t passage, const Xapian::Document& document)>;
    bool each_document(const std::string& language, const std::vector<PassageText>& passages, const Take& take);

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
    bool read(Language& language, const PassageText& passage);

    std::map<std::string, Language> languages_;
    std::vector<NewForm> unwritten_;
    std::vector<workbench::Word> words_;
    std::vector<std::string_view> terms_; ///< of a text, passage after passage
    std::vector<std::size_t> ends_;       ///< of each passage, in terms_
    std::string term_;
};

}
