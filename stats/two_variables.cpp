#include "analysis_run.h"
#include "numbers/correlation.h"
#include "workbench/tr.h"

namespace stats
{

using workbench::Result;
using workbench::tr;

namespace
{

numbers::Pairs pairs_of(const Request& request)
{
    return numbers::complete_pairs(observed(request.column("x")), observed(request.column("y")));
}

/// What both correlations begin with: the method, the pairs, and what was left out.
Outcome outcome_of(const Request& request, std::size_t pairs, std::string method)
{
    Outcome outcome;
    outcome.method = std::move(method);
    outcome.result["n"] = pairs;
    note_missing(outcome, request.data.rows() - pairs, request.data.rows());
    return outcome;
}

void note_perfect(Outcome& outcome, const std::optional<double>& t)
{
    if (!t) outcome.note(tr("The pairs lie exactly on a line: t is infinite and is shown as null."));
}

}

Result<Outcome> run_pearson(const Request& request)
{
    const auto pairs = pairs_of(request);
    const auto answer = numbers::pearson(pairs.x, pairs.y);
    auto outcome =
        outcome_of(request, pairs.x.size(),
                   tr("Pearson's product-moment correlation of the complete pairs; t test with n - 2 degrees "
                      "of freedom; interval by Fisher's z."));
    if (!answer) return outcome.set_undefined(answer.error()), outcome;
    outcome.set("r", answer->r);
    outcome.set("t", answer->t);
    outcome.set("df", answer->df);
    outcome.set("p_two_sided", answer->p_two_sided);
    outcome.set("p_greater", answer->p_greater);
    outcome.set("ci95_fisher_z", answer->ci95_fisher_z);
    outcome.set("r_squared", answer->r_squared);
    note_perfect(outcome, answer->t);
    if (answer->n == 3) outcome.note(tr("Three pairs leave the interval of r as wide as it can be."));
    return outcome;
}

Result<Outcome> run_spearman(const Request& request)
{
    const auto pairs = pairs_of(request);
    const auto answer = numbers::spearman(pairs.x, pairs.y);
    auto outcome = outcome_of(request, pairs.x.size(),
                              tr("Spearman's rank correlation of the complete pairs: Pearson's r of mid-ranks; p by "
                                 "Student's t with n - 2 degrees of freedom, by all permutations up to 9 pairs without "
                                 "ties, and by the Edgeworth series of AS 89 (R's default) for more without ties."));
    if (!answer) return outcome.set_undefined(answer.error()), outcome;
    outcome.result["ties"] = answer->ties;
    outcome.set("rho_midrank", answer->rho_midrank);
    outcome.set("t_approx", answer->t_approx);
    outcome.set("df", answer->df);
    outcome.set("p_t_approx", answer->p_t_approx);
    outcome.set("S_midrank", answer->S_midrank);
    if (answer->p_exact_permutation) outcome.set("p_exact_permutation", answer->p_exact_permutation);
    if (answer->p_R_default_edgeworth_AS89)
        outcome.set("p_R_default_edgeworth_AS89", answer->p_R_default_edgeworth_AS89);
    note_perfect(outcome, answer->t_approx);
    if (answer->p_R_default_edgeworth_AS89 == 0.0)
        outcome.note(tr("The series of AS 89 gives 0 so far out, as in R; p by t is the one to report."));
    return outcome;
}

}
