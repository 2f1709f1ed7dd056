"""The declared fields in, a Markdown page out that lists every field with meaning and example."""

from collections.abc import Iterator

from cjm.language.says import Language, Says
from cjm.model.fields import (
    Address,
    Day,
    Either,
    Many,
    Name,
    OneOf,
    Pairs,
    Reading,
    Record,
    Ref,
    Shaped,
    Text,
    Wait,
    Whole,
    Yes,
    specs,
)
from cjm.model.files import FILE_KINDS
from cjm.model.registry import KINDS

_TITLE = Says("Поля файлов", "Fields of the files")
_INTRO = Says(
    "Страница собрана командой `cjm schema --page` из тех же описаний, по которым программа читает файлы. "
    "Звёздочкой отмечены обязательные поля; жирным — то, по чему работают: после правки перечитывают; курсивом — учёт: "
    "его правку не утверждают.",
    "This page is made by `cjm schema --page` from the declarations by which the program reads the files. "
    "A star marks required fields; bold is what people work by: after a change it is read again; italics is upkeep: "
    "its change is not approved.",
)
_HEAD = Says("| Поле | Что это | Что писать | Пример |", "| Field | Meaning | What to write | Example |")
_MARKS = {"normative": "**", "explanatory": "", "housekeeping": "*"}
_STYLES = {
    "label": Says("текст в одну строку", "one line of text"),
    "prose": Says("текст, можно Markdown", "text, Markdown allowed"),
    "said": Says("простой текст со <вставками>", "plain text with <placeholders>"),
}


def fields_page(language: Language) -> str:
    """The page in `language`, ending in a newline."""
    lines = [f"# {_TITLE.to(language)}", "", _INTRO.to(language), ""]
    for kind in FILE_KINDS:
        lines += [f"## `{kind.pattern}`", "", kind.means.to(language) + ".", ""]
        items = [kind.item] if kind.item else [_item(reading) for _, _, reading in kind.lists]
        for key, _, reading in kind.lists:
            lines += [f"`{key}:` — {_how(reading, language)}", ""]
        for item in dict.fromkeys(inner for top in items if top for inner in _reachable(top)):
            lines += _table(item, language)
    return "\n".join(lines).rstrip() + "\n"


# Private functions


def _table(item: type, language: Language) -> Iterator[str]:
    yield f"### {item.__name__}"
    yield ""
    if language == "en":  # docstrings are English; in Russian the meaning of the fields must do
        yield (item.__doc__ or "").strip().partition("\n")[0]
        yield ""
    yield _HEAD.to(language)
    yield "| --- | --- | --- | --- |"
    for spec in specs(item).values():
        mark, star = _MARKS[spec.weight], " \\*" if spec.required else ""
        told = spec.example.to(language)
        example = f"`{told}`" if told not in ("", "[…]") else ""
        cells = (f"{mark}`{spec.key}`{mark}{star}", spec.means.to(language), _how(spec.reads, language), example)
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


def _item(reading: Reading) -> type | None:
    return reading.item if isinstance(reading, Record) else None


def _reachable(item: type, seen: tuple[type, ...] = ()) -> Iterator[type]:
    """`item` and the records inside it, each before those inside it."""
    if item in seen:
        return
    yield item
    for spec in specs(item).values():
        reading = spec.reads.of if isinstance(spec.reads, Many) else spec.reads
        records = reading.items if isinstance(reading, Either) else (reading,) if isinstance(reading, Record) else ()
        for record in records:
            yield from _reachable(record.item, (*seen, item))


def _how(reading: Reading, language: Language) -> str:
    russian = language == "ru"
    match reading:
        case Name():
            return "имя: латиница и дефисы" if russian else "id: Latin letters and hyphens"
        case Ref(kinds=kinds, words=words, free=free):
            names = (" или " if russian else " or ").join(KINDS[kind].says.to(language) for kind in kinds)
            written = f"имя: {names}" if russian else f"id of a {names}"
            also = [f"`{word}`" for word, _ in words] + ["текст" if russian else "a text"] * free
            return (", или " if russian else ", or ").join((written, *also))
        case Shaped(like=like):
            return like.to(language)
        case Text(style=style, limit=limit):
            most = f", до {limit} знаков" if russian else f", up to {limit} characters"
            return _STYLES[style].to(language) + (most if limit else "")
        case Wait():
            return "время: 15 мин, 2 ч, 14 дней" if russian else "duration: 15 min, 2 h, 14 days"
        case Day():
            return "дата: 2026-11-02" if russian else "day: 2026-11-02"
        case Whole(least=least, most=most):
            return f"число от {least} до {most}" if russian else f"whole number from {least} to {most}"
        case Yes():
            return "true или false" if russian else "true or false"
        case Address():
            return "адрес: https://…, mailto:…, tel:…" if russian else "address: https://…, mailto:…, tel:…"
        case OneOf(words=words):
            return ("одно из: " if russian else "one of: ") + ", ".join(f"`{word}`" for word in words)
        case Record(item=item):
            return f"поля {item.__name__}" if russian else f"fields of {item.__name__}"
        case Either(items=items):
            return (" или " if russian else " or ").join(_how(item, language) for item in items)
        case Many(of=of):
            return ("список: " if russian else "list: ") + _how(of, language)
        case Pairs(of=of, bare=True):
            return ("поле этой записи и " if russian else "a field of this record and ") + _how(of, language)
        case Pairs(of=of):
            return ("свои имена, у каждого — " if russian else "names of your own, each with ") + _how(of, language)
