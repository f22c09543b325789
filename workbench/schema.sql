-- The file format of a Quipu project (format version 1). A project is one SQLite 3 file:
-- application_id 0x51756970 ("Quip"), user_version = the format version. This page is run, as it stands, to make one.
--
-- Ids. Every object has an id that names it for ever in every copy: replica << 40 | counter, one counter for all kinds
-- of object. Replica 0 made what every new project begins with.
--
-- Four families of tables:
--   record   what the user made. Every change goes into the history; a merge is a replay of changes. STRICT, plain
--            REFERENCES, never CASCADE (a changeset could not be replayed under it), UNIQUE only on ids and guids:
--            a name made twice in two copies is something to settle, not a failed merge.
--   derived  computed from the records inside the same transaction; never in the history; `check` computes them again.
--   grown    only ever added to, each row the same in every copy that has it; never in the history; a merge is a union.
--   local    about this file and its history; never in the history.
--
-- Positions are Unicode code points. An anchor is a character of a piece of text, written 'PIECE:OFFSET' in one column
-- so that two copies cannot mix the half of one with the half of another; the REFERENCES column beside it keeps the
-- piece from being taken away while something stands on it.
-- Times are UTC in ISO 8601 ("2026-03-01T14:05:09Z"). A guid is upper-case text, kept as REFI-QDA gave it.
-- `writer:` names the one room that writes the table.

-- ── local ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- This file as a replica: a file in one place. On the first write of a process, when the place is another one or the
-- user's machine remembers a higher counter, a new number is taken: the file was copied or restored.
-- writer: workbench
CREATE TABLE replica (
    number      INTEGER PRIMARY KEY,        -- 22 random bits
    uuid        TEXT NOT NULL,              -- of this file, new with every new number
    machine     TEXT NOT NULL,              -- machine id of the computer
    device      INTEGER NOT NULL,
    inode       INTEGER NOT NULL,
    path        TEXT NOT NULL,
    counter     INTEGER NOT NULL,           -- the highest id counter given
    changes     INTEGER NOT NULL,           -- the highest n of a change made here
    documents   INTEGER NOT NULL,           -- the highest document number given
    copy        TEXT NOT NULL,              -- '' first copy, 'b', 'c' … copies made by Quipu, '-k7f' copied behind our back
    copies_made INTEGER NOT NULL,           -- how many letters this copy has given to its own copies
    current     INTEGER NOT NULL            -- 1: the number in use; older numbers of this file are kept with 0
) STRICT;

