"""One thing that changed in, what a print template sets of it out: word for word, for the sheet and for a comparison."""

from dataclasses import replace

from cjm.book.text import Json, Run, Writer
from cjm.diff.difference import FieldChange, ThingChange
from cjm.diff.rendering import ACTIONS, WAS_ID, change_kind, field_heading, is_long, segments, told
from cjm.language.says import Says
from cjm.wording import plain
from cjm.wording.gaps import GAP
from cjm.wording.titles import numbered

_BREAK, _JOINT = "\ue000", "\ue001"  # a line that ends, and a space inside a gap, where texts are compared word by word
_NO_NEED = Says("Перечитывать не нужно: {reason}", "No need to read it again: {reason}")


def change(one: ThingChange, writer: Writer) -> Json:
    """Its kind and title, what became of it, and each of its fields before and after."""
    language = writer.handbook.outline.language
    title = writer.label(one.title)
    notes = [WAS_ID.to(language, id=one.was)] if one.was else []
    if one.minor:
        notes.append(_NO_NEED.to(language, reason=writer.label(one.minor)))
    return {
        "kind": change_kind(one.kind, language),
        "title": numbered(one.id, title, writer.handbook) if one.kind == "section" else title,
        "action": ACTIONS[one.action].to(language),
        "tone": {"added": "green", "removed": "brick"}.get(one.action, "ochre"),
        "details": [_detail(detail, writer) for detail in one.details],
        "notes": notes,
    }


# Private functions


def _detail(one: FieldChange, writer: Writer) -> Json:
    """A short pair on one line; of long texts the words that went and came."""
    language = writer.handbook.outline.language
    one = replace(one, where=plain(one.where, writer.handbook))
    before, after = (plain(text, writer.handbook) for text in (one.before, one.after))
    if before == after and one.before != one.after:  # only the markup changed
        return {"head": writer.filled(told(replace(one, before=after, after=after), language)), "words": []}
    one = replace(one, before=before, after=after)
    if not is_long(one):
        return {"head": writer.filled(told(one, language)), "words": []}
    words = [{"tag": tag, "runs": _runs(text, writer)} for tag, text in segments(_marked(before), _marked(after))]
    return {"head": writer.filled(field_heading(one)), "words": words}


def _marked(text: str) -> str:
    """The text with what must outlast a comparison of words: the ends of its lines, and its gaps in one piece."""
    return GAP.sub(lambda found: found[0].replace(" ", _JOINT), text).replace("\n", f" {_BREAK} ")


def _runs(text: str, writer: Writer) -> list[Run]:
    runs: list[Run] = []
    for number, line in enumerate(text.replace(_JOINT, " ").split(_BREAK)):
        runs += [*(["\n"] if number else []), *writer.filled(line)]
    return runs
