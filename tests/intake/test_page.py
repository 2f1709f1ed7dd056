"""A page of HTML block by block: what is content, at which line, how deep, and what a menu or a footer is told as."""

import pytest

from cjm.intake.readers import page

TEXT = """<html><head><title>Нет</title><style>p{}</style></head><body>
<nav><a href="/a">Меню</a></nav>
<h2>Приём</h2>
<ol><li>Раз<ul><li>внутри</li></ul></li><li>Два</li></ol>
<p><b>Важно</b></p>
<p>Смотри <a href="https://a.example/x">сюда</a> и <a href="/y">туда</a>.</p>
<p>Дальше https://b.example/z.</p>
<p>• маркер</p>
<table><tr><th>Кто</th><th>Что</th></tr><tr><td>Света <a href="mailto:a@b.example">пишет</a></td><td>письмо<br>и звонок</td></tr><tr><td>  одна   строка </td></tr><tr><td></td></tr></table>
<p>***</p>
<pre>первая
вторая</pre>
<script>alert("нет")</script>
<p>После <img src=x alt="План"> плана</p>
<footer>Подвал</footer></body></html>"""
BLOCKS = [  # kind, words, line, level, numbered, bold, links
    ("scrap", "Меню", 2, 0, False, False, ()),
    ("heading", "Приём", 3, 2, False, False, ()),
    ("item", "Раз", 4, 0, True, False, ()),
    ("item", "внутри", 4, 1, False, False, ()),
    ("item", "Два", 4, 0, True, False, ()),
    ("text", "Важно", 5, 0, False, True, ()),
    ("text", "Смотри сюда и туда.", 6, 0, False, False, (("сюда", "https://a.example/x"),)),
    ("text", "Дальше https://b.example/z.", 7, 0, False, False, (("", "https://b.example/z"),)),
    ("item", "маркер", 8, 0, False, False, ()),
    ("row", "Кто | Что", 9, 0, False, False, ()),
    ("row", "Света пишет | письмо и звонок", 9, 0, False, False, (("пишет", "mailto:a@b.example"),)),
    ("item", "одна строка", 9, 0, False, False, ()),
    ("scrap", "***", 10, 0, False, False, ()),
    ("text", "первая", 11, 0, False, False, ()),
    ("text", "вторая", 12, 0, False, False, ()),
    ("scrap", "[картинка: План]", 14, 0, False, False, ()),
    ("text", "После плана", 14, 0, False, False, ()),
    ("scrap", "Подвал", 15, 0, False, False, ()),
]


def test_every_block_of_a_page() -> None:
    (made,) = page.read("a.html", TEXT.encode())
    said = [
        (
            one.kind,
            one.lines[0].text if one.kind == "scrap" else one.text,
            one.line,
            one.level,
            one.ordered,
            one.bold,
            one.links,
        )
        for one in made.blocks
    ]
    assert said == BLOCKS
    assert [one.cells for one in made.blocks if one.kind == "row"] == [
        ("Кто", "Что"),
        ("Света пишет", "письмо и звонок"),
    ]


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("nonsense", "utf-8"), ("utf-8", "utf-16")],
)
def test_in_the_encoding_that_it_names_or_seems_to_have(charset: str, encoding: str) -> None:
    (made,) = page.read("a.html", f'<meta charset="{charset}"><p>Привет</p>'.encode(encoding))
    assert [one.text for one in made.blocks] == ["Привет"]


@pytest.mark.parametrize(
    ("name", "sort", "taken"), [("a.html", "html", True), ("a.xls", "html", False), ("a.html", "text", False)]
)
def test_what_it_takes(name: str, sort: page.FileSort, taken: bool) -> None:
    assert page.takes(name, sort) is taken
