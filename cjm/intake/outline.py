"""The blocks of a document in, its parts and sections out: headings that are marked, bold, in CAPITALS, numbered, or in a contents.

What lies below a section's heading stays in it; a heading with nothing below it is a section nobody has written yet.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cjm.intake.block import Block
from cjm.language.dictionary import dictionary

_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[IVX]{1,4}\.|Раздел \d+\.|Глава \d+\.|Часть \d+\.)\s+(?=\S)"
)
_PAGED = re.compile(r"(.*?\S)[\s.…·_]*[\t .…](\d{1,3})$")
_CONTENTS = re.compile(r"(?:содержание|оглавление|contents|table of contents)\b[ :.]*$", re.IGNORECASE)
_LONGEST = 90
# Levels of what is no heading by its mark. Whoever has no headings shouts the large ones and makes the small ones bold.
_CAPITALS, _BOLD, _LINE = 7, 8, 9
_TYPED = re.compile(r"\W*(\d{1,2}(?:\.\d{1,2})*)")
# A sentence in capitals that says what follows, not where one is.
_SAYS = re.compile(r"^(?:обещание|обещания|заказчик|исполнитель|ваш|наш|шаблон|важно|внимание|пример)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of the document: the heading of its part and its own, either of which may be missing, and what is below."""

    part: Block | None
    heading: Block | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Outlined:
    """The document's own title, its passages in order, and the headings of parts that have sections."""

    title: Block | None
    passages: tuple[Passage, ...]
    parts: tuple[Block, ...]
    contents: tuple[Block, ...]  # the lines of a table of contents


def outlined(blocks: Sequence[Block]) -> Outlined:
    """The structure of a document."""
    contents = _contents(blocks)
    listed = {_folded(_unpaged(one.text)) for one in contents}
    rest = [one for one in blocks if one not in contents]
    rest = [_without_number(one) for one in _promoted(rest, listed)]
    levels = Counter(one.level for one in rest if one.kind == "heading")
    order = sorted(levels)
    title = None
    first = next((one for one in rest if one.kind == "heading"), None)
    if first and len(order) > 1 and levels[order[0]] == 1 and first.level == order[0]:
        title, order = first, order[1:]
    elif first and rest[0] is first and len(rest) > 1 and rest[1].kind == "heading" and rest[1].level < first.level:
        title = first  # bold, and above the first line in capitals
    if title is not None:
        rest.remove(title)
    part_level, section_level = (
        (order[0], order[1]) if len(order) > 1 and _parts(rest, order) else (0, order[0] if order else 0)
    )
    passages = tuple(_passages(rest, part_level, section_level))
    with_sections = tuple(dict.fromkeys(one.part for one in passages if one.part))
    return Outlined(title, passages, with_sections, contents)


def title_of(block: Block) -> str:
    """A heading as a title: no colon at its end, small letters where all were capitals, abbreviations as they are."""
    text = block.text.strip(" :.") or block.text
    if not _shouted(text):
        return text
    words = [word if _is_short_name(word) else word.lower() for word in text.split()]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


# Private functions


def _passages(blocks: Sequence[Block], part_level: int, section_level: int) -> Iterator[Passage]:
    part: Block | None = None
    heading: Block | None = None
    below: list[Block] = []
    for at, block in enumerate(blocks):
        opens_part = block.kind == "heading" and part_level and block.level <= part_level
        if opens_part or (block.kind == "heading" and block.level <= section_level):
            if heading or below:
                yield Passage(part, heading, tuple(below))
            below, heading = [], block
            if opens_part:
                after = next((one for one in blocks[at + 1 :] if one.kind == "heading" or not part_level), None)
                holds = after is not None and part_level < after.level <= section_level
                part, heading = (block, None) if holds else (None, block)
        else:
            below.append(block)
    if heading or below:
        yield Passage(part, heading, tuple(below))


def _parts(blocks: Sequence[Block], order: Sequence[int]) -> bool:
    """Whether the largest headings are parts: they hold several smaller ones, which are no mere captions of a section."""
    headings = [one for one in blocks if one.kind == "heading"]
    small = [one for one in headings if one.level == order[1]]
    captions = sum(_CAPTION.match(one.text) is not None for one in small)
    return captions * 2 <= len(small)


_CAPTION = re.compile(
    r"(?:что (?:делать|сказать|говорить|важно)|клиент говорит|никогда|справочно|проверьте|шаги|скрипты?|пример|важно|порядок|действия|запрещ|нельзя|когда|кто|зачем|результат|цель|шаблон|текст)\b",
    re.IGNORECASE,
)