-- The highest quotation number given in a document by this copy; a number is never given twice.
-- writer: workbench
CREATE TABLE quotation_counter (document INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT;

-- Every change, one row a gesture. `seq` is the order of arrival here; (lamport, replica, n) is the order of replay.
-- The project is the result of replaying all rows in that order.
-- writer: workbench
CREATE TABLE history (
    seq      INTEGER PRIMARY KEY AUTOINCREMENT,
    replica  INTEGER NOT NULL,
    n        INTEGER NOT NULL,              -- the name of the change for ever, with replica
    lamport  INTEGER NOT NULL,
    at       TEXT NOT NULL,                 -- shown only, never used for order
    coder    TEXT NOT NULL,
    op       TEXT NOT NULL,
    subject  TEXT NOT NULL,
    undoes_replica INTEGER,                 -- the change that this one takes back (an undo of an undo is a redo)
    undoes_n       INTEGER,
    authored BLOB NOT NULL,                 -- the changeset as made, zlib, never changed
    effect   BLOB,                          -- what it did here, zlib, when that differs from authored
    state    TEXT NOT NULL CHECK (state IN ('applied', 'suspended')),
    note     TEXT                           -- why it is suspended, or which values were overruled (JSON)
) STRICT;
CREATE UNIQUE INDEX history_name ON history (replica, n);
CREATE INDEX history_order ON history (lamport, replica, n);

-- A copy made without its history carries, for each replica, the last change that it contains.
-- writer: workbench
CREATE TABLE base (replica INTEGER PRIMARY KEY, n INTEGER NOT NULL, lamport INTEGER NOT NULL) STRICT;

-- ── grown ──────────────────────────────────────────────────────────────────────────────────────────────────────────

-- Bytes by their SHA-256: original files, imported texts, pictures, tables. Written ahead of a change, never updated,
-- removed by `compact` when nothing names them.
-- writer: workbench
CREATE TABLE content (
    sha256 TEXT PRIMARY KEY,
    bytes  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Who codes. The id comes from the name, so that a coder named in two copies is one; undoing somebody's first change
-- does not make the person unknown.
-- writer: workbench
CREATE TABLE coder (
    id          INTEGER PRIMARY KEY,        -- 2^39 + 39 bits of the SHA-256 of the name
    guid        TEXT UNIQUE,
    name        TEXT NOT NULL,
    initials    TEXT,
    color       TEXT,
    placeholder INTEGER NOT NULL DEFAULT 0  -- 1: named by a foreign file only through its guid
) STRICT;

-- ── record: the project ────────────────────────────────────────────────────────────────────────────────────────────

-- writer: workbench
CREATE TABLE project (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    guid          TEXT NOT NULL,            -- copies share it; only files that share it merge
    title         TEXT NOT NULL,
    language      TEXT NOT NULL,            -- 'es' or 'en'; default language of documents
    numbers       TEXT NOT NULL,            -- locale of printed numbers, 'es_PE'
    comment       TEXT,
    created_at    TEXT NOT NULL,
    created_by    TEXT,
    modified_at   TEXT,
    modified_by   TEXT,
    origin        TEXT,                     -- REFI-QDA: program that exported it
    base_path     TEXT,                     -- REFI-QDA: root of relative paths
    archives      TEXT                      -- served passages of other projects that a search asks too: 'host:port, ...'
) STRICT;

-- Anything that links, memos, networks or evidence may point at. One row a nameable object, so that `#ID` can be
-- looked up and a pointer to any kind of object is a REFERENCES that a merge respects.
-- writer: workbench
CREATE TABLE object (
    id   INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('document', 'quotation', 'code', 'code_group', 'memo', 'case', 'variable',
         'relation', 'link', 'network', 'table', 'analysis', 'evidence', 'claim', 'finding', 'coding',
         'search'))
) STRICT;

-- ── record: documents and their text ───────────────────────────────────────────────────────────────────────────────

-- An imported source. Its number and copy letter are what citations name and never change.
-- writer: workbench
CREATE TABLE document (
    id            INTEGER PRIMARY KEY REFERENCES object (id),
    guid          TEXT UNIQUE,
    number        INTEGER NOT NULL,
    copy          TEXT NOT NULL,            -- letter of the copy that made it, '' in the first
    name          TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('interview', 'focus_group', 'field_notes', 'report', 'survey', 'literature', 'other')),
    language      TEXT NOT NULL,
    comment       TEXT,
    position      INTEGER,                  -- order given by the user
    paragraphs    TEXT NOT NULL DEFAULT 'line' CHECK (paragraphs IN ('line', 'auto')),
    medium        TEXT NOT NULL DEFAULT 'text' CHECK (medium IN ('text', 'pdf', 'picture', 'audio', 'video')),
    file_name     TEXT,                     -- as imported
    source        TEXT,                     -- sha256 of the original bytes in content
    encoding      TEXT,                     -- as read; null where the format has its own
    linked_path   TEXT,                     -- media kept outside: where, how large, which bytes
    linked_size   INTEGER,
    linked_sha256 TEXT,
    parent        INTEGER REFERENCES document (id),   -- transcript, text layer or description of another document
    role          TEXT NOT NULL DEFAULT 'main' CHECK (role IN ('main', 'representation', 'text_description', 'transcript')),
    rich_source   TEXT,                     -- REFI-QDA: sha256 of the docx shadow
    current_path  TEXT,                     -- REFI-QDA: original path
    offset_unit   TEXT,                     -- REFI-QDA: 'codepoint' or 'utf16', as the positions came
    newline       TEXT,                     -- REFI-QDA: lf, crlf, cr, mixed
    had_bom       INTEGER,
    created_at    TEXT, created_by INTEGER REFERENCES coder (id),
    modified_at   TEXT, modified_by INTEGER REFERENCES coder (id)
) STRICT;

