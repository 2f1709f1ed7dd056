"""The search's own JavaScript in, a function that answers JSON with JSON out: the browser's code, run by quickjs-ng."""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from cjm.resources import shipped

if TYPE_CHECKING:
    import quickjs

_SCRIPTS = ("stem.js", "words.js", "reading.js", "engine.js")  # in the order in which a page loads them


def javascript(*functions: str, after: str = "") -> tuple[Callable[..., Any], ...]:
    """The JavaScript expressions `functions` as Python functions over plain values, run after the search and `after`."""
    import quickjs  # starts a thread at once, and a process with threads cannot be copied

    context = quickjs.Context()
    context.eval("globalThis.window = globalThis;")
    for name in _SCRIPTS:
        context.eval((shipped() / "site_build" / "assets" / "search" / name).read_text(encoding="utf-8"))
    if after:
        context.eval(after)
    return tuple(_over_json(context, function) for function in functions)


# Private functions


def _over_json(context: "quickjs.Context", function: str) -> Callable[..., Any]:
    call = context.eval(f"(given) => JSON.stringify(({function}).apply(null, JSON.parse(given)))")
    return lambda *given: json.loads(call(json.dumps(given)))
