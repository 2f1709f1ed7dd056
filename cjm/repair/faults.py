"""A handbook before and after an edit in, what can no longer be read or understood out."""

from collections import Counter
from collections.abc import Iterator

from cjm.language.says import Says
from cjm.lint.engine import lint
from cjm.lint.rule import all_rules
from cjm.model import Handbook


def new_faults(before: Handbook, after: Handbook) -> Iterator[Says]:
    """What cannot be read now and could before, in the words of the rules about files."""
    had = Counter((one.trouble, one.form) for one in before.problems)
    if Counter((one.trouble, one.form) for one in after.problems) <= had:
        return
    rules = [rule for rule in all_rules() if rule.code.startswith("CJM0")]
    known = {finding.message for finding in lint(before, rules)}
    for ru, en in zip(lint(after, rules, "ru"), lint(after, rules, "en"), strict=True):
        if ru.message not in known and en.message not in known:
            yield Says(f"{ru.message}: {ru.hint}", f"{en.message}: {en.hint}")
