"""A code names one rule: two people who add one on the same day are told before either lands."""

from cjm.lint import all_rules


def test_codes_are_unique() -> None:
    codes = [rule.code for rule in all_rules()]
    assert len(set(codes)) == len(codes)
