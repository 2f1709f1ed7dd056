"""A field in, the question out that is asked where a document does not fill it."""

from collections.abc import Mapping

from cjm.language.says import Says
from cjm.model.fields import Spec, specs
from cjm.model.registry import KINDS

WHICH_ROLE = Says("«{actor}» — какая это роль?", '"{actor}": which role is it?')


def fields_by_key(item: type) -> Mapping[str, Spec]:
    """The fields of a record by their keys."""
    return {one.key: one for one in specs(item).values()}


def question_for(kind: str, key: str, language: str) -> str:
    """The question for a field that waits, as `cjm new` asks it."""
    declared = next(one for one in specs(KINDS[kind].item).values() if one.key == key)
    return declared.means.to("ru" if language == "ru" else "en").partition(";")[0] + "?"
