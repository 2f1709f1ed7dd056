"""What happened since a day in, a short letter for the messenger out: what to read again, what went well, what clients say."""

from collections.abc import Iterator

from cjm.diff.rendering import told
from cjm.export.since_then import SinceThen
from cjm.figures import figure_words
from cjm.figures.progress import ImprovementFigure
from cjm.language.phrases import capital, lower
from cjm.language.says import Language, Says
from cjm.wording import label, plain
from cjm.wording.titles import numbered, role_title

_MOST = 5  # of each sort: who wants more opens the site
_LONG = 160
_HEAD = Says("{title}: что нового с {since}", "{title}: what is new since {since}")
_NOTHING = Says("ничего не изменилось", "nothing changed")
_READ = Says("Перечитать:", "Read again:")
_OF_ROLE = Says("{role}: {sections}", "{role}: {sections}")
_CHANGED = Says("Что изменилось:", "What changed:")
_MARKS = Says("и правок без нового смысла: {count}", "and edits that change no meaning: {count}")
_MORE = Says("и ещё {count}", "and {count} more")
_WENT = Says("убран", "removed")
_CAME = Says("новый раздел", "new section")
_WINS = Says("Получилось:", "What went well:")
_TOLD = Says("Что показали числа:", "What the numbers show:")


def as_letter(made: SinceThen) -> str:
    """Plain text in the language of the handbook, a line a matter."""
    language = made.new.outline.language
    lines = [_HEAD.to(language, title=label(made.new.outline.title, made.new), since=made.since)]
    for heading, told_of in (
        (_READ, list(_again(made, language))), (_CHANGED, list(_changes(made, language))), (_WINS, list(_wins(made, language))),
        (_TOLD, list(_numbers(made, language))),
    ):  # fmt: skip
        if told_of:
            lines += ["", heading.to(language), *(f"• {one}" for one in _capped(told_of, language))]
    return "\n".join(lines if len(lines) > 1 else [*lines, _NOTHING.to(language)]) + "\n"


def judged_words(one: ImprovementFigure, language: Language) -> str:
    """«Семейная душевая — помогло: стало меньше: …»; of what luck explains as well no more than that."""
    said = one.said.partition(";")[0] if one.stands == "luck" else f"{one.was}; {one.said}"
    return f"{one.title} — {getattr(figure_words(language), f'stands_{one.stands}')}: {said}"


# Private functions


def _again(made: SinceThen, language: Language) -> Iterator[str]:
    for role, sections in made.difference.again:
        named = [
            numbered(id, label(made.new.section[id].short or made.new.section[id].title, made.new), made.new)
            for id in sections
        ]
        yield _OF_ROLE.to(
            language, role=label(role_title(role, made.new), made.new), sections=", ".join(_capped(named, language))
        )


def _capped(all_of: list[str], language: Language) -> list[str]:
    return all_of if len(all_of) <= _MOST + 1 else [*all_of[:_MOST], _MORE.to(language, count=len(all_of) - _MOST)]


def _changes(made: SinceThen, language: Language) -> Iterator[str]:
    small = 0
    for change in made.difference.changes:
        if change.kind not in ("section", "fact"):
            continue
        if not change.major:
            small += 1
            continue
        title = numbered(change.id, change.title, made.new) if change.kind == "section" else change.title
        if change.action in ("added", "removed") and change.kind == "section":
            yield f"{title} — {(_CAME if change.action == 'added' else _WENT).to(language)}"
            continue
        detail = next((one for one in change.details if one.normative), None)
        said = " ".join(told(detail, language).split()) if detail else ""
        yield f"{title} — {said[:_LONG].rstrip()}{'…' if len(said) > _LONG else ''}" if said else title
    if small:
        yield _MARKS.to(language, count=small)


def _wins(made: SinceThen, language: Language) -> Iterator[str]:
    for live in made.begun:
        yield f"{live.title}: {'; '.join(map(lower, live.actions))}"
    for win in made.wins:
        said = " ".join(plain(win.what, made.new).split()).rstrip(".")
        effect = " ".join(plain(win.effect, made.new).split()).rstrip(".")
        yield f"{said}. {effect}" if effect else said


def _numbers(made: SinceThen, language: Language) -> Iterator[str]:
    yield from (judged_words(one, language) for one in made.judged)
    if not made.month:
        return
    t = figure_words(language)
    for card in made.month.cards:
        if card.bounds[0]:
            said = (
                f"{label(card.index.title, made.new)} ({label(card.source, made.new)}), {made.month.name}: {card.value}"
            )
            verdict = f". {getattr(t, f'verdict_{card.verdict}')}" if card.verdict in ("up", "down") else ""
            yield f"{said}, {t.really_from.format(low=card.bounds[0], high=card.bounds[1])}, {card.answers}{verdict}"
    for place, said in made.month.places:
        yield f"{made.new.touchpoint[place.touchpoint].title if place.touchpoint in made.new.touchpoint else place.touchpoint}: {said}"
    if not (made.judged or made.month.places) and not any(card.verdict in ("up", "down") for card in made.month.cards):
        yield capital(t.nothing_changed.format(count=made.month.looked_at))
