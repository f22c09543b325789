#include "support/corpus.h"
#include "support/source_files.h"
#include "workbench/importer.h"
#include <gtest/gtest.h>

using namespace workbench;
using namespace support;

namespace
{

const Story story{
    words("ENTREVISTADORA: ¿Qué entiende por gobierno electrónico?"),
    words("DMPP5: “Cero papel” — sí, señor 😀 {así} \\ fin & <más>."),
    words(""),
    with_note("La norma", "Decreto 1412, art. 3.", " lo dice."),
    item(Block::numbered, "Primero"),
    item(Block::numbered, "Segundo"),
    item(Block::bullet, "Un guion"),
    item(Block::bullet, "Otro"),
    words("Cuadro"),
    table_of({{"Región", "Avance"}, {"Puno", "58 %"}, {"", "x"}}),
    words("Después de la tabla."),
    item(Block::numbered, "Otra lista"),
    with_note("Fin", "Segunda nota.", ""),
};

struct Format {
    std::string name, bytes;
    bool has_encoding;
};

class SameStory : public testing::TestWithParam<Format>
{
};

}

TEST_P(SameStory, GivesTheSameText)
{
    const auto& format = GetParam();
    const auto source = read_source("entrevista." + format.name, format.bytes);
    ASSERT_TRUE(source) << source.error().detail;
    EXPECT_EQ(source->text, stored_text(story));
    EXPECT_EQ(source->encoding.has_value(), format.has_encoding);
    EXPECT_TRUE(source->warnings.empty()) << source->warnings[0];
}

INSTANTIATE_TEST_SUITE_P(Importer, SameStory,
                         testing::Values(Format{"docx", as_docx(story), false}, Format{"odt", as_odt(story), false},
                                         Format{"rtf", as_rtf(story), false}, Format{"html", as_html(story), false},
                                         Format{"epub", as_epub(story), false}, Format{"txt", stored_text(story), true},
                                         Format{"md", stored_text(story), true}),
                         [](const auto& row) { return row.param.name; });

TEST(Importer, TextAndMarkdownAreVerbatim)
{
    const std::string text = "# Guía\n\n**E:** hola  \n\n\n- uno\n  \n";
    for (const auto* name : {"a.txt", "a.MD", "a.markdown"}) {
        const auto source = read_source(name, text);
        ASSERT_TRUE(source);
        EXPECT_EQ(source->text, text);
        EXPECT_EQ(source->encoding, "UTF-8");
    }
}

TEST(Importer, OneWordIsEnough)
{
    const Story one{words("Sí")};
    for (const auto& [name, bytes] : {std::pair{"a.docx", as_docx(one)},
                                      {"a.odt", as_odt(one)},
                                      {"a.rtf", as_rtf(one)},
                                      {"a.html", as_html(one)},
                                      {"a.epub", as_epub(one)},
                                      {"a.txt", std::string("Sí")}}) {
        const auto source = read_source(name, bytes);
        ASSERT_TRUE(source) << name;
        EXPECT_EQ(source->text, "Sí") << name;
    }
}

TEST(Importer, AFileWithoutTextIsRefused)
{
    const Story none{words(""), words(" ")};
    for (const auto& [name, bytes] : {std::pair{"a.docx", as_docx(none)},
                                      {"a.odt", as_odt(none)},
                                      {"a.rtf", as_rtf(none)},
                                      {"a.html", as_html(none)},
                                      {"a.txt", std::string(" \n\t\n")},
                                      {"b.txt", std::string()}}) {
        const auto source = read_source(name, bytes);
        ASSERT_FALSE(source) << name;
        EXPECT_EQ(source.error().code, ErrorCode::bad_file) << name;
    }
}

TEST(Importer, WhatCannotBeReadSaysWhatToDo)
{
    for (const auto* name : {"a.doc", "a.xlsx", "a.mp3", "a.jpg", "a.xyz", "sin_sufijo", "a.qdpx"}) {
        EXPECT_EQ(importer_for(name), nullptr);
        const auto source = read_source(name, "bytes");
        ASSERT_FALSE(source);
        EXPECT_EQ(source.error().code, ErrorCode::unsupported);
        EXPECT_FALSE(source.error().hint.empty());
    }
    EXPECT_NE(importer_for("Entrevista.DOCX"), nullptr);
}

