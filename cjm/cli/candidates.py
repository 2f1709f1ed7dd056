"""A kind of thing in, a function out that finds what can be typed for it: the ids of the handbook with their titles."""

from collections.abc import Callable

import typer

Offer = Callable[[typer.Context, str], list[tuple[str, str]]]


def ids(*kinds: str) -> Offer:
    """The ids of these kinds; without any, `kind:id` of all that have an id of their own."""

    def offered(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from cjm.load import load_folder
        from cjm.model.registry import KINDS, known_as

        if context.params.get("root") is None:
            return []  # there is no handbook here
        handbook = load_folder(context.params["root"])
        wanted = kinds or [kind.name for kind in KINDS.values() if not kind.local]
        found = [(kind, one) for kind in wanted for one in handbook.things(kind)]
        ids = [(f"{kind}:" if not kinds else "", str(getattr(one, "id", "")), one) for kind, one in found]
        return [(head + id, known_as(one)) for head, id, one in ids if id]

    return offered


def rules(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Codes and slugs of the rules, also behind a comma."""
    from cjm.lint.rule import all_rules

    before = incomplete[: incomplete.rfind(",") + 1]
    named = [(name, rule.title(context.obj)) for rule in all_rules() for name in (rule.code[3:], rule.slug)]
    return [(before + name, title) for name, title in sorted(named)]


def kinds_to_add(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The kinds of which `cjm new` makes one, with what they are called."""
    from cjm.repair.add import addable

    return [(kind.name, kind.says.to(context.obj)) for kind in addable()]
