// Writes the sample study to a file, to look at it in the window: make_study FILE.
#include "sample.h"

int main(int argc, char** argv)
{
    if (argc < 2) return 2;
    auto project = workbench::Project::create(argv[1], "Puno", "es").value();
    project.set_coder("RM");
    gui_test::fill_with_study(project);
    return 0;
}
