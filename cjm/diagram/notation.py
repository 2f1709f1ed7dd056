"""A journey in, its graph as text for other tools out: Mermaid and Graphviz DOT."""

import re
from collections.abc import Mapping

from cjm.diagram.flow import Arrow, Flow, flow
from cjm.graph import name
from cjm.model import Handbook, Journey
from cjm.workspace.standards import LACKS, Standard

_MARKS = re.compile(r'[#"<>&`*_~\[\]\\]|:(?=//)|(?<=www)\.|@(?=\w)')
_NAMED = {'"': "quot", "<": "lt", ">": "gt"}
_LIST = re.compile(r"(\d*)([.)*+-])\s+")  # how Markdown begins an element of a list
_ARROWS = {"main": "==>", "branch": "-->", "back": "-.->"}
_LINES = {"main": ["penwidth=2"], "branch": [], "back": ["style=dashed, constraint=false"]}


def mermaid(journey: Journey, handbook: Handbook, standards: Mapping[str, Standard]) -> str:
    """A flow chart with a subgraph for each stage; ways back are dotted, moments of truth have a class."""
    ways = flow(journey, handbook, standards)
    lines = ["flowchart LR"]
    for index, stage in enumerate(journey.stages, start=1):
        lines.append(f'  subgraph stage{index}["{_quoted(stage.title)}"]')
        for touchpoint in stage.touchpoints:
            if ways.draws(touchpoint):
                number = ways.number[name(touchpoint)]
                left, right = ("(", ")") if touchpoint.contact != "product" else ("[", "]")
                label = _quoted(f"{number}. {ways.title[name(touchpoint)]}")
                lines.append(f'    t{number}{left}"{label}"{right}')
        lines.append("  end")
    ends = _ends(ways)
    lines += [f'  end{index}(["{_quoted(way.title)}"])' for index, way in enumerate(ends.values(), start=1)]
    for way in _all(ways):
        arrow = _ARROWS[way.style]
        said = f'|"{_quoted(_condition(way))}"| ' if _condition(way) else ""
        lines.append(f"  t{ways.number[way.source]} {arrow} {said}{_node(way, ways, ends, 't', 'end')}")
    for kind, look, numbers in (
        ("truth", "stroke:#8A5800,stroke-width:3px", [ways.number[name(t)] for t in ways.touchpoint.values() if t.moment_of_truth]),
        ("gap", "stroke:#A63A24,stroke-dasharray:4 3",
         [ways.number[name(t)] for t in ways.touchpoint.values() if ways.state(t) in LACKS]),
    ):  # fmt: skip
        if numbers:
            lines += [
                f"  classDef {kind} {look}",
                f"  class {','.join(f't{number}' for number in sorted(numbers))} {kind}",
            ]
    return "\n".join(lines) + "\n"


def dot(journey: Journey, handbook: Handbook, standards: Mapping[str, Standard]) -> str:
    """A directed graph with a cluster for each stage."""
    ways = flow(journey, handbook, standards)
    lines = [f'digraph "{_escaped(journey.id)}" {{', "  rankdir=LR;", '  node [fontname="Golos Text", shape=box];',
             '  edge [fontname="Golos Text"];']  # fmt: skip
    for index, stage in enumerate(journey.stages, start=1):
        lines += [f"  subgraph cluster_{index} {{", f'    label="{_escaped(stage.title)}";']
        for touchpoint in stage.touchpoints:
            if ways.draws(touchpoint):
                number = ways.number[name(touchpoint)]
                style = "" if touchpoint.contact == "product" else "rounded"
                style += ",dashed" if ways.state(touchpoint) in LACKS else ""
                more = f', style="{style.strip(",")}"' if style else ""
                more += ', color="#8A5800", penwidth=2' if touchpoint.moment_of_truth else ""
                lines.append(f'    t{number} [label="{number}. {_escaped(ways.title[name(touchpoint)])}"{more}];')
        lines.append("  }")
    ends = _ends(ways)
    for index, way in enumerate(ends.values(), start=1):
        lines.append(f'  end{index} [label="{_escaped(way.title)}", shape=oval];')
    for way in _all(ways):
        said = [f'label="{_escaped(_condition(way))}"'] if _condition(way) else []
        said += _LINES[way.style]
        options = f" [{', '.join(said)}]" if said else ""
        lines.append(f"  t{ways.number[way.source]} -> {_node(way, ways, ends, 't', 'end')}{options};")
    return "\n".join([*lines, "}"]) + "\n"


def _all(ways: Flow) -> tuple[Arrow, ...]:
    return tuple(way for mine in ways.ways.values() for way in mine)


def _ends(ways: Flow) -> dict[str, Arrow]:
    """The first way to each end outside of the journey."""
    found: dict[str, Arrow] = {}
    for way in _all(ways):
        if way.goes != "on":
            found.setdefault(way.target, way)
    return found


def _node(way: Arrow, ways: Flow, ends: dict[str, Arrow], touchpoint: str, end: str) -> str:
    if way.goes == "on":
        return f"{touchpoint}{ways.number[way.target]}"
    return f"{end}{list(ends).index(way.target) + 1}"


def _condition(way: Arrow) -> str:
    return f"{way.when} ≤ {way.at_most}×".strip() if way.back and way.at_most else way.when


def _quoted(words: str) -> str:
    """Words inside the quotes of a Mermaid label; `#quot;` and the like are its own way of escaping.

    Mermaid 11.0 to 11.9 reads a label as Markdown: it shows "Unsupported markdown: list" for one that begins like an
    element of a list, the same for links and code, and swallows stars.
    """
    found = _LIST.match(words)
    if found:
        return f"{found[1]}#{ord(found[2])}; {_quoted(words[found.end() :])}"
    return _MARKS.sub(lambda mark: f"#{_NAMED.get(mark[0], ord(mark[0]))};", words.replace("\n", " "))


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
