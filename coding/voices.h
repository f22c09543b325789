#pragma once
#include "coding/ids.h"
#include "workbench/text.h"
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace coding
{

/// Who speaks at a place, and whose case that is. Remembers the document that was asked for last, so that a walk in
/// document order reads each list of turns once.
class Voices
{
 public:
    explicit Voices(const Reading& reading) : reading_(reading) {}
    /// Nothing between turns, and in a turn without a speaker.
    std::optional<std::string> speaker(DocumentId document, std::int64_t position);
    std::optional<CaseId> study_case(DocumentId document, const std::optional<std::string>& speaker);

 private:
    const Reading& reading_;
    DocumentId document_;
    std::vector<workbench::Turn> turns_;
    std::map<std::pair<DocumentId, std::optional<std::string>>, std::optional<CaseId>> cases_;
};

}
