"""What is looked for in all texts of a file at once is found in the texts in which it stands, and at no seam."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.lint import all_rules
from cjm.lint.one_file import JoinedTexts, Occurs, OneFile, TextOfField
from cjm.lint.rules import slip_of_the_pen, told_to_staff, typed_value
from cjm.load import load
from cjm.model.item import Written

PIECES = st.sampled_from(
    [
        "Клиент",
        " ",
        "\n",
        "<имя клиента>",
        "<имя",
        ">",
        "**",
        "*",
        "_",
        "`",
        "](",
        "#",
        "",
        " ",
        "~~",
        "?",
        "??",
        ".",
        "..",
        ",",
        " ,",
        ";",
        "-",
        " - ",
        "Да",
        "ДА",
        "ГРОМКО",
        "7",
        "912 345",
        "10 мин",
        "5 ₽",
        "25:00",
        "9:75",
        "кв. 5",
        "А123ВС",
        "@",
        "«",
        "»",
        "(",
        ")",
        "«да»",
        '"',
        "&nbsp;",
        "- [ ]",
        "!!!",
        "{{ limit }}",
        "…",
        "......",
        "\x00",
        "\xa0",
        "слово.слово",
        "İ",
        "ё",
    ]
)
TEXTS = st.lists(st.lists(PIECES, min_size=1, max_size=6).map("".join), min_size=1, max_size=6)
LOOKED_FOR: dict[str, tuple[Occurs, ...]] = {
    **{rule.slug: rule.where if isinstance(rule.where, tuple) else (rule.where,) for rule in all_rules() if rule.where},
    "slips": slip_of_the_pen._SIGNS,
    "loud": (told_to_staff._LOUD,),
    "values": (typed_value._NUMBER,),
}


def row(texts: list[str]) -> JoinedTexts:
    return JoinedTexts([TextOfField(Written(), "Step.do", None, "prose", text) for text in texts])


@pytest.mark.parametrize("slug", LOOKED_FOR)
@settings(max_examples=60, deadline=None)
@given(texts=TEXTS)
def test_no_text_is_missed_in_which_it_occurs(slug: str, texts: list[str]) -> None:
    wanted = LOOKED_FOR[slug]
    alone = {
        number
        for number, text in enumerate(texts)
        if any(one in text if isinstance(one, str) else one.search(text) for one in wanted)
    }
    assert alone <= set(row(texts).having(*wanted))


@settings(max_examples=200, deadline=None)
@given(texts=TEXTS, sign=PIECES)
def test_a_sign_is_found_where_it_stands_and_nowhere_else(texts: list[str], sign: str) -> None:
    found = row(texts).having(sign) if sign else []
    assert list(found) == [number for number, text in enumerate(texts) if sign and sign in text]


def test_a_pattern_does_not_run_over_a_seam() -> None:
    assert list(row(["**да", "нет**", "**да**"]).having(re.compile(r"\*\*\w+\*\*"))) == [2]
    assert list(row(["конец", "начало"]).having("\n")) == []


@settings(max_examples=100, deadline=None)
@given(texts=TEXTS)
def test_each_word_has_the_numbers_of_its_texts(texts: list[str]) -> None:
    written = "\n".join(f"  - {{id: r{n}, title: {_quoted(text)}}}" for n, text in enumerate(texts) if "İ" not in text)
    handbook = load({"guideline/roles.yml": f"roles:\n{written}\n".encode()})
    file = OneFile("guideline/roles.yml", "", handbook.of_file.get("guideline/roles.yml", ()))
    for word, numbers in file.words.items():
        at = [number for number in range(len(file.texts)) if word in {token.word for token in file.tokens(number)}]
        assert sorted(set(numbers)) == at


def _quoted(text: str) -> str:
    return '"' + "".join(f"\\u{ord(sign):04x}" if not sign.isalnum() else sign for sign in text) + '"'
