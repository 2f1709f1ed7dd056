"""A handbook in, the handbook and the look that were approved out: from records and kept texts only."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from cjm.app.refusal import Misuse, Refusal, writing
from cjm.approval import standings
from cjm.approval.release import as_approved, unkept
from cjm.language.says import Says
from cjm.load.folder import CONFIG
from cjm.model import Handbook
from cjm.publish.swap import alone
from cjm.publish.tree import OUT, sync

_RUNS = ("hooks", "plugins", "INHERIT")  # what can turn every «не» into «да»
_READS = ("snippets", "macros", "exec", "execute")  # extensions that read or run what no record names


@dataclass(frozen=True, slots=True)
class Released:
    """The approved handbook, the folder that holds its look, and how many sections stand otherwise or not at all in it."""

    handbook: Handbook
    own: Path
    older: int
    without: int


class NothingApproved(Misuse):
    """There is nothing that a released edition could show."""

    SAYS = Says(
        "здесь ещё ничего не утверждали, показывать нечего: cjm pdf, потом cjm approve",
        "nothing was approved here yet, so there is nothing to show: cjm pdf, then cjm approve",
    )


class TextsLost(Refusal):
    """What was approved is not there any more."""

    SAYS = Says(
        "утверждённых текстов нет, они изменены или записаны более новой программой: {names}. Верните guideline/approvals/texts из истории",
        "approved texts are not there, were edited, or were written by a newer program: {names}. Restore guideline/approvals/texts",
    )


class LookRuns(Refusal):
    """The configuration of the site runs or reads what was not approved."""

    SAYS = Says(
        "mkdocs.yml, который утвердили, содержит «{key}»: это может изменить любой текст при сборке, и утверждённое так не публикуют",
        'the approved mkdocs.yml has "{key}": that can change any text while the site is made, and what is approved is not published so',
    )


def released(handbook: Handbook, root: Path, today: dt.date) -> Released:
    """What was approved, with its look laid out in a folder of its own. Raises a Refusal."""
    stand = standings(handbook, today)
    if not stand.stands.versions:
        raise NothingApproved
    lost = unkept(handbook, stand.stands)
    if lost:
        raise TextsLost(names=", ".join(lost))
    shown = as_approved(handbook, stand.stands, cared_today=False)
    changed = sum(one.status == "changed" for one in stand.of.values())
    if not stand.stands.whole:  # an earlier program approved sections only
        return Released(shown, root, changed, len(shown.unapproved or ()))
    _refuse_what_runs(shown.look.get(CONFIG, b""))
    _refuse_what_comes_from_elsewhere(shown.look)
    own = root / OUT / "look"
    with writing(), alone(root / OUT):
        sync(own, shown.look)
    return Released(shown, own, changed, len(shown.unapproved or ()))


class LookFetches(Refusal):
    """What is fetched when a page is read can be another text tomorrow."""

    SAYS = Says(
        "{file}: «{what}» загружается с другого адреса, когда страницу читают; завтра там может быть другой текст, и утверждённое так не публикуют. Положите этот файл рядом",
        '{file}: "{what}" is fetched from another address when the page is read; tomorrow it may be another text, and what is approved is not published so. Put the file beside the others',
    )


# Private functions


def _refuse_what_runs(config: bytes) -> None:
    """Raises LookRuns for a configuration that does more than say how the site looks."""
    text = config.decode("utf-8-sig", "replace")
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return  # the build says so
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        if key.value in _RUNS and value.value not in ("", []):
            raise LookRuns(key=key.value)
    waiting: list[yaml.Node] = [node]
    while waiting:
        one = waiting.pop()
        if not one.tag.startswith("tag:yaml.org,2002:") or "python" in one.tag:
            raise LookRuns(key=one.tag)
        if isinstance(one, yaml.ScalarNode) and any(one.value.rpartition(".")[2] == name for name in _READS):
            raise LookRuns(key=one.value)
        if isinstance(one, yaml.MappingNode):
            waiting += [part for pair in one.value for part in pair]
        elif isinstance(one, yaml.SequenceNode):
            waiting += one.value


def _refuse_what_comes_from_elsewhere(look: Mapping[str, bytes]) -> None:
    """Raises LookFetches for a script, style or frame of another address, and for a theme that lies outside."""
    for file, raw in look.items():
        if found := _ELSEWHERE.search(raw.decode("utf-8", "replace")):
            raise LookFetches(file=file, what=" ".join(found[0].split()))


_ELSEWHERE = re.compile(
    r"""<(?:script|link|iframe|object|embed|base)\b[^>]*?=\s*["']?(?:https?:)?//[^>]*>"""
    r"""|@import\s[^;\n]*//[^;\n]*|url\(\s*["']?(?:https?:)?//[^)]*\)|\b(?:fetch|import|importScripts)\s*\(\s*["'`](?:https?:)?//[^)]*"""
    r"""|^\s*-\s*(?:path:\s*)?["']?(?:https?:)?//\S+|custom_dir:\s*["']?(?:\.\.|/|[A-Za-z]:)[^\n,}]*""",
    re.IGNORECASE | re.MULTILINE,
)