-- The number that a document had before it was joined with one of the same text: old citations still find it.
-- writer: workbench
CREATE TABLE document_alias (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document (id), number INTEGER NOT NULL, copy TEXT NOT NULL
) STRICT;

-- Text that never changes. The first piece of a document holds the text as imported (in `content`); each correction
-- adds one, standing right before character `at` of piece `before` (`at` = its length: after its last character).
-- writer: workbench
CREATE TABLE piece (
    id         INTEGER PRIMARY KEY,
    document   INTEGER NOT NULL REFERENCES document (id),
    before     INTEGER REFERENCES piece (id),         -- null: the first piece
    at         INTEGER,
    rank       INTEGER NOT NULL,                      -- pieces before the same character stand in the order (rank, id):
                                                      -- rank is the lamport of the change, so what was seen comes first
    text       TEXT,                                  -- null: the text is content.sha256
    sha256     TEXT,
    characters INTEGER NOT NULL
) STRICT;
CREATE INDEX piece_document ON piece (document);
CREATE INDEX piece_before ON piece (before);

-- Characters [begin, end) of `piece` were taken out by the correction whose piece is `edit`.
-- writer: workbench
CREATE TABLE cut (
    id INTEGER PRIMARY KEY,
    edit  INTEGER NOT NULL REFERENCES piece (id),
    piece INTEGER NOT NULL REFERENCES piece (id),
    begin INTEGER NOT NULL, "end" INTEGER NOT NULL
) STRICT;
CREATE INDEX cut_edit ON cut (edit);
CREATE INDEX cut_piece ON cut (piece);

-- The speaker turns of a document as one value: JSON list of
-- [first anchor, last anchor, last anchor of the label or null, speaker or null, seconds or null].
-- writer: workbench
CREATE TABLE turn_list (
    id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document (id), turns TEXT NOT NULL
) STRICT;
CREATE INDEX turn_list_document ON turn_list (document);

-- Instants of a medium at places of its transcript; either may be unknown (REFI-QDA SyncPoint).
-- writer: workbench
CREATE TABLE sync_point (
    id INTEGER PRIMARY KEY, guid TEXT UNIQUE, document INTEGER NOT NULL REFERENCES document (id), milliseconds INTEGER, anchor TEXT
) STRICT;

-- ── record: cases and variables ────────────────────────────────────────────────────────────────────────────────────

-- writer: workbench
CREATE TABLE study_case (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE, name TEXT, comment TEXT, position INTEGER
) STRICT;

-- What belongs to a case: a document, or what one speaker says in it (or, from REFI-QDA, an object of any kind).
-- writer: workbench
CREATE TABLE case_member (
    id INTEGER PRIMARY KEY,
    study_case INTEGER NOT NULL REFERENCES study_case (id),
    object     INTEGER NOT NULL REFERENCES object (id),
    speaker    TEXT,                                  -- null: the whole object
    position   INTEGER
) STRICT;
CREATE INDEX case_member_case ON case_member (study_case);
CREATE INDEX case_member_object ON case_member (object);

-- writer: workbench
CREATE TABLE variable (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE, name TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('text', 'category', 'ordinal', 'integer', 'number', 'date', 'boolean')),
    comment TEXT, position INTEGER
) STRICT;

-- The values that a category or ordinal variable may take, in their order.
-- writer: workbench
CREATE TABLE variable_level (
    id INTEGER PRIMARY KEY, variable INTEGER NOT NULL REFERENCES variable (id), position INTEGER NOT NULL, value TEXT NOT NULL
) STRICT;
CREATE INDEX variable_level_variable ON variable_level (variable);

