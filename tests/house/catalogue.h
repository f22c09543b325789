#pragma once
#include "source_tree.h"

namespace house
{

/// One message of a .po file; `forms` are its translations, one unless it has a plural.
struct Message {
    std::size_t line; ///< of its msgid
    std::string id, plural;
    std::vector<std::string> forms;
};

/// The messages of a catalogue, obsolete ones and the header left out.
std::vector<Message> messages_of(const SourceFile& po);

/// Translations whose places to fill in (`{}`, `{0}`, `{:.2f}`) are not those of the message: filling them in would
/// throw, or drop what the user must see. A form of the plural may leave out a number ("one quotation").
std::vector<Finding> broken_places(const SourceFile& po);

}
