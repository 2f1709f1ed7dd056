"""What is looked for in all texts of a file at once is found in the texts in which it stands, and at no seam."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.lint import all_rules
from cjm.lint.one_file import JoinedTexts, Occurs, OneFile, TextOfField
from cjm.lint.rules import (
    broken_letters,
    impossible_time,
    lost_brackets,
    paper_reference,
    personal_data,
    slip_of_the_pen,
    told_to_staff,
    typed_value,
)
from cjm.lint.wanted import Vocabulary, WantedOnes, WantedTyped, WantedWords
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
        "(прил. см. приложение 3",
        "п. 5",
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
OF_WORDS = {  # what is looked for stretch by stretch, said of a whole text
    personal_data.WHERE[-1]: re.compile(rf"{personal_data._DIGITS}|[Кк]в(?:артира|\.)? ?\d"),
    lost_brackets.WHERE[-1]: re.compile(r"[{\[‹⟨%_(…]|\.{6}|[А-ЯЁ]{3}"),
    paper_reference.WHERE: paper_reference._PAPER,
    slip_of_the_pen._SIGNS: re.compile(r"\s[,;.!?]|,,|, ,|\.\.|!!|\?\?|;;|\s-\s|[а-яё][,;!?.][А-ЯЁа-яё]"),
    told_to_staff._IS_LOUD: told_to_staff._LOUD,
    typed_value._NUMBER: re.compile(r"[0-9](?=\s*[₽%°$€£]|\s+[^\W\d_]|р\b|:\d\d)"),
    impossible_time._NO_HOUR: re.compile(r":(?<=\d:)(?:(?<=2[4-9]:)\d\d|(?<=[3-9]\d:)\d\d|[6-9]\d)"),
    broken_letters._IS_MARK: re.compile(r"\*\*|\]\(|<|\s//\s"),
}
LOOKED_FOR: dict[str, tuple[Occurs, ...]] = {
    **{rule.slug: rule.where if isinstance(rule.where, tuple) else (rule.where,) for rule in all_rules() if rule.where},
    **{f"stretches {number}": (one,) for number, one in enumerate(OF_WORDS)},
}


def row(texts: list[str]) -> JoinedTexts:
    return JoinedTexts([TextOfField(Written(), "Step.do", None, "prose", text) for text in texts])


def file_of(texts: list[str]) -> OneFile:
    file = OneFile("guideline/roles.yml", "", ())
    file.__dict__["texts"] = row(texts).texts
    return file


def occurs(one: Occurs, text: str) -> bool:
    if isinstance(one, str):
        return one in text
    return bool((OF_WORDS[one] if isinstance(one, WantedOnes) else one).search(text))


@pytest.mark.parametrize("slug", LOOKED_FOR)
@settings(max_examples=60, deadline=None)
@given(texts=TEXTS)
def test_no_text_is_missed_in_which_it_occurs(slug: str, texts: list[str]) -> None:
    file, wanted = file_of(texts), LOOKED_FOR[slug]
    found = {id(text) for text in file.where("", wanted)}
    assert not [
        text.text for text in file.texts if id(text) not in found and any(occurs(one, text.text) for one in wanted)
    ]


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
def test_each_word_is_found_in_its_texts(texts: list[str]) -> None:
    file = file_of([text for text in texts if "İ" not in text])
    words = [{token.word for token in file.tokens(number)} for number in range(len(file.texts))]
    for word in set[str]().union(*words):
        wanted = WantedWords(word.__eq__)
        assert file.with_any(wanted) == [text for text, own in zip(file.texts, words, strict=True) if word in own]
    assert [file.words_of(number) for number in range(len(file.texts))] == words


def test_what_is_wanted_later_is_found_in_a_file_that_was_looked_at() -> None:
    file = file_of(["Клиент ждёт", "Ждёт и мама"])
    assert [text.text for text in file.with_any(WantedWords({"мама"}))] == ["Ждёт и мама"]
    assert len(file.with_any(WantedWords({"ждет"}))) == 2
    assert len(file.with_any(WantedWords(lambda word: word.endswith("дет"), ["он"]))) == 0
    assert len(file.with_any(WantedWords(lambda word: word.endswith("дет"), ["жде"]))) == 2
    assert file.with_any(WantedTyped("^Ждёт$")) == [file.texts[1]]


def test_a_vocabulary_has_an_end_and_knows_the_same_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cjm.lint.wanted._MOST", 3)
    one = WantedWords({"мама"})
    known = Vocabulary()
    for other in ("папа", "дядя", "тётя", "деда", "баба"):
        told = known.wanted({"Мама,", other})
        assert [(stretch, word) for stretch, wants in told.items() for who, word in wants if who is one] == [
            ("Мама,", "мама")
        ]
    assert len(known._idle) + len(known._known) <= 4


@pytest.mark.parametrize("text", ["Это это мама", "Мама тут. Это это она", "мама мама"])
def test_a_word_twice_is_seen_whatever_its_capital(text: str) -> None:
    assert file_of([text, "Это мама"]).stammered[0].text == text
    assert len(file_of([text, "Это мама"]).stammered) == 1
