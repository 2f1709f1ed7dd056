"""A Difference in, the same as text for the terminal, Markdown and plain data out."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from cjm.diff.difference import OWN_LOOK, SYNONYMS, Action, Difference, FieldChange, ThingChange
from cjm.language.numerals import counted
from cjm.language.says import Language, Says
from cjm.model import Handbook
from cjm.model.registry import KINDS
from cjm.wording.titles import numbered
from cjm.wording.verbatim import verbatim

ACTIONS: dict[Action, Says] = {
    "added": Says("добавлено", "added"), "removed": Says("убрано", "removed"), "renamed": Says("новое имя", "new id"),
    "moved": Says("перенесено", "moved"), "changed": Says("изменено", "changed"),
}  # fmt: skip
_SIGNS: dict[Action, str] = {"added": "+", "removed": "−", "renamed": "=", "moved": "↕", "changed": "~"}
_NOTHING = Says("ничего не изменилось", "nothing changed")
WHOM = Says("Кого касается", "Whom it concerns")
AGAIN = Says("Перечитать", "To be read again")
_MINOR = Says("перечитывать не нужно: {reason}", "no need to read it again: {reason}")
_WAS = Says("было: {text}", "was: {text}")
_NOW = Says("стало: {text}", "now: {text}")
WAS_ID = Says("прежнее имя: {id}", "id before: {id}")
_LOST = Says("больше нет стандарта; был: {text}", "has lost its standard; it was: {text}")
_SAME = Says("записано иначе, читается так же", "written in another way, reads the same")
_BESIDE = {OWN_LOOK: Says("вид", "look"), SYNONYMS: Says("синонимы поиска", "synonyms of the search")}
_SUMMARY = Says("Изменений: {count}", "Changes: {count}")
_SHORT = 60  # a pair of texts up to this long stands on one line
_AROUND = 5  # words of an unchanged stretch that are shown on each side of a change


def as_text(made: Difference, new: Handbook, language: Language) -> str:
    """Lines for the terminal."""
    if not made.changes:
        return _NOTHING.to(language) + "\n"
    lines = []
    for change in made.changes:
        lines.append(f"{_SIGNS[change.action]} {_headed(change, new, language)}")
        lines += [f"    {line}" for line in _details(change, language, marked=_gist)]
    lines += ["", *_foot(made, new, language)]
    return "\n".join(lines) + "\n"


def as_markdown(made: Difference, new: Handbook, language: Language) -> str:
    """A page for a pull request or a letter; what went is struck out, what came is bold."""
    if not made.changes:
        return _NOTHING.to(language) + "\n"
    lines = []
    for change in made.changes:
        lines += [f"- **{verbatim(_headed(change, new, language))}**"]
        lines += [f"    - {line}" for line in _details(change, language, marked=_struck)]
    lines.append("")
    lines += [f"{line}  " for line in _foot(made, new, language)]
    return "\n".join(lines).rstrip() + "\n"


def as_data(made: Difference) -> dict[str, Any]:
    """Plain data for JSON."""
    return {
        "changes": [
            {
                "action": one.action, "kind": one.kind, "id": one.id, "was": one.was, "title": one.title,
                "major": one.major, "minor": one.minor, "sections": list(one.sections),
                "details": [
                    {
                        "where": detail.where, "what": detail.what, "action": detail.action,
                        "before": detail.before, "after": detail.after, "normative": detail.normative,
                    }
                    for detail in one.details
                ],
            }
            for one in made.changes
        ],
        "roles": list(made.roles),
        "read_again": {role: list(sections) for role, sections in made.again},
    }  # fmt: skip


def told(detail: FieldChange, language: Language) -> str:
    """One detail on one line: «ожидание: 15 мин → 30 мин»."""
    head = field_heading(detail)
    if detail.key == "standard" and detail.action == "removed":
        return _LOST.to(language, text=detail.before)
    if detail.before == detail.after and detail.before:
        return f"{head}: {_SAME.to(language)}"
    if detail.action in ("added", "removed"):
        text = (detail.after or detail.before).replace("\n", " ")
        return f"{head}: {ACTIONS[detail.action].to(language)}" + (f" — {text}" if text else "")
    return f"{head}: {detail.before} → {detail.after}".replace("\n", " ")


def change_kind(kind: str, language: Language) -> str:
    """What a thing of this kind is called."""
    return (_BESIDE.get(kind) or KINDS[kind].says).to(language)


def field_heading(detail: FieldChange) -> str:
    """What a detail is about: the place and what changed there."""
    return ", ".join(part for part in (detail.where, detail.what) if part)


def is_long(detail: FieldChange) -> bool:
    """Whether its two texts are too long for one line, and are shown word by word."""
    return (
        detail.action == "changed" and detail.before != detail.after and len(detail.before) + len(detail.after) > _SHORT
    )


def segments(before: str, after: str) -> Iterator[tuple[str, str]]:
    """The words of both texts in turn: ("same" | "gone" | "new", words)."""
    a, b = before.split(), after.split()
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", " ".join(a[i:j])
        else:
            if j > i:
                yield "gone", " ".join(a[i:j])
            if m > k:
                yield "new", " ".join(b[k:m])


# Private functions


def _headed(change: ThingChange, new: Handbook, language: Language) -> str:
    kind = change_kind(change.kind, language)
    title = numbered(change.id, change.title, new) if change.kind == "section" else change.title
    quoted = f"«{title}»" if language == "ru" else f'"{title}"'
    return f"{kind} {quoted if title else ''}".strip() + f": {ACTIONS[change.action].to(language)}"


def _details(change: ThingChange, language: Language, marked: Any) -> Iterator[str]:
    if change.was:
        yield WAS_ID.to(language, id=change.was)
    for detail in change.details:
        if is_long(detail):
            yield marked(detail, language)
        else:
            yield told(detail, language) if marked is _gist else verbatim(told(detail, language))
    if change.minor:
        yield _MINOR.to(language, reason=change.minor)


def _gist(detail: FieldChange, language: Language) -> str:
    """The two texts one below the other, unchanged stretches cut short."""
    head = field_heading(detail)
    parts = list(_cut(detail))
    was = " ".join(text for tag, text in parts if tag != "new")
    now = " ".join(text for tag, text in parts if tag != "gone")
    return f"{head}:\n      {_WAS.to(language, text=was)}\n      {_NOW.to(language, text=now)}"


def _struck(detail: FieldChange, language: Language) -> str:
    head = field_heading(detail)
    marks = {"same": "{}", "gone": "~~{}~~", "new": "**{}**"}
    return f"{verbatim(head)}: " + " ".join(marks[tag].format(verbatim(text)) for tag, text in _cut(detail))


def _cut(detail: FieldChange) -> Iterator[tuple[str, str]]:
    found = list(segments(detail.before, detail.after))
    for place, (tag, text) in enumerate(found):
        words = text.split()
        if tag == "same" and len(words) > 2 * _AROUND:
            head = words[:_AROUND] if place else []
            tail = words[-_AROUND:] if place < len(found) - 1 else []
            text = " ".join([*head, "…", *tail])
        yield tag, text


def _foot(made: Difference, new: Handbook, language: Language) -> Iterator[str]:
    yield _SUMMARY.to(language, count=len(made.changes))
    if made.roles:
        yield f"{WHOM.to(language)}: " + ", ".join(new.role[role].title for role in made.roles)
    for role, sections in made.again:
        count = counted(len(sections), ("раздел", "раздела", "разделов"), ("section", "sections"), language)
        titles = ", ".join(
            f"«{new.section[one].title}»" if language == "ru" else new.section[one].title for one in sections
        )
        yield f"{AGAIN.to(language)} — {new.role[role].title}: {count}: {titles}"
