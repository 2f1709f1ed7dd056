"""The public face: what the pictures of the reference handbook say, and what small journeys turn into."""

import re
import xml.etree.ElementTree as ET

import pytest

from cjm import diagram
from cjm.diagram.colours import Colours, Shade
from cjm.diagram.flow import flow
from cjm.diagram.make_widths import widths
from cjm.diagram.metrics import _tables, width, wrap
from cjm.diagram.palette import HEAT
from cjm.language.says import Says
from cjm.model import Edge, Handbook, Journey
from cjm.model.journey import Pain
from cjm.resources import shipped
from cjm.workspace.standards import Standard, standards

from .journeys import OTHER, drawn, journey, picture, touchpoint
from .journeys import handbook as book_of
from .test_geometry import hold

SVG = "{http://www.w3.org/2000/svg}"


def test_the_table_of_widths_agrees_with_the_shipped_fonts() -> None:
    assert _tables() == widths(shipped() / "site_build/assets/fonts")


@pytest.mark.slow
def test_every_journey_of_the_handbook_keeps_its_geometry(handbook: Handbook) -> None:
    for one in handbook.journeys:
        hold(drawn(one, handbook))


def test_cards_are_links_with_a_title_and_edges_name_their_ends(handbook: Handbook) -> None:
    one = handbook.journeys[0]
    root = ET.fromstring(picture(one, handbook, link=lambda name: f"../{name}/").text)
    assert root.get("role") == "group"  # one image has no links to a screen reader
    assert ET.fromstring(picture(one, handbook).text).get("role") == "img"
    cards = {
        element.get("data-touchpoint"): element for element in root.iter(f"{SVG}a") if element.get("data-touchpoint")
    }
    assert set(cards) == {point.id for point in one.touchpoints}
    for name, card in cards.items():
        assert card.get("href") == f"../{name}/"
        title = card.find(f"{SVG}title")
        assert title is not None and title.text
    ways = [path for path in root.iter(f"{SVG}path") if path.get("data-from")]
    assert {path.get("data-from") for path in ways} <= set(cards)


def test_ids_of_two_maps_do_not_meet(handbook: Handbook) -> None:
    found = [set(re.findall(r' id="([^"]+)"', picture(one, handbook).text)) for one in handbook.journeys[:2]]
    assert not found[0] & found[1]


def test_a_map_without_embedded_fonts_asks_for_nothing(handbook: Handbook) -> None:
    plain = picture(handbook.journeys[0], handbook).text
    assert "url(" not in plain and "http://" not in plain.replace("http://www.w3.org/2000/svg", "")
    assert plain.count("@font-face") == 0
    assert picture(handbook.journeys[0], handbook, embed_fonts=True).text.count("@font-face") == 4


def test_the_main_way_takes_the_first_way_on() -> None:
    one = journey(
        (touchpoint("ask", entry=True), touchpoint("offer", Edge(to="ask", when="ещё раз", back=True), Edge(to="buy", when="да"))),
        (touchpoint("buy", "other/there"),),
    )  # fmt: skip
    assert tuple(flow(one, book_of(one, OTHER), {}).main) == ("ask", "offer", "buy")
    whole = drawn(one, book_of(one, OTHER))
    styles = {(wire.source, wire.target.partition("@")[0]): wire.style for wire in whole.wires}
    assert styles == {
        ("ask", "offer"): "main", ("offer", "ask"): "back", ("offer", "buy"): "main", ("buy", "journey:other"): "main",
    }  # fmt: skip
    assert [pill.hint for pill in whole.pills] == [OTHER.title]


def test_words_tell_each_touchpoint_and_where_it_leads() -> None:
    one = journey((touchpoint("ask", "other/there", title="Вопрос", wait=900, moment_of_truth=True),))
    told = picture(one, book_of(one, OTHER)).alt
    assert "1. Вопрос: phone, вход, момент истины, ждёт не дольше 15\u00a0мин" in told
    assert f"Дальше: путь «{OTHER.title}»." in told
    english = book_of(one, OTHER, language="en")
    assert "moment of truth" in picture(one, english).alt
    assert "1 touchpoint · 1 moment of truth" in picture(one, english).text


@pytest.mark.parametrize("stages", [(), ((),), ((touchpoint("alone"),),)])
def test_small_and_empty_journeys_are_drawn(stages: tuple[tuple[object, ...], ...]) -> None:
    one: Journey = journey(*stages)  # type: ignore[arg-type]
    hold(drawn(one, book_of(one)))
    ET.fromstring(diagram.overview(book_of(one), {}).text)


def test_a_second_touchpoint_of_the_same_id_and_unknown_targets_do_no_harm() -> None:
    one = journey((touchpoint("twin", "nowhere"), touchpoint("twin"), touchpoint("", "twin")))
    hold(drawn(one, book_of(one)))
    assert "nowhere" in picture(one, book_of(one)).text


def test_authors_words_never_become_markup() -> None:
    nasty = 'Вопрос <b>&amp;"\x07\u202e'
    one = journey(
        (touchpoint("a", title=nasty, client=nasty, pains=(Pain(pain=nasty),), outcome=nasty, backstage=nasty),)
    )
    book = book_of(one)
    root = ET.fromstring(picture(one, book, link=lambda name: f'"><script>{name}').text)
    assert not [element for element in root.iter() if element.tag.endswith(("script", "}b"))]


