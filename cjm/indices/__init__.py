"""Counts in, an index with its interval out, and whether one differs from another: closed forms, values in, values out.

Nobody has to install anything for them; tests hold them to statsmodels and scipy, or to the paper that gives the formula.
"""

from cjm.indices.change import (
    MOST_WRONG,
    NowAndBefore,
    Tendency,
    months_to_see,
    nps_changed,
    rate_changed,
    share_changed,
    verdicts,
)
from cjm.indices.estimate import FEWEST_COLOURED, FEWEST_SHOWN, Estimate, Scores
from cjm.indices.means import by_importance, personal_index
from cjm.indices.nps import nps, nps_difference
from cjm.indices.ranking import benjamini_hochberg, funnel, shrunk
from cjm.indices.rates import rate_p, rate_ratio
from cjm.indices.series import Limits, individuals
from cjm.indices.shares import newcombe, share, top_two, wilson

__all__ = [
    "FEWEST_COLOURED",
    "FEWEST_SHOWN",
    "MOST_WRONG",
    "Estimate",
    "Limits",
    "NowAndBefore",
    "Scores",
    "Tendency",
    "benjamini_hochberg",
    "by_importance",
    "funnel",
    "individuals",
    "months_to_see",
    "newcombe",
    "nps",
    "nps_changed",
    "nps_difference",
    "personal_index",
    "rate_changed",
    "rate_p",
    "rate_ratio",
    "share",
    "share_changed",
    "shrunk",
    "top_two",
    "verdicts",
    "wilson",
]  # fmt: skip
