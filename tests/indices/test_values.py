"""Each formula gives what a reference implementation, or the paper that gives the formula, says: to 1e-9."""

import math
import random
from itertools import pairwise

import pytest

from cjm.indices import (
    Estimate,
    benjamini_hochberg,
    by_importance,
    funnel,
    individuals,
    months_to_see,
    newcombe,
    nps,
    nps_difference,
    personal_index,
    rate_p,
    rate_ratio,
    share,
    shrunk,
    top_two,
    verdicts,
    wilson,
)
from cjm.indices.change import NowAndBefore, nps_changed, rate_changed, share_changed
from cjm.indices.estimate import Z
from cjm.indices.nps import _deviations

# statsmodels 0.14: proportion_confint(k, n, method="wilson")
WILSON = {
    (8, 10): (0.49016247153664183, 0.9433178485456247),
    (0, 12): (0.0, 0.24249400665524096),
    (24, 30): (0.6269430358685175, 0.9049489282271013),
    (127, 176): (0.6511794861205169, 0.7825358568903944),
}
# confint_proportions_2indep(…, method="newcomb"); confint_poisson_2indep(…, method="score"), of which the paper says 2e-9
NEWCOMBE = {(56, 70, 48, 80): (0.05243147240236498, 0.33387265403690614)}
RATES = {(6, 420, 1, 410): (0.9262408897310817, 37.038013435726924)}


@pytest.mark.parametrize(("counts", "bounds"), WILSON.items())
def test_share_is_wilsons(counts: tuple[int, int], bounds: tuple[float, float]) -> None:
    assert wilson(*counts) == pytest.approx(bounds, abs=1e-9)
    assert share(*counts).value == counts[0] / counts[1]


@pytest.mark.parametrize(("counts", "bounds"), NEWCOMBE.items())
def test_difference_of_shares_is_newcombes(counts: tuple[int, int, int, int], bounds: tuple[float, float]) -> None:
    assert newcombe(*counts) == pytest.approx(bounds, abs=1e-9)


@pytest.mark.slow  # statsmodels takes a second and a half to import
def test_against_statsmodels_and_scipy() -> None:
    """Where they are installed: two hundred random tables."""
    proportion = pytest.importorskip("statsmodels.stats.proportion")
    rates = pytest.importorskip("statsmodels.stats.rates")
    stats = pytest.importorskip("scipy.stats")
    luck = random.Random(18)
    for _ in range(200):
        n, n0 = luck.randint(1, 400), luck.randint(1, 400)
        k, k0 = luck.randint(0, n), luck.randint(0, n0)
        assert wilson(k, n) == pytest.approx(proportion.proportion_confint(k, n, method="wilson"), abs=1e-9)
        known = proportion.confint_proportions_2indep(k, n, k0, n0, method="newcomb", compare="diff")
        assert newcombe(k, n, k0, n0) == pytest.approx(known, abs=1e-9)
        few, few0 = luck.randint(1, 40), luck.randint(1, 40)
        known = rates.confint_poisson_2indep(few, n, few0, n0, method="score", compare="ratio")
        assert rate_ratio(few, n, few0, n0) == pytest.approx(known, rel=1e-4)  # its root is searched, and stops early
        for bound in rate_ratio(few, n, few0, n0):  # … so ours is held to the equation itself
            p = bound * n / (bound * n + n0)
            assert abs(few - (few + few0) * p) / math.sqrt((few + few0) * p * (1 - p)) == pytest.approx(Z, abs=1e-9)
        both, p = few + few0, n / (n + n0)
        exact = [stats.binom.pmf(i, both, p) for i in range(both + 1)]
        mid = sum(one for one in exact if one < exact[few] * (1 - 1e-9))
        mid += sum(one for one in exact if abs(one / exact[few] - 1) < 1e-9) / 2
        assert rate_p(few, n, few0, n0) == pytest.approx(min(mid, 1), abs=1e-9)
        scores = {luck.randint(0, 4) / 4: luck.randint(1, 9) for _ in range(4)}
        each = [value for value, count in scores.items() for _ in range(count)]
        if len(set(each)) > 1:
            mean, wide = sum(each) / len(each), stats.sem(each)
            known = stats.t.interval(0.95, len(each) - 1, loc=mean, scale=wide)
            found = by_importance(scores)
            assert (found.low, found.high) == pytest.approx(known, abs=1e-9)


@pytest.mark.parametrize(("counts", "bounds"), RATES.items())
def test_ratio_of_rates(counts: tuple[int, int, int, int], bounds: tuple[float, float]) -> None:
    assert rate_ratio(*counts) == pytest.approx(bounds, rel=1e-8)
    assert rate_p(*counts) == pytest.approx(0.10, abs=0.02)  # mid-p of the paper


