#include "workbench/host.h"
#include <gtest/gtest.h>

using workbench::hosts_in;

TEST(Host, AListNamesEachOnce)
{
    const auto hosts = hosts_in(" lab.local:33100,[::1]:7 , 127.0.0.1:65535,lab.local:33100,");
    ASSERT_TRUE(hosts);
    ASSERT_EQ(hosts->size(), 3u);
    EXPECT_EQ(hosts->at(0).text(), "lab.local:33100");
    EXPECT_EQ(hosts->at(1).name, "::1");
    EXPECT_EQ(hosts->at(1).text(), "[::1]:7");
    EXPECT_EQ(hosts->at(2).port, 65535);
    EXPECT_TRUE(hosts_in("")->empty());
    EXPECT_TRUE(hosts_in("  ")->empty());
}

TEST(Host, WhatIsNoNameAndPortIsRefused)
{
    for (const auto* list : {"lab", "lab:", ":33100", "lab:0", "lab:65536", "lab:3x", "a b:3", "::1:7", "lab:1,,x"})
        EXPECT_FALSE(hosts_in(list)) << list;
}
