#pragma once
#include "coding/ids.h"
#include "search/project_index.h"

namespace coding
{

/// Where a code stands in the texts.
struct CodePlaces {
    std::vector<search::DocumentStretch> quotations; ///< each once, by document and place
    std::vector<search::DocumentStretch> documents;  ///< coded as a whole
    std::vector<search::DocumentStretch> all() const;
};
CodePlaces places_with(const Reading& reading, CodeId code);

}