@pytest.mark.parametrize(
    ("promoters", "passive", "detractors"), [(5, 3, 2), (8, 2, 0), (0, 1, 9), (56, 23, 13), (1, 0, 0), (0, 5, 0)]
)
def test_nps_bounds_are_where_the_likeliest_shares_say_so(promoters: int, passive: int, detractors: int) -> None:
    """The score interval by its definition: the likeliest shares with a given difference, found by plain search."""
    n = promoters + passive + detractors
    found = nps({10: promoters, 8: passive, 3: detractors})
    assert found.value == pytest.approx(100 * (promoters - detractors) / n)
    assert -100 <= (found.low or 0) <= found.value <= (found.high or 0) <= 100
    for bound in (found.low, found.high):
        delta = (bound or 0) / 100
        if abs(delta) > 1 - 1e-9:
            continue
        low, high = max(0.0, -delta), (1 - delta) / 2

        def likely(q: float, delta: float = delta) -> float:
            pairs = ((promoters, q + delta), (detractors, q), (passive, 1 - 2 * q - delta))
            return sum(count * math.log(max(share, 1e-300)) for count, share in pairs if count)

        for _ in range(300):
            third = (high - low) / 3
            low, high = (low + third, high) if likely(low + third) < likely(high - third) else (low, high - third)
        variance = n * (2 * low + delta - delta * delta)
        assert abs(promoters - detractors - n * delta) / math.sqrt(variance) == pytest.approx(1.959964, abs=1e-4)
        assert _deviations(promoters, detractors, n, delta) == pytest.approx(1.959964, abs=1e-4)


def test_nps_holds_what_it_promises_in_small_samples() -> None:
    """Exact coverage over all samples of ten: 95 % in the mean, as the paper measured, where Wald's has 76."""
    shapes = ((0.5, 0.3), (0.7, 0.1), (0.3, 0.3), (0.8, 0.15), (0.2, 0.6), (0.9, 0.05), (0.6, 0.05))
    covered = []
    n = 10
    for p, d in shapes:
        total = 0.0
        for a in range(n + 1):
            for b in range(n + 1 - a):
                found = nps({10: a, 5: b, 8: n - a - b})
                if (found.low or 0) - 1e-9 <= 100 * (p - d) <= (found.high or 0) + 1e-9:
                    ways = math.factorial(n) / math.factorial(a) / math.factorial(b) / math.factorial(n - a - b)
                    total += ways * p**a * d**b * (1 - p - d) ** (n - a - b)
        covered.append(total)
    assert sum(covered) / len(covered) > 0.94 and min(covered) > 0.9


def test_weighted_index_is_of_each_person() -> None:
    assert personal_index([(4, 5), (5, 1), (2, 2)], 5) == pytest.approx((20 + 5 + 4) / 40)
    assert by_importance({0.5: 1, 0.75: 2, 1.0: 1}).value == 0.75
    assert by_importance({0.8: 1}).low is None
    assert top_two({5: 40, 4: 20, 3: 8, 1: 4}, 5).value == pytest.approx(60 / 72)


# Where a formula ends: nobody, one person, all of one mind, and the score on either side of a bound
EDGES = {
    "nobody's index": (by_importance({}), Estimate(0.0, None, None, 0)),
    "one person's index": (by_importance({0.8: 1}), Estimate(0.8, None, None, 1)),
    "two of one mind": (by_importance({0.8: 2}), Estimate(0.8, 0.8, 0.8, 2)),
    "nobody's share": (share(0, 0), Estimate(0.0, 0.0, 1.0, 0)),
    "a share of one": (share(1, 1), Estimate(1.0, wilson(1, 1)[0], 1.0, 1)),
    "nobody's nps": (nps({}), Estimate(0.0, -100.0, 100.0, 0)),
    "all praise": (nps({9: 3}), Estimate(100.0, nps({10: 3}).low, 100.0, 3)),
    "all blame": (nps({6: 3}), Estimate(-100.0, -100.0, nps({0: 3}).high, 3)),
    "all so-so": (nps({7: 2, 8: 2}).value, 0.0),
    "of two ends": (nps_difference({10: 1}, {0: 1})[1], 200.0),
    "the two best of five": (top_two({5: 1, 4: 1, 3: 2}, 5).value, 0.5),
    "the two best of ten": (top_two({10: 1, 9: 1, 8: 2}, 10).value, 0.5),
    "no weights": (personal_index([(4, 0)], 5), 0.0),
    "nothing happened": (rate_ratio(0, 1, 0, 1), (0.0, math.inf)),
    "nothing happened twice": (rate_p(0, 1, 0, 1), 1.0),
    "it never happened before": (rate_ratio(3, 1, 0, 1)[1], math.inf),
    "from nothing to some": (rate_changed(3, 1, 0, 1).value, math.inf),
    "from nothing to nothing": ((rate_changed(0, 1, 0, 2).value, rate_changed(0, 1, 0, 2).more), (1.0, False)),
    "twice as many months": (rate_changed(4, 2, 2, 1).value, 1.0),
    "a funnel of none": (funnel(0.3, 0), (0.0, 1.0)),
    "a funnel of few": (funnel(0.9, 3)[1], 1.0),
    "a funnel of many": (funnel(0.5, 100), (0.5 - Z * 0.05, 0.5 + Z * 0.05)),
    "all by luck": (benjamini_hochberg([0.03, 0.04, 0.9], 0.05), (False, False, False)),
    "the last that holds carries the others": (benjamini_hochberg([0.05, 0.04, 0.03], 0.05), (True, True, True)),
    "none happen": (months_to_see(0, 0.5), None),
    "nothing is to change": (months_to_see(5, 1), None),
    "longer than anybody waits": (months_to_see(0.2, 0.9), None),
    "four answers": ((share(1, 4).shown, share(1, 5).shown), (False, True)),
    "few to judge": ((share(1, 29).coloured, share(1, 30).coloured, Estimate(0.5).coloured), (False, True, False)),
}