-- `value` keeps the spelling (007, 1.50); null is a value left empty.
-- writer: workbench
CREATE TABLE variable_value (
    id INTEGER PRIMARY KEY,
    owner    INTEGER NOT NULL REFERENCES object (id),  -- a case, a document or a memo
    variable INTEGER NOT NULL REFERENCES variable (id),
    value    TEXT
) STRICT;
CREATE INDEX variable_value_owner ON variable_value (owner);
CREATE INDEX variable_value_variable ON variable_value (variable);

-- ── record: coding ─────────────────────────────────────────────────────────────────────────────────────────────────

-- A numbered place in a document; its places are its anchors. Name and comment: null absent, '' empty, else text.
-- writer: coding
CREATE TABLE quotation (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE,
    document    INTEGER NOT NULL REFERENCES document (id),
    number      INTEGER NOT NULL, copy TEXT NOT NULL,
    name TEXT, comment TEXT,
    inner_text  TEXT,                                  -- REFI-QDA: text inside a PDF selection
    created_at  TEXT, created_by INTEGER REFERENCES coder (id),
    modified_at TEXT, modified_by INTEGER REFERENCES coder (id)
) STRICT;
CREATE INDEX quotation_document ON quotation (document, number);

-- One place of a quotation: text (first and last character), page or picture rectangle, stretch of time. Anchors belong
-- to the text: a correction moves the edges that it cuts.
-- writer: workbench
CREATE TABLE quotation_anchor (
    id INTEGER PRIMARY KEY,
    quotation INTEGER NOT NULL REFERENCES quotation (id),
    kind  TEXT NOT NULL CHECK (kind IN ('text', 'page', 'picture', 'time')),
    "first" TEXT, first_piece INTEGER REFERENCES piece (id),
    "last"  TEXT, last_piece  INTEGER REFERENCES piece (id),
    page INTEGER, x1 REAL, y1 REAL, x2 REAL, y2 REAL,
    begin_ms INTEGER, end_ms INTEGER,
    from_sync INTEGER REFERENCES sync_point (id), to_sync INTEGER REFERENCES sync_point (id),
    raw_begin TEXT, raw_end TEXT,                      -- REFI-QDA: the positions as they came
    guid TEXT
) STRICT;
CREATE INDEX quotation_anchor_quotation ON quotation_anchor (quotation);
CREATE INDEX quotation_anchor_first ON quotation_anchor (first_piece);
CREATE INDEX quotation_anchor_last ON quotation_anchor (last_piece);

-- writer: coding
CREATE TABLE code (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE,
    parent   INTEGER REFERENCES code (id),
    position INTEGER,
    name     TEXT NOT NULL,
    color    TEXT,                                     -- '#RRGGBB'; null: none given
    codable  INTEGER NOT NULL DEFAULT 1,
    definition TEXT, inclusion TEXT, exclusion TEXT, example TEXT, comment TEXT,
    smart_query TEXT,                                  -- a smart code: stands for the passages that this search finds
                                                       -- at the moment, beside its codings; null: an ordinary code
    origin   TEXT CHECK (origin IN ('a-priori', 'emergent')),
    origin_at TEXT, origin_quotation INTEGER REFERENCES quotation (id),
    created_at TEXT, created_by INTEGER REFERENCES coder (id),
    modified_at TEXT, modified_by INTEGER REFERENCES coder (id)
) STRICT;
CREATE INDEX code_parent ON code (parent);
CREATE INDEX code_origin_quotation ON code (origin_quotation);

-- A set of objects: of codes, and from REFI-QDA of documents or memos, or mixed.
-- writer: coding
CREATE TABLE code_group (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE, name TEXT NOT NULL, comment TEXT
) STRICT;
-- writer: coding
CREATE TABLE code_group_member (
    id INTEGER PRIMARY KEY, code_group INTEGER NOT NULL REFERENCES code_group (id),
    object INTEGER NOT NULL REFERENCES object (id), position INTEGER
) STRICT;
CREATE INDEX code_group_member_group ON code_group_member (code_group);
CREATE INDEX code_group_member_object ON code_group_member (object);

