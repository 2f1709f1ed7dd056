"""Modules of `cjm.lint.rules` in, rules out: one module is one rule, its docstring is its page."""

import functools
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from cjm.gc_pause import collector_resting
from cjm.language.says import Language, Says
from cjm.lint.finding import Found, Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it is shown, what it says, how its page explains it."""

    code: str
    slug: str
    severity: Severity
    subject: type  # what `check` is shown, one after the other
    check: Callable[..., Iterator[Found]]
    needs: tuple[tuple[str, type], ...]  # further parameters of `check` that the engine fills, by type or by name
    gather: Callable[..., Any] | None  # what it makes of each file, before `check` sees all of that as OfEachFile
    gather_needs: tuple[tuple[str, type], ...]
    options: Mapping[str, object]  # parameters with defaults: the handbook may set them
    says: Mapping[str, Says]
    hints: Mapping[str, Says]
    pages: Mapping[Language, str]
    when: str  # "lint", or the command whose result the rule judges: "build", "pdf"
    profile: str  # the first profile under which it runs: what only ripens later is no matter of a draft
    over: str  # of a handbook with dimensions: asked for "each" choice, found if for "all" of them, or asked of the "whole"
    style: str  # of which texts it speaks: labels, prose, words said; of all, without one
    where: re.Pattern[str] | tuple[str, ...] | None  # what must occur in a text for the rule to be shown it

    def title(self, language: Language) -> str:
        """The first line of the rule's page."""
        return self.pages[language].strip().partition("\n")[0].rstrip(".")


@functools.cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. Raises TypeError where a module is no rule: that is our mistake, not the author's."""
    from cjm.lint import rules as package

    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    with collector_resting():
        made = [_rule(importlib.import_module(f"{package.__name__}.{name}")) for name in names]
    return tuple(sorted(made, key=lambda rule: rule.code))


def find(wanted: str) -> Rule | None:
    """The rule with this code («CJM201», «201») or slug."""
    code = wanted.upper() if wanted.upper().startswith("CJM") else f"CJM{wanted}"
    return next((rule for rule in all_rules() if wanted.lower() == rule.slug or code == rule.code), None)


# Private functions


def _rule(module: ModuleType) -> Rule:
    name = module.__name__.rpartition(".")[2]
    try:
        subject, needs, options = _parameters(module.check)
        gather = getattr(module, "gather", None)
        return Rule(
            code=f"CJM{module.CODE}",
            slug=name.replace("_", "-"),
            severity=getattr(module, "SEVERITY", "error"),
            subject=subject,
            check=module.check,
            needs=needs,
            gather=gather,
            gather_needs=_parameters(gather)[1] if gather else (),
            options=options,
            says=_forms(module.SAYS),
            hints=_forms(module.HINT),
            pages={"en": (module.__doc__ or "").strip(), "ru": module.RU.strip()},
            when=getattr(module, "WHEN", "lint"),
            profile=getattr(module, "PROFILE", "draft"),
            over=getattr(module, "OVER", "each"),
            style=getattr(module, "STYLE", ""),
            where=getattr(module, "WHERE", None),
        )
    except (AttributeError, KeyError, ValueError) as error:
        raise TypeError(f"{module.__file__} is not a rule: {error}") from error


def _parameters(function: Any) -> tuple[type, tuple[tuple[str, type], ...], dict[str, object]]:
    """What a function of a rule is shown, what it needs beside that, and its options with their defaults."""
    code, annotations = function.__code__, function.__annotations__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    defaults = function.__defaults__ or ()
    options = dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))
    subject, *needs = [(name, annotations[name]) for name in names if name not in options]
    return subject[1], tuple(needs), options


def _forms(sentences: Any) -> Mapping[str, Says]:
    return sentences if isinstance(sentences, Mapping) else {"": sentences}
