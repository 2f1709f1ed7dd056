"""Handbooks of other trades, written as their authors would: what the check says of them is what they would act on."""

import datetime as dt
from pathlib import Path

import pytest

from cjm.lint import judge
from cjm.load import load_folder

TRADES = Path(__file__).parent / "other_trades"
# Facts that nobody uses, a choice without its rest, a place that the standard does not speak of, pain without an answer:
# their authors forgot them.
SAID = {
    "dentist": ["207", "208", "313", "511"],
    "bicycles": ["207", "511"],
}


@pytest.mark.parametrize("trade", SAID)
def test_little_is_said_and_all_of_it_is_so(trade: str) -> None:
    found = judge(load_folder(TRADES / trade), today=dt.date(2026, 11, 28)).shown
    assert sorted(one.code[3:] for one in found if one.severity != "info") == SAID[trade]
    assert sum(one.severity == "info" for one in found) <= 2
