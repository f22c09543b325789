#pragma once
#include "document_panel.h"
#include "object_list.h"
#include "panes.h"

namespace gui
{

/// The panels that list what a project holds, wherever they are docked.
class SideBar
{
 public:
    explicit SideBar(Panes& panes) : panes_(panes) {}
    DocumentPanel& documents() { return panes_.at<DocumentPanel>("documents"); }
    ObjectList& cases() { return panes_.at<ObjectList>("cases"); }
    ObjectList& memos() { return panes_.at<ObjectList>("memos"); }
    ObjectList& networks() { return panes_.at<ObjectList>("networks"); }
    ObjectList& numbers() { return panes_.at<ObjectList>("numbers"); }

 private:
    Panes& panes_;
};

}