TEST(Importer, TextOverTheLimitIsRefused)
{
    const Story long_story(50, words("Cincuenta veces lo mismo."));
    ReadOptions options;
    options.text_limit = 500;
    for (const auto& [name, bytes] : {std::pair{"a.docx", as_docx(long_story)},
                                      {"a.odt", as_odt(long_story)},
                                      {"a.rtf", as_rtf(long_story)},
                                      {"a.html", as_html(long_story)},
                                      {"a.epub", as_epub(long_story)},
                                      {"a.txt", stored_text(long_story)},
                                      {"a.pdf", pdf_of({std::vector<std::string>(50, "Cincuenta veces lo mismo.")})}}) {
        const auto source = read_source(name, bytes, options);
        ASSERT_FALSE(source) << name;
        EXPECT_EQ(source.error().code, ErrorCode::too_large) << name;
    }
}

TEST(Importer, ALargeFileIsNotEvenRead)
{
    const TempFolder folder;
    const auto file = write_file(folder / "a.txt", "x");
    std::filesystem::resize_file(file, std::uintmax_t{300} << 20); // sparse
    const auto bytes = read_file_bytes(file, importer_for(file)->file_limit);
    ASSERT_FALSE(bytes);
    EXPECT_EQ(bytes.error().code, ErrorCode::too_large);
    EXPECT_EQ(read_file_bytes(folder / "no.txt", 10).error().code, ErrorCode::not_found);
    EXPECT_EQ(read_file_bytes(folder.path(), 10).error().code, ErrorCode::bad_file);
}

TEST(Importer, DamagedFilesAreRefusedNotCrashedOn)
{
    const Story some{words("Uno"), table_of({{"a", "b"}}), with_note("x", "y", "z")};
    for (const auto& [name, bytes] :
         {std::pair{"a.docx", as_docx(some)}, {"a.odt", as_odt(some)}, {"a.epub", as_epub(some)}}) {
        for (const std::size_t size : {std::size_t{1}, std::size_t{30}, bytes.size() / 2, bytes.size() - 10}) {
            const auto source = read_source(name, bytes.substr(0, size));
            ASSERT_FALSE(source) << name << " cut to " << size;
            EXPECT_EQ(source.error().code, ErrorCode::bad_file);
        }
        const auto other = read_source(name, zip_of({{"hola.txt", "hola"}}));
        ASSERT_FALSE(other);
        EXPECT_EQ(other.error().code, ErrorCode::bad_file);
    }
    for (const auto* name : {"a.rtf", "a.pdf", "a.fodt", "a.srt"}) {
        const auto source = read_source(name, "solo palabras");
        ASSERT_FALSE(source) << name;
        EXPECT_EQ(source.error().code, ErrorCode::bad_file) << name;
    }
}

TEST(Importer, EntityAndZipBombsAreRefused)
{
    const std::string bomb = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
    const auto entities =
        read_docx(zip_of({{"word/document.xml", bomb + "<d><body><p><r><t>&b;</t></r></p></body></d>"}}), {});
    ASSERT_FALSE(entities);
    EXPECT_EQ(entities.error().code, ErrorCode::bad_file);

    const auto zip = read_docx(docx_of("<w:p><w:r><w:t>" + std::string(40 << 20, 'a') + "</w:t></w:r></w:p>"), {});
    ASSERT_FALSE(zip);
    EXPECT_EQ(zip.error().code, ErrorCode::too_large);
}

TEST(Importer, LockedFilesAreSaidToBeLocked)
{
    // an Office file with a password is an OLE file with a stream EncryptedPackage
    std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(1024, '\0');
    for (const char c : std::string("EncryptedPackage")) ole += {c, '\0'};
    ole += std::string(512, '\0');
    const auto docx = read_docx(ole, {});
    ASSERT_FALSE(docx);
    EXPECT_EQ(docx.error().code, ErrorCode::encrypted);

    const auto odt =
        read_odt(odt_of("<text:p>x</text:p>", "",
                        {{"META-INF/manifest.xml",
                          "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"}}),
                 {});
    ASSERT_FALSE(odt);
    EXPECT_EQ(odt.error().code, ErrorCode::encrypted);
}