-- One code on one quotation (or, with no quotation, on a whole document) by one coder.
-- writer: coding
CREATE TABLE coding (
    id INTEGER PRIMARY KEY, guid TEXT UNIQUE,
    quotation INTEGER REFERENCES quotation (id),
    document  INTEGER REFERENCES document (id),        -- only for a whole document
    code      INTEGER NOT NULL REFERENCES code (id),
    coder     INTEGER NOT NULL REFERENCES coder (id),
    at        TEXT NOT NULL,
    weight    INTEGER CHECK (weight BETWEEN 0 AND 100),
    comment   TEXT, origin_query TEXT                  -- the query that made it, when a search did
) STRICT;
CREATE INDEX coding_quotation ON coding (quotation, code, coder);
CREATE INDEX coding_code ON coding (code, coder, quotation);
CREATE INDEX coding_document ON coding (document) WHERE document IS NOT NULL;

-- A search kept under a name, to be asked again. A name may be there twice after a merge, with two queries.
-- writer: coding
CREATE TABLE saved_search (
    id INTEGER PRIMARY KEY REFERENCES object (id), name TEXT NOT NULL, query TEXT NOT NULL,
    coder INTEGER NOT NULL REFERENCES coder (id), at TEXT NOT NULL
) STRICT;

-- writer: coding
CREATE TABLE memo (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE, title TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('theoretical', 'methodological', 'analytic', 'diary', 'annotation', 'other')),
    text TEXT NOT NULL, coder INTEGER NOT NULL REFERENCES coder (id), at TEXT NOT NULL,
    modified_at TEXT, modified_by INTEGER REFERENCES coder (id)
) STRICT;
-- writer: coding
CREATE TABLE memo_target (
    id INTEGER PRIMARY KEY, memo INTEGER NOT NULL REFERENCES memo (id),
    object INTEGER NOT NULL REFERENCES object (id), position INTEGER
) STRICT;
CREATE INDEX memo_target_memo ON memo_target (memo);
CREATE INDEX memo_target_object ON memo_target (object);

-- writer: coding
CREATE TABLE relation_type (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE,
    name TEXT NOT NULL, name_es TEXT,                  -- a standard type answers to both names
    inverse TEXT, inverse_es TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('asymmetric', 'symmetric', 'transitive')),
    color TEXT, comment TEXT
) STRICT;

-- One stored relation between two objects of any kind.
-- writer: coding
CREATE TABLE link (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE,
    origin   INTEGER NOT NULL REFERENCES object (id),
    relation INTEGER NOT NULL REFERENCES relation_type (id),
    target   INTEGER NOT NULL REFERENCES object (id),
    comment  TEXT, name TEXT, color TEXT,
    direction TEXT CHECK (direction IN ('associative', 'one_way', 'bidirectional')),
    created_at TEXT, created_by INTEGER REFERENCES coder (id)
) STRICT;
CREATE INDEX link_origin ON link (origin);
CREATE INDEX link_target ON link (target);
CREATE INDEX link_relation ON link (relation);

-- The quotations that justify a link.
-- writer: coding
CREATE TABLE link_quotation (
    id INTEGER PRIMARY KEY, link INTEGER NOT NULL REFERENCES link (id), quotation INTEGER NOT NULL REFERENCES quotation (id)
) STRICT;
CREATE INDEX link_quotation_link ON link_quotation (link);
CREATE INDEX link_quotation_quotation ON link_quotation (quotation);

-- A view over objects; every link between two of its nodes shows in it.
-- writer: coding
CREATE TABLE network (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE, name TEXT NOT NULL, caption TEXT, comment TEXT,
    layout TEXT NOT NULL DEFAULT 'force' CHECK (layout IN ('force', 'layered', 'radial', 'circular', 'manual')), position INTEGER
) STRICT;
-- Positions are points of the drawing, the centre of the node, y downwards.
-- writer: coding
CREATE TABLE network_node (
    id INTEGER PRIMARY KEY, guid TEXT UNIQUE, network INTEGER NOT NULL REFERENCES network (id),
    object INTEGER REFERENCES object (id),             -- null: a free node with a label only
    place TEXT,                                        -- 'X:Y', null: not yet laid out
    label TEXT, shape TEXT, color TEXT, size TEXT
) STRICT;
CREATE INDEX network_node_network ON network_node (network);
CREATE INDEX network_node_object ON network_node (object);

