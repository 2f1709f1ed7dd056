"""Where a line of the book breaks and where it must not; addresses open everywhere and are copied whole."""

import io
import re
from collections.abc import Callable

import pytest
from pypdf import PdfReader

from cjm import diagram
from cjm.book import book
from cjm.book.text import Writer
from cjm.model import Handbook
from cjm.publish.pdf import pdf
from cjm.wording.line_breaks import kept_together
from cjm.workspace.standards import standards

from .conftest import DAY, HANDBOOK, ROOT, section


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Идите в зал", "Идите в·зал"), ("и не в зал", "и·не·в·зал"), ("«В зал» — до 19 мая", "«В·зал»·— до·19·мая"),
        ("О правиле и о цене", "О·правиле и·о·цене"), ("приду к ", "приду к·"), ("(с мамой)", "(с·мамой)"),
        ("кто-то в-третьих", "кто-то в-третьих"), ("дела наши", "дела наши"), ("Он же по-своему", "Он же по-своему"),
        ("1 500 ₽ за 5 минут", "1·500·₽ за·5·минут"), ("§ 4 и № 5", "§·4·и·№·5"),
    ],
)  # fmt: skip
def test_short_words_go_to_the_next_line(typed: str, kept: str) -> None:
    assert kept_together(typed).replace("\u00a0", "·") == kept


@pytest.mark.parametrize(
    ("typed", "runs"),
    [
        ("войдите в **зал** и\nждите", ["войдите в\u00a0", ["зал", {"strong": True}], " и", "\u00a0", "ждите"]),
        ("спросите о <имя>", ["спросите о\u00a0", ["имя", {"gap": True}]]),
        ("первая\nвторая", ["первая", " ", "вторая"]),
    ],
)
def test_a_short_word_at_the_end_of_a_run_goes_with_the_next_run(
    loaded: Callable[..., Handbook], typed: str, runs: list[object]
) -> None:
    assert Writer(loaded(), frozenset()).line(typed) == runs


LONG = "https://короткий.рф/" + "путь" * 30
ADDRESSES = section("call", "Звонок", f"""details:
  - {{id: a, title: Где, text: "В [таблице](https://служба.рф/гид?имя=а%20б) и письмом [сюда](mailto:мы@служба.рф)."}}
  - {{id: b, title: Длинный, text: "{LONG}"}}
""")  # fmt: skip


@pytest.mark.slow
def test_addresses_are_plain_ascii_and_copied_without_invisible_signs(loaded: Callable[..., Handbook]) -> None:
    handbook = loaded({
        "guideline/sections/call.yml": ADDRESSES,
        "guideline/handbook.yml": HANDBOOK + "address: https://волна.рф/гид\n",
    })  # fmt: skip
    reader = PdfReader(io.BytesIO(pdf(book(handbook, today=DAY), ROOT)))
    actions = [one.get_object().get("/A", {}) for page in reader.pages for one in page.get("/Annots", ())]
    assert {str(one["/URI"]) for one in actions if "/URI" in one} >= {
        "https://xn--80abot3an.xn--p1ai/%D0%B3%D0%B8%D0%B4?%D0%B8%D0%BC%D1%8F=%D0%B0%20%D0%B1",
        "mailto:%D0%BC%D1%8B@xn--80abot3an.xn--p1ai",
        "https://xn--80ad1aid.xn--p1ai/%D0%B3%D0%B8%D0%B4/sections/call.html",
    }
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert "\u200b" not in text
    assert LONG in text.replace("\n", "")
    box = reader.pages[0].mediabox
    places: list[float] = []
    for page in reader.pages:
        page.extract_text(visitor_text=lambda said, _, at, *rest: places.append(at[4]) if "путь" in said else None)
    assert len(places) > 2 and max(places) < float(box.width)  # it was broken into several pieces


@pytest.mark.slow
def test_no_line_of_a_map_ends_in_a_short_word(handbook: Handbook) -> None:
    short = re.compile(r"(?<![\w-])([авикосуя]|[вск]о|об|из|за|на|до|от|по|н[еио])\s*$", re.IGNORECASE)
    lines = [
        line
        for journey in handbook.journeys
        for svg in diagram.bands(journey, handbook, standards(handbook), upright=True)
        for line in re.findall(r"<t(?:span|ext)[^>]*>([^<]+)", svg.text)
    ]
    assert len(lines) > 2000 and [line for line in lines if short.search(line)] == []


@pytest.mark.parametrize(
    ("words", "room", "lines"),
    [
        ("Встреча у стойки", 60, ("Встреча", "у\u00a0стойки")),
        ("на переосвидетельствование", 60, ("на", "переосви-", "детельство-", "вание")),
    ],
)
def test_what_is_tied_parts_only_where_it_has_no_room(words: str, room: int, lines: tuple[str, ...]) -> None:
    from cjm.diagram.metrics import wrap

    assert wrap(words, room, 10) == lines
