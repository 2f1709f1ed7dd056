"""A section in, what is to be shown of it out: its fields in the order of reading, and its steps as cards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cjm.addresses import step_anchor
from cjm.model import Handbook, Section, Step
from cjm.view.thing import Field, Piece, piece, tag_of
from cjm.wording import first_sentence

# What readers are shown of a section below its title, in this order. What stands here is in site, book, Word and search.
HEAD = ("purpose", "trigger", "calls", "performer", "scope")
BODY = ("steps", "result", "conflicts", "scripts", "never", "details", "questions")
FOOT = ("owner",)


@dataclass(frozen=True, slots=True)
class Branch:
    """A choice as it is shown: where it leads, and the number of the step where that is one of the same section."""

    when: str
    to: str  # `section:id` or `section:id/step`
    step: int
    section: str
    anchor: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class StepCard:
    """A step as it is shown: its first sentence is the heading, its script stands in the first card that needs it."""

    number: int
    anchor: str
    head: str
    rest: str
    step: Step
    piece: Piece
    who: str  # the one role that does it
    whose: tuple[str, ...]  # every role that may be the one
    script: Piece | None
    above: int  # the number of the card in which the words of the script stand, if that is an earlier one
    branches: tuple[Branch, ...]


def section(one: Section, handbook: Handbook) -> Piece:
    """What is shown of a section. The questions of the exam are not handed round."""
    made = piece(tag_of(one), one, handbook, within=one, only=(*HEAD, *BODY, *FOOT))
    return Piece(
        made.tag, made.number, one, tuple(field for each in made.fields if (field := _for_practice(each, one)))
    )


def step_cards(one: Section, shown: Piece) -> Iterator[StepCard]:
    """The steps of a section as they are shown."""
    scripts = {script.id: made for script, made in zip(one.scripts, shown.of("scripts"), strict=True)}
    numbers = {step.id: number for number, step in enumerate(one.steps, start=1) if step.id}
    above: dict[str, int] = {}
    for number, (step, made) in enumerate(zip(one.steps, shown.of("steps"), strict=True), start=1):
        first = above.setdefault(step.script, number)
        chosen = zip(step.next, made.of("next"), strict=True)
        yield StepCard(
            number, step_anchor(step, number), *first_sentence(step.do), step, made,
            step.who or (one.performer[0] if len(one.performer) == 1 else ""), (step.who,) if step.who else one.performer, scripts.get(step.script),
            first if first < number and step.script else 0,
            tuple(_branch(choice.when, choice.to, one, numbers, inside) for choice, inside in chosen),
        )  # fmt: skip


def loose_scripts(one: Section, shown: Piece) -> tuple[Piece, ...]:
    """The scripts of a section that no step needs."""
    needed = {step.script for step in one.steps}
    made = zip(one.scripts, shown.of("scripts"), strict=True)
    return tuple(piece for script, piece in made if script.id not in needed)


# Private functions


def _for_practice(field: Field, one: Section) -> Field | None:
    if field.key != "questions":
        return field
    kept = tuple(each for each in field.pieces if each.thing in one.practice)
    numbered = tuple(Piece(each.tag, n, each.thing, each.fields) for n, each in enumerate(kept, start=1))
    return Field(field.tag, field.key, field.label, (), True, numbered) if kept else None


def _branch(when: str, to: str, one: Section, numbers: Mapping[str, int], piece: Piece) -> Branch:
    if to in numbers:
        return Branch(when, f"section:{one.id}/{to}", numbers[to], one.id, f"step-{to}", piece)
    name = to.removeprefix("section:")
    return Branch(when, f"section:{name}", 0, name.partition("/")[0], "", piece)