-- What a foreign file held and we have no place for: kept to be given back, and listed.
-- writer: coding
CREATE TABLE import_residue (
    id INTEGER PRIMARY KEY, owner INTEGER REFERENCES object (id), path TEXT NOT NULL, namespace TEXT, xml TEXT NOT NULL
) STRICT;

-- ── record: numbers and evidence ───────────────────────────────────────────────────────────────────────────────────

-- Imported cells never change: they are one value in `content`, canonical JSON {"columns":[…],"rows":[[…]]} of raw texts.
-- writer: stats
CREATE TABLE indicator_table (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE, name TEXT NOT NULL,
    citation TEXT, comment TEXT,
    file_name TEXT, source TEXT,                       -- sha256 of the original file in content
    cells TEXT NOT NULL,                               -- sha256 in content
    "rows" INTEGER NOT NULL,
    separator TEXT, decimal TEXT NOT NULL, days TEXT NOT NULL CHECK (days IN ('unknown', 'day_first', 'month_first')),
    encoding TEXT, sheet TEXT,                         -- how the file was read; the cells are read so for ever
    made_by TEXT,                                      -- the recipe (JSON) of a table computed from codings; null: imported
    position INTEGER
) STRICT;
-- writer: stats
CREATE TABLE table_column (
    id INTEGER PRIMARY KEY, indicator_table INTEGER NOT NULL REFERENCES indicator_table (id),
    position INTEGER NOT NULL, name TEXT NOT NULL, label TEXT, unit TEXT,
    type  TEXT NOT NULL CHECK (type IN ('text', 'integer', 'number', 'date', 'boolean')),
    level TEXT NOT NULL CHECK (level IN ('nominal', 'ordinal', 'interval', 'ratio')),
    missing TEXT NOT NULL DEFAULT '[]',                -- JSON list of the codes that mean missing
    value_labels TEXT                                  -- JSON object code → label
) STRICT;
CREATE INDEX table_column_table ON table_column (indicator_table, position);

-- A recipe and its last result, with the hash of what it was computed from; stale when that hash changes.
-- writer: stats
CREATE TABLE analysis (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE, name TEXT NOT NULL,
    statistic TEXT NOT NULL, recipe TEXT NOT NULL, result TEXT NOT NULL, data_sha256 TEXT NOT NULL,
    comment TEXT, coder INTEGER NOT NULL REFERENCES coder (id), at TEXT NOT NULL
) STRICT;
-- The tables that an analysis reads: none of them goes while it stands.
-- writer: stats
CREATE TABLE analysis_table (
    id INTEGER PRIMARY KEY, analysis INTEGER NOT NULL REFERENCES analysis (id),
    indicator_table INTEGER NOT NULL REFERENCES indicator_table (id)
) STRICT;
CREATE INDEX analysis_table_analysis ON analysis_table (analysis);
CREATE INDEX analysis_table_table ON analysis_table (indicator_table);

