#pragma once
#include "paper/blocks.h"

/// A small thesis chapter with every kind of block and the characters that writers trip over.
paper::Document sample();

/// A PNG of one pixel.
std::string dot_png();