def _promoted(blocks: Sequence[Block], listed: set[str]) -> Iterator[Block]:
    """The blocks, with those that are headings in all but their mark."""
    marked = any(one.kind == "heading" for one in blocks)
    bold = any(one.bold and one.kind == "text" for one in blocks)
    listed = listed - {_folded(one.text) for one in blocks if one.kind == "heading"}
    for at, block in enumerate(blocks):
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        text = block.text
        short = (
            block.kind in ("text", "item") and 2 < len(text) <= _LONGEST and re.search(r"[^\W\d_]{2}", text) is not None
        )
        ends = text[-1:] in ".:;,!?…" and not text.rstrip().endswith("т.д.")
        level = 0
        if short and _folded(text) in listed:
            level = _LINE
        elif (
            block.kind == "text"
            and short
            and not ends
            and not block.links
            and not (_shouted(text) and _SAYS.match(text))
        ):
            if _shouted(text) and not marked:
                level = _CAPITALS
            elif block.bold and not marked:
                level = _BOLD
            elif (
                not marked
                and not bold
                and block.gap
                and text[0].isupper()
                and len(text.split()) <= 8
                and after
                and after.kind != "heading"
            ):
                level = 0 if listed else _LINE
        elif short and block.kind == "item" and block.ordered and not (marked or listed or ends or block.level):
            # «3. Приём звонка» with «3.1.» below it, or with no 4.
            alone = (
                after is not None and not (after.kind == "item" and after.ordered) and _before_is_no_list(blocks, at)
            )
            if block.bold:
                level = _BOLD
            elif alone or (after is not None and _is_clause_of(after, block)):
                level = _LINE
        yield replace(block, kind="heading", level=level, gap=block.gap) if level else block


def _is_clause_of(block: Block | None, heading: Block) -> bool:
    """Whether the number of an item begins with that of the line above: «2.1.» below «2. Приём обращения»."""
    if block is None or block.kind != "item" or not block.ordered:
        return False
    number, own = (_TYPED.match(one.lines[0].text) for one in (block, heading))
    return block.level > heading.level or bool(number and own and number[1].startswith(f"{own[1]}."))


def _before_is_no_list(blocks: Sequence[Block], at: int) -> bool:
    return at == 0 or not (blocks[at - 1].kind == "item" and blocks[at - 1].ordered)


def _contents(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The lines of a table of contents: they end in a page number, or stand below «Содержание» and come again."""
    later = Counter(_folded(one.text) for one in blocks)
    for at, block in enumerate(blocks):
        under = _CONTENTS.match(block.text) is not None
        run = []
        for one in blocks[at + under :]:
            paged = _unpaged(one.text) != one.text and one.kind in ("text", "item")
            again = later[_folded(_unpaged(one.text))] > (0 if paged else 1)
            if one.kind == "scrap" or (one.kind in ("text", "item") and (paged or (under and again))):
                run.append(one)
            else:
                break
        while run and run[-1].kind == "scrap":
            run.pop()
        if sum(one.kind != "scrap" for one in run) >= 3:
            return tuple([block] * under + run)
    return ()


def _without_number(block: Block) -> Block:
    text = _NUMBERED.sub("", block.text, count=1)
    return replace(block, text=text) if block.kind == "heading" and re.search(r"[^\W_]", text) else block


def _unpaged(text: str) -> str:
    """A line of a contents without the number of its page."""
    return _PAGED.sub(r"\1", text) if len(text) <= 2 * _LONGEST else text


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", _NUMBERED.sub("", text.strip()).lower()).strip()


def _shouted(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 3 and all(sign.isupper() for sign in letters)


def _is_short_name(word: str) -> bool:
    """Whether a word in capitals is an abbreviation: Latin, or very short, or none that the dictionary knows as a word."""
    bare = word.strip('«»"(),.:;').lower()
    if bare in _SMALL_WORDS:
        return False
    return (
        bare.isascii()
        or len(bare) <= 3
        or not any(one.is_known and "Abbr" not in one.tag for one in dictionary().parse(bare))
    )


_SMALL_WORDS = frozenset(
    (
        "и",
        "в",
        "с",
        "на",
        "по",
        "за",
        "не",
        "от",
        "до",
        "из",
        "для",
        "к",
        "о",
        "об",
        "у",
        "а",
        "как",
        "что",
        "при",
        "под",
        "над",
        "или",
        "наш",
        "ваш",
        "вы",
        "мы",
    )
)
