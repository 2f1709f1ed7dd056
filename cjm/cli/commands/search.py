"""`cjm search`: what the site's search shows for a query, and why, in the terminal."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from cjm.cli.answer import opened
from cjm.cli.options import Lang, Root
from cjm.language.says import Language, Says

HELP = Says("Что найдёт поиск сайта по этим словам и почему.", "What the site's search finds for these words, and why.")
app = typer.Typer(add_completion=False, rich_markup_mode=None)

_HOW = {
    "word": Says("слово есть", "is there"),
    "prefix": Says("начало слова: {words}", "begins {words}"),
    "synonym": Says("синоним: {words}", "synonym of {words}"),
    "typo": Says("опечатка: {words}", "mistyped {words}"),
    "similar": Says("похоже на {words}", "like {words}"),
    "none": Says("такого слова нет", "nowhere"),
}
_READ = Says("Слова", "Words")
_LAYOUT = Says("не та раскладка или латиница", "other keyboard or Latin letters")
_NOTHING = Says("Ничего не нашлось.", "Nothing found.")
_URGENT = Says("слова беды: карточка стоит первой", "words of danger: the card stands first")
_SOUGHT = Says("как фраза в look_for этого места", "like a phrase in look_for of this place")


@app.command()
def command(
    root: Root,
    query: Annotated[
        list[str], typer.Argument(), Says("Что искать.", "What to look for."), Says("СЛОВА", "WORDS")
    ],
    most: Annotated[
        int, typer.Option("--most", min=1, max=40), Says("Сколько разделов показать.", "How many sections to show."),
        Says("СКОЛЬКО", "HOW MANY"),
    ] = 3,
    json: Annotated[bool, typer.Option("--json"), Says("Всё, что узнаёт браузер, в JSON.", "All that the browser is told, as JSON.")] = False,
    lang: Lang = None,
) -> None:  # fmt: skip
    from cjm.cli.show import show
    from cjm.search import search_index, whole_answer

    handbook, language = opened(root, lang)
    asked = " ".join(query)
    found = whole_answer(search_index(handbook), asked, most)
    if json:
        from json import dumps

        show(dumps({"query": asked, **found}, ensure_ascii=False, indent=2) + "\n")
    else:
        show("\n".join(_told(found, language)) + "\n")


# Private functions


def _told(found: dict[str, Any], language: Language) -> Iterator[str]:
    read = ", ".join(f"{word['typed']} ({_read(word, language)})" for word in found["understood"])
    yield f"{_READ.to(language)}: {read}"
    if not found["hits"]:
        yield _NOTHING.to(language)
    for hit in found["hits"]:
        number = f"{hit['number']} " if hit["number"] else ""
        yield f"\n{number}{hit['title']}  {hit['url']}  {hit['score'] / 1e9:.1f}"
        if hit["urgent"]:
            yield f"  {_URGENT.to(language)}"
        for place in hit["places"]:
            yield from _row(place, language)


def _read(word: dict[str, Any], language: Language) -> str:
    words = ", ".join(f"«{one}»" for one in (word["as"] or word["also"])[:3])
    how = _HOW[word["how"]].to(language, words=words)
    return f"{how}; {_LAYOUT.to(language)}" if word["layout"] else how


def _row(place: dict[str, Any], language: Language) -> Iterator[str]:
    from cjm.pages.strings import script_strings

    kind = place["table"] or script_strings(language).get(f"place_{place['kind']}", place["kind"]).format(
        number=place["number"]
    )
    because = [", ".join(place["answers"]), *([_SOUGHT.to(language)] if place["sought"] else [])]
    why = "; ".join(filter(None, because))
    yield f"  {kind} · {place['heading'] or place['text']}  #{place['anchor']}"
    yield f"      {place['score'] / 1e9:.1f} ← {why}"
    if place["heading"] and place["text"]:
        yield f"      {place['text']}"
