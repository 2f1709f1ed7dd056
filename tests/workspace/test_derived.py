"""What is worked out from a handbook lives with it: no module remembers a handbook, and no cache of words has no end."""

import functools
import gc
import importlib
import pkgutil
import weakref
from collections.abc import Callable, Mapping

import cjm
from cjm.model import Handbook
from cjm.model.derived import derived
from cjm.workspace.subjects import identities

# Caches without an end, and what has one: the program's own declarations, of which there are no more tomorrow.
_OUR_OWN = {
    "cjm.book.strings.strings",  # languages
    "cjm.diagram.metrics._advances",  # weights of the font
    "cjm.diagram.metrics._tables",
    "cjm.figures.words.figure_words",  # languages
    "cjm.intake.labels._keys",  # fields of the model
    "cjm.intake.readers._readers",  # formats
    "cjm.language.dictionary.dictionary",  # one
    "cjm.language.yo.with_yo",
    "cjm.lint.rule.all_rules",
    "cjm.lint.lexicon.agreement._states",  # lists of our own words
    "cjm.lint.lexicon.agreement.adjectives",
    "cjm.lint.lexicon.agreement.nouns",
    "cjm.lint.lexicon.agreement.verbs",
    "cjm.lint.lexicon.misspelt.slips_of_nouns",
    "cjm.lint.rules.full_name._names",  # languages
    "cjm.lint.rules.impossible_time._waits",  # classes of the model
    "cjm.lint.rules.named_twice._lists",
    "cjm.lint.rules.slip_of_the_pen._by_head",  # one
    "cjm.lint.rules.unknown_icon._folders",
    "cjm.lint.rules.words_disagree._typed_nouns",
    "cjm.lint.rules.words_disagree._typed_verbs",
    "cjm.lint.rules.unsafe_act._compiled",  # patterns of its own
    "cjm.lint.rules.never_used._references",
    "cjm.lint.rules.written_otherwise._specs",
    "cjm.load.read._fields",  # classes of the model
    "cjm.load.read._made_names",
    "cjm.load.read._required",
    "cjm.load.read.reader",  # types of fields
    "cjm.model.fields._specs",
    "cjm.pages.render.page_kinds",
    "cjm.pages.strings.site_strings",
    "cjm.projection._plan",  # classes of the model
    "cjm.view.thing._declared",
    "cjm.workspace.find_references._fields_naming",
    "cjm.workspace.plain_references._readings",
    "cjm.workspace.subjects._called",  # classes of the model
    "cjm.workspace.subjects._holders",
}


def test_it_is_worked_out_once_for_each_handbook(load_text: Callable[[Mapping[str, str]], Handbook]) -> None:
    asked: list[Handbook] = []

    @derived
    def size(handbook: Handbook) -> int:
        asked.append(handbook)
        return len(handbook.roles)

    one = load_text({"guideline/roles.yml": "roles: [{id: a, title: А}]"})
    two = load_text({"guideline/roles.yml": "roles: [{id: a, title: А}, {id: b, title: Б}]"})
    assert [size(one), size(two), size(one), size(two)] == [1, 2, 1, 2]
    assert asked == [one, two]


def test_nothing_outlives_its_handbook(load_text: Callable[[Mapping[str, str]], Handbook]) -> None:
    handbook = load_text({"guideline/roles.yml": "roles: [{id: a, title: А}]"})
    assert identities(handbook) == {"role:a": 1}
    gone = weakref.ref(handbook)
    del handbook
    gc.collect()
    assert gone() is None


def test_a_cache_without_an_end_is_of_our_own_declarations() -> None:
    endless = set()
    for module in pkgutil.walk_packages(cjm.__path__, "cjm."):
        if module.name == "cjm.__main__":
            continue
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, functools._lru_cache_wrapper) and value.cache_parameters()["maxsize"] is None:
                endless.add(f"{value.__module__}.{value.__qualname__}")
    assert endless == _OUR_OWN
