#include "support/corpus.h"
#include "support/source_files.h"
#include "workbench/importer.h"
#include <chrono>
#include <gtest/gtest.h>

using namespace workbench;
using namespace support;

TEST(ImporterPdf, LinesAndPagesAreLines)
{
    const auto source = read_pdf(pdf_of({{"ENTREVISTADORA: Hola.", "DMPP1: La gesti\xF3n"}, {"municipal."}}), {});
    ASSERT_TRUE(source) << source.error().detail;
    EXPECT_EQ(source->text, "ENTREVISTADORA: Hola.\nDMPP1: La gestión\nmunicipal.");
    EXPECT_EQ(source->pages, (std::vector<std::size_t>{0, 40}));
    EXPECT_FALSE(source->encoding);
    EXPECT_TRUE(source->warnings.empty());
}

TEST(ImporterPdf, APageWithoutTextIsToldOf)
{
    const auto source = read_pdf(pdf_of({{"Hola"}, {}}), {});
    ASSERT_TRUE(source);
    EXPECT_EQ(source->text, "Hola");
    EXPECT_EQ(source->warnings.size(), 1u);
}

TEST(ImporterPdf, PicturesOnlyAreUnsupported)
{
    const auto source = read_pdf(pdf_of({{}, {}}), {});
    ASSERT_FALSE(source);
    EXPECT_EQ(source.error().code, ErrorCode::unsupported);
    EXPECT_NE(source.error().hint.find("OCR"), std::string::npos);
}

TEST(ImporterPdf, LockedAndDamaged)
{
    const auto locked = read_pdf(pdf_of({{"secreto"}}, true), {});
    ASSERT_FALSE(locked);
    EXPECT_EQ(locked.error().code, ErrorCode::encrypted);
    const auto damaged = read_pdf("%PDF-1.4\nnada m\xE1s", {});
    ASSERT_FALSE(damaged);
    EXPECT_EQ(damaged.error().code, ErrorCode::bad_file);
}

namespace
{

/// A program that stands in for quipu-reader.
ReadOptions with_reader(const TempFolder& folder, const std::string& script)
{
    const auto program = write_file(folder / "reader", "#!/bin/sh\n" + script);
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    ReadOptions options;
    options.reader = program;
    options.seconds = 1;
    return options;
}

ErrorCode code_with(const std::string& script)
{
    const TempFolder folder;
    const auto source = read_pdf(pdf_of({{"Hola"}}), with_reader(folder, script));
    EXPECT_FALSE(source);
    return source ? ErrorCode::usage : source.error().code;
}

}

TEST(ImporterPdf, AReaderThatFailsTakesNobodyWithIt)
{
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(code_with("exec sleep 60"), ErrorCode::bad_file);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
    EXPECT_EQ(code_with("kill -SEGV $$"), ErrorCode::bad_file);
    EXPECT_EQ(code_with("exit 0"), ErrorCode::bad_file);
    EXPECT_EQ(code_with("echo not json"), ErrorCode::bad_file);
    EXPECT_EQ(code_with("echo '{\"page\":1,\"text\":\"Hola\"}'; exit 1"), ErrorCode::bad_file);
    EXPECT_EQ(code_with("exec yes"), ErrorCode::too_large);
    ReadOptions options;
    options.reader = "/nonexistent/quipu-reader";
    EXPECT_EQ(read_pdf(pdf_of({{"Hola"}}), options).error().code, ErrorCode::external_tool);
}

TEST(ImporterPdf, WhatTheReaderSaysIsTakenAsIs)
{
    const TempFolder folder;
    const auto source = read_pdf(
        "%PDF-1.4",
        with_reader(
            folder,
            "cat >/dev/null; printf '%s\\n' '{\"page\":1,\"text\":\" Uno  \\n\\n\\n dos\\f\"}' '{\"pages\":1}'"));
    ASSERT_TRUE(source) << source.error().detail;
    EXPECT_EQ(source->text, " Uno\n dos");
}