-- What words say of numbers. The numbers are an analysis, or a column of a table, or one cell of it.
-- writer: stats
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE,
    object   INTEGER NOT NULL REFERENCES object (id),
    analysis INTEGER REFERENCES analysis (id),
    table_column INTEGER REFERENCES table_column (id), -- without an analysis
    cell_row INTEGER CHECK (cell_row >= 1),            -- of that column; null: all of it
    verdict  TEXT NOT NULL CHECK (verdict IN ('converges', 'complements', 'contradicts', 'silent')),
    reason   TEXT NOT NULL, data_sha256 TEXT NOT NULL,
    coder INTEGER NOT NULL REFERENCES coder (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_object ON evidence (object);
CREATE INDEX evidence_analysis ON evidence (analysis);
CREATE INDEX evidence_column ON evidence (table_column);

-- A sentence of a document that states numbers, bound to the analysis that can recompute them.
-- writer: stats
CREATE TABLE claim (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE,
    quotation INTEGER NOT NULL REFERENCES quotation (id),
    analysis  INTEGER REFERENCES analysis (id),
    expect TEXT NOT NULL, tolerance REAL,
    comment TEXT, coder INTEGER NOT NULL REFERENCES coder (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX claim_quotation ON claim (quotation);
CREATE INDEX claim_analysis ON claim (analysis);

-- writer: stats
CREATE TABLE finding (
    id INTEGER PRIMARY KEY REFERENCES object (id), guid TEXT UNIQUE, title TEXT NOT NULL, text TEXT NOT NULL,
    position INTEGER, coder INTEGER NOT NULL REFERENCES coder (id), at TEXT NOT NULL
) STRICT;
-- What a finding stands on: quotations and analyses, in their order.
-- writer: stats
CREATE TABLE finding_support (
    id INTEGER PRIMARY KEY, finding INTEGER NOT NULL REFERENCES finding (id),
    object INTEGER NOT NULL REFERENCES object (id), position INTEGER
) STRICT;
CREATE INDEX finding_support_finding ON finding_support (finding);
CREATE INDEX finding_support_object ON finding_support (object);

-- ── derived ────────────────────────────────────────────────────────────────────────────────────────────────────────

-- The current text of a document in rows of at most 4096 code points. `begin` is the position of the first.
-- writer: workbench
CREATE TABLE document_text (
    document INTEGER NOT NULL, begin INTEGER NOT NULL, text TEXT NOT NULL, PRIMARY KEY (document, begin)
) STRICT, WITHOUT ROWID;

-- writer: workbench
CREATE TABLE document_facts (
    document   INTEGER PRIMARY KEY,
    characters INTEGER NOT NULL,
    words      INTEGER NOT NULL,                       -- without speaker labels
    paragraphs INTEGER NOT NULL,
    turns      INTEGER NOT NULL,
    version    INTEGER NOT NULL,                       -- 1 + corrections in force
    text_sha256 TEXT NOT NULL,                         -- of the current text, UTF-8
    labels_sha256 TEXT NOT NULL                        -- of where the labels of its turns stand
) STRICT;

-- Where each quotation's text stands now; an empty one is a point. Quotations without a text anchor have no row.
-- writer: workbench
CREATE TABLE quotation_place (
    quotation INTEGER PRIMARY KEY, document INTEGER NOT NULL, begin INTEGER NOT NULL, "end" INTEGER NOT NULL
) STRICT;
CREATE INDEX quotation_place_document ON quotation_place (document, begin, "end");

-- Where each turn stands now. label_end = begin when it has no label.
-- writer: workbench
CREATE TABLE turn_place (
    document INTEGER NOT NULL, turn INTEGER NOT NULL,  -- from 1
    begin INTEGER NOT NULL, "end" INTEGER NOT NULL, label_end INTEGER NOT NULL,
    speaker TEXT, seconds REAL,
    PRIMARY KEY (document, turn)
) STRICT, WITHOUT ROWID;

-- ── what every project begins with ─────────────────────────────────────────────────────────────────────────────────

INSERT INTO object (id, kind) VALUES (2, 'relation'), (3, 'relation'), (4, 'relation'), (5, 'relation'), (6, 'relation'), (7, 'relation');
INSERT INTO relation_type (id, name, name_es, inverse, inverse_es, kind) VALUES
    (2, 'is cause of', 'es causa de', 'is caused by', 'es causado por', 'transitive'),
    (3, 'is part of', 'es parte de', 'has part', 'tiene como parte', 'transitive'),
    (4, 'is associated with', 'está asociado con', NULL, NULL, 'symmetric'),
    (5, 'contradicts', 'contradice', NULL, NULL, 'symmetric'),
    (6, 'is property of', 'es propiedad de', 'has property', 'tiene la propiedad', 'asymmetric'),
    (7, 'is a', 'es un', 'has kind', 'tiene como tipo', 'transitive');
PRAGMA application_id = 1366649200; -- 0x51756970
PRAGMA user_version = 1;
