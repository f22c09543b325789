#pragma once
#include "workbench/id.h"

namespace workbench
{
class Project;
class Change;
class Reading;
}

/// What the researcher makes of the text. This header holds the names that every noun of the room shares.
namespace coding
{

using workbench::CaseId;
using workbench::Change;
using workbench::CoderId;
using workbench::DocumentId;
using workbench::Project;
using workbench::QuotationId;
using workbench::Reading;

using CodeId = workbench::Id<struct CodeTag>;
using CodeGroupId = workbench::Id<struct CodeGroupTag>;
using CodingId = workbench::Id<struct CodingTag>;
using MemoId = workbench::Id<struct MemoTag>;
using RelationId = workbench::Id<struct RelationTag>;
using LinkId = workbench::Id<struct LinkTag>;
using NetworkId = workbench::Id<struct NetworkTag>;
using SearchId = workbench::Id<struct SearchTag>;

}