@pytest.mark.parametrize(("found", "said"), EDGES.values(), ids=EDGES)
def test_where_a_formula_ends(found: object, said: object) -> None:
    if isinstance(found, Estimate) and isinstance(said, Estimate):
        assert (found.low is None, found.high is None, found.n) == (said.low is None, said.high is None, said.n)
        found, said = ([one.value, one.low or 0, one.high or 0] for one in (found, said))
    assert found == pytest.approx(said, abs=1e-9)


def test_eight_months_on_one_side_are_a_shift_and_seven_are_none() -> None:
    def told(high: int) -> tuple[int, ...]:
        limits = individuals([20, 10] * 10 + [18] * high)
        assert limits
        return limits.signals

    assert told(7) == () and told(8) == (27,)


def test_a_series_has_limits_from_the_eighth_month_on() -> None:
    calm = [14, 12, 15, 13, 14, 16, 12, 14]
    assert individuals(calm[:7]) is None
    limits = individuals(calm)
    moving = [abs(b - a) for a, b in pairwise(calm)]
    assert limits and limits.high - limits.middle == pytest.approx(2.66 * sum(moving) / 7) and not limits.signals
    jump = individuals([*calm, 40])
    assert jump and 8 in jump.signals


def test_shrunk_rates_keep_few_answers_from_the_top() -> None:
    counts = [(2, 3), (30, 60), (10, 100), (8, 90), (12, 110), (9, 95)]
    drawn = shrunk(counts)
    assert drawn[1] > drawn[0] > drawn[2] and shrunk([(0, 5), (0, 9)]) == (0.0, 0.0)


# The paper's table: events a month, what becomes of them, months on each side
@pytest.mark.parametrize(
    ("a_month", "becomes", "months"),
    [
        (3, 1 / 2, 16),
        (6, 1 / 2, 8),
        (9, 1 / 2, 6),
        (14, 1 / 2, 4),
        (3, 1 / 3, 8),
        (6, 1 / 3, 4),
        (9, 1 / 3, 3),
        (14, 1 / 3, 2),
    ],
)
def test_how_long_it_takes_to_see(a_month: float, becomes: float, months: int) -> None:
    assert months_to_see(a_month, becomes) == months


def test_was_and_is_of_the_paper() -> None:
    """One month each side, equal visits: 14 to 4 and 9 to 1 hold, 6 to 1 and 9 to 3 do not."""
    for before, after, holds in ((14, 4, 1), (9, 1, 1), (6, 1, 0), (9, 3, 0), (7, 2, 0), (11, 5, 0), (5, 1, 0)):
        assert verdicts([rate_changed(after, 1, before, 1)])[0] == (("less",) if holds else ("unclear",))
    found = rate_changed(4, 1, 14, 1)
    assert (round(found.value, 2), round(found.low, 2), round(found.high, 2)) == (0.29, 0.10, 0.83)


def test_a_likelihood_agrees_with_its_interval() -> None:
    sure, unsure = share_changed(56, 70, 48, 80), share_changed(56, 70, 60, 80)
    assert sure.low > 0 and sure.p < 0.05 and unsure.low < 0 < unsure.high and unsure.p > 0.05
    up = nps_changed({10: 60, 8: 20, 5: 12}, {10: 30, 8: 30, 5: 32})
    assert up.low > 0 and up.p < 0.05 and up.more


def test_many_looks_share_one_budget() -> None:
    def with_p(p: float) -> NowAndBefore:
        return NowAndBefore(0.5, 0.3, 0.8, p, False)

    assert verdicts([with_p(0.039)]) == (("less",), ())
    assert verdicts([with_p(0.045)]) == (("unclear",), ()), "alike on a page that looks at nothing else"
    assert verdicts([with_p(0.045)], [with_p(0.5)]) == (("unclear",), ("unclear",))
    assert verdicts([with_p(0.03), with_p(0.03)])[0] == ("unclear", "unclear")
    assert verdicts([with_p(0.02), with_p(0.03)])[0] == ("less", "less")
    assert verdicts([], [with_p(0.04)] + [with_p(0.6)] * 20)[1][0] == "unclear"
