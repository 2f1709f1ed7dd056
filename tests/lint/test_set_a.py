"""The rate of set A: of every kind of slip, every one is named as one cause whose repair gives back what was meant."""

import pytest

from tests.lint import faults_of_content
from tests.lint.faults_set_a import MANY, rates

WANTED = 0.98


@pytest.mark.slow
def test_the_one_true_cause_is_named() -> None:
    found = rates()
    assert min(map(len, found.values())) >= MANY - 1
    missed = [f"{kind}: {wrong}" for kind, verdicts in found.items() for wrong in verdicts if wrong]
    rate = sum(verdicts.count("") / len(verdicts) for verdicts in found.values()) / len(found)
    assert rate >= WANTED, missed


@pytest.mark.slow
def test_faults_of_content_are_told() -> None:
    found = faults_of_content.rates()
    assert all(found.values()), "a kind cannot be planted any more"
    missed = [f"{kind}: {wrong}" for kind, verdicts in found.items() for wrong in verdicts if wrong]
    assert faults_of_content.share(found) >= 0.90, missed