def test_mermaid_and_dot_name_stages_conditions_and_ways_back() -> None:
    one = journey(
        (
            touchpoint("a"),
            touchpoint("b", Edge(to="a", when='"ещё"', back=True, at_most=2), Edge(to="other/there", when="да")),
        )
    )
    book = book_of(one, OTHER)
    mermaid, dot = diagram.mermaid(one, book, {}), diagram.dot(one, book, {})
    assert mermaid.startswith("flowchart LR\n") and 't2 -.-> |"#quot;ещё#quot; ≤ 2×"| t1' in mermaid
    assert 't2 ==> |"да"| end1' in mermaid
    assert (
        dot.startswith('digraph "way" {')
        and 't2 -> t1 [label="\\"ещё\\" ≤ 2×", style=dashed, constraint=false];' in dot
    )


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("1. раз", "1#46; раз"), ("- раз", "#45; раз"), ("`код`", "#96;код#96;"), ("[x](y)", "#91;x#93;(y)"), ("~~нет~~", "#126;#126;нет#126;#126;"),
        ("**да**", "#42;#42;да#42;#42;"), ("a_b", "a#95;b"), ("<b>", "#lt;b#gt;"), ("R&amp;D #35;", "R#38;amp;D #35;35;"), ("путь\\новый", "путь#92;новый"),
        ("https://a.ru", "https#58;//a.ru"), ("www.a.ru", "www#46;a.ru"), ("a@b.ru", "a#64;b.ru"), ("да, в 12:30; 5 + 5", "да, в 12:30; 5 + 5"),
    ],
)  # fmt: skip
def test_a_title_reads_the_same_in_every_mermaid(title: str, written: str) -> None:
    """Drawn by 10.9, 11.0, 11.4, 11.6, 11.9 and 12.3: some read a label as Markdown and say that they do not support it."""
    one = journey((touchpoint("a", title=title, outcome="да"),))
    assert f'"1#46; {written}"' in diagram.mermaid(one, book_of(one), {})


def test_the_overview_links_every_touchpoint_and_shows_passages(handbook: Handbook) -> None:
    root = ET.fromstring(diagram.overview(handbook, standards(handbook), link=lambda name: f"#{name}").text)
    assert sum(element.tag == f"{SVG}a" for element in root.iter()) == len(handbook.touchpoint)
    assert any(path.get("data-from") for path in root.iter(f"{SVG}path"))


def test_lines_are_no_wider_than_their_room() -> None:
    for line in wrap("Переосвидетельствование подтверждающих документов — завтра", 50, 7.5, 600):
        assert width(line, 7.5, 600) <= 50
    assert wrap("слово — дело", 1000, 7) == ("слово\u00a0— дело",)


def test_a_picture_says_what_its_text_says(handbook: Handbook) -> None:
    nasty = journey((touchpoint("a", "other/there", title='"Да" & <нет>'), touchpoint("b", outcome="Ушёл")))
    book = book_of(nasty, OTHER)
    pictures = [picture(one, handbook) for one in handbook.journeys] + [picture(nasty, book)]
    for made in [*pictures, diagram.overview(handbook, standards(handbook)), diagram.excerpt(nasty, book, {}, {"a"})]:
        root = ET.fromstring(made.text)
        assert root.get("width") == f"{made.width:g}pt" and root.get("height") == f"{made.height:g}pt"
        assert (made.title, made.alt) == (root.findtext(f"{SVG}title"), root.findtext(f"{SVG}desc"))
        cards = [element.get("data-touchpoint") for element in root.iter(f"{SVG}g") if element.get("data-touchpoint")]
        assert [card.touchpoint for card in made.cards] == cards
    whole = pictures[-1]
    assert [end.touchpoint for end in whole.ends] == ["there"], "an outcome leads to no touchpoint"
    assert all(0 < one.box.x < one.box.right < whole.width for one in (*whole.cards, *whole.ends))


def test_a_map_shows_the_states_and_colours_that_it_is_given() -> None:
    one = journey((touchpoint("a", standard=("call",)), touchpoint("b", standard=("call",)), touchpoint("c")))
    book = book_of(one)
    known = {"call": Standard("call", 7, "Звонок", "review")}
    told = diagram.blueprint(one, book, known)
    assert "§7" in told.text and told.alt.count("стандарт на пересмотре") == 2 and told.alt.count("стандарта нет") == 1
    assert "§1" in picture(one, book).text, "the same journey with the states of its own handbook"
    shades = (
        Shade("#111111"),
        Shade("#222222", Says("жалуются", "complain")),
        Shade("#333333", Says("молчат", "silent")),
    )
    filled = diagram.blueprint(one, book, known, colours=Colours({"b": 1, "c": 0}, shades)).text
    assert (filled.count("#111111"), filled.count("#222222"), filled.count("#333333")) == (2, 2, 0)  # one in the legend
    assert "жалуются" in filled and "молчат" not in filled
    scaled = diagram.blueprint(
        one, book, known, colours=Colours({"b": 1}, tuple(map(Shade, HEAT)), shades[1].means)
    ).text
    assert scaled.count(HEAT[4]) == 1 and "жалуются" in scaled
