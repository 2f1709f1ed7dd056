"""A paper in, the same as data for print: letters before its options, a slip for the answers, and its key; and letters back."""

from collections.abc import Iterator, Sequence
from typing import Any

from cjm.language.says import Language, Says
from cjm.training.draw import PaperQuestion, checks_of, drawn_paper, initials_of
from cjm.training.edition import ExamEdition, Plain

LETTERS = {"ru": "АБВГДЕЖЗ", "en": "ABCDEFGH"}
UNKNOWN = "-"
_WORDS = {
    "run": Says("{run}-й раз · вопросов: {asked} · зачёт: {pass} верных", "run {run} · questions: {asked} · to pass: {pass} right"),
    "how": Says(
        "Впишите буквы верных ответов в бланк внизу. Где их несколько — все, где просят порядок — буквы по порядку. Не знаете — поставьте прочерк: это честнее, чем угадать, и мы объясним.",
        "Write the letters of the right answers into the slip below: all of them where there are several, in order where order is asked for. If you do not know, put a dash: we shall explain.",
    ),
    "slip": Says("Бланк ответов", "Answer slip"), "unknown": Says("не знаю — прочерк", "a dash: I do not know"),
    "several": Says("несколько верных", "several are right"), "order": Says("расставьте по порядку", "put in order"),
    "say": Says("ответьте вслух: экзаменатор отметит, что прозвучало", "answer aloud: the examiner ticks what was said"),
    "name": Says("фамилия и имя", "name"), "date": Says("дата", "date"), "sign": Says("подпись", "signature"),
    "key": Says("Ключ. Не отдавать тому, кто сдаёт", "Key. Not for whoever takes the exam"), "show": Says("Пусть покажет", "Let it be shown"),
    "typed": Says("Занести: cjm exam typed \"{name}\" и буквы по порядку, прочерк — «не знает»", "To take it in: cjm exam typed \"{name}\" and the letters in order, a dash for not known"),
    "right": Says("верных", "right"),
}  # fmt: skip


def printed_paper(edition: ExamEdition, role: str, name: str, run: int, before: str) -> dict[str, Any]:
    """One paper with its key, as `templates/print/exam.typ` reads it."""
    language: Language = edition.head["language"]
    initials = initials_of(name)
    paper = drawn_paper(edition, role, initials, run, before)
    letters = LETTERS[language]
    title = next(one["title"] for one in edition.head["roles"] if one["id"] == role)
    said = {key: says.to(language) for key, says in _WORDS.items() if key not in ("run", "typed")}
    return said | {
        "title": edition.head["title"], "organisation": edition.head["organisation"], "role": title, "who": name, "edition": edition.id,
        "run": _WORDS["run"].to(language, run=run, asked=len(paper), **{"pass": edition.head["pass"]}),
        "typed": _WORDS["typed"].to(language, name=name),
        "questions": [_printed(one, letters, said) for one in paper],
        "checks": [one["do"] for one in checks_of(edition, role, initials, run)],
    }  # fmt: skip


def typed_answers(paper: Sequence[PaperQuestion], written: Sequence[str], language: Language) -> list[Any] | None:
    """The answers that letters name, one word for each question; None where they are not of this paper."""
    if len(written) != len(paper):
        return None
    found = [_typed(one, word.upper(), LETTERS[language]) for one, word in zip(paper, written, strict=True)]
    return None if any(one is _AMISS for one in found) else found


# Private functions

_AMISS = object()


def _printed(one: PaperQuestion, letters: str, said: Plain) -> dict[str, Any]:
    question = one.question
    return {
        "ask": question["ask"], "note": said.get(question["kind"], ""), "section": question["section"],
        "options": [[letters[place], question["options"][at]["text"]] for place, at in enumerate(one.order)] if question["options"] else [],
        "key": "".join(_key(one, letters)), "points": [f"{letters[at]} {point}" for at, point in enumerate(question["points"])],
    }  # fmt: skip


def _key(one: PaperQuestion, letters: str) -> Iterator[str]:
    if one.question["kind"] == "order":
        yield from (letters[one.order.index(at)] for at in range(len(one.order)))
    elif one.question["points"]:
        yield letters[: len(one.question["points"])]
    else:
        yield from (letters[place] for place, at in enumerate(one.order) if one.question["options"][at]["right"])


def _typed(one: PaperQuestion, word: str, letters: str) -> Any:
    if word in (UNKNOWN, "—", "–"):
        return None
    known = letters[: len(one.order)]
    if not word or any(sign not in known for sign in word) or len(set(word)) < len(word):
        return _AMISS
    places = [known.index(sign) for sign in word]
    at = places if one.question["points"] else [one.order[place] for place in places]
    if one.question["kind"] == "one":
        return at[0] if len(at) == 1 else _AMISS
    if one.question["kind"] == "order":
        return at if len(at) == len(one.order) else _AMISS
    return sorted(at)
