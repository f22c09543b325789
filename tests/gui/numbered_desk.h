#pragma once
#include "desk.h"
#include "stats/indicator_table.h"
#include "stats/saved_analysis.h"

namespace gui_test
{

/// The small sample with a table of sixteen sectors and a correlation kept: r = -.18.
class NumberedDesk : public Desk
{
 protected:
    void SetUp() override
    {
        Desk::SetUp();
        open(make_project("numbers", [](workbench::Project& project) {
            fill_with_sample(project);
            (void)stats::import_table(project, support::corpus("puno") / "tables/brechas_por_sector.csv",
                                      {"Sectors", "A study, table 3", {}})
                .value();
            (void)stats::save_analysis(project, "Gap and attention", "pearson", "Sectors",
                                       {{"x", "brecha_pct"}, {"y", "atencion_pct"}})
                .value();
        }));
    }
    stats::SavedAnalysis saved() { return stats::find_saved_analysis(project(), "Gap and attention").value(); }
    stats::IndicatorTable table() { return stats::find_table(project(), "Sectors").value(); }
};

}
