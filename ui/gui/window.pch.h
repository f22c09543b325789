#pragma once
// What nearly every source of the window includes, compiled once.
#include <wx/dataview.h>
#include <wx/graphics.h>
#include <wx/notebook.h>
#include <wx/splitter.h>
#include <wx/wx.h>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>
