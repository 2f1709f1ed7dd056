"""The digest of a section knows all that a reader sees of it: not how it was typed, nor how it is looked after."""

import json
import unicodedata
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.approval.items import items
from cjm.approval.texts import read_text, text_of
from cjm.load import load
from cjm.model import Handbook
from cjm.model.digest import digest_of, exact_digest, plain_data, printed

SECTION: dict[str, Any] = {
    "section": "call", "title": "Звонок", "owner": "vera", "performer": ["admin"], "purpose": "Клиент знает, что дальше.",
    "trigger": "Клиент позвонил.", "result": "Запись видна в журнале.", "reviewed": "2026-10-01", "review_every": "60 дней",
    "steps": [
        {"id": "greet", "do": "Поздоровайтесь.", "say": "Добрый день!", "within": "1 мин", "next": [{"to": "note", "when": "есть время"}]},
        {"id": "note", "who": "boss", "do": "Запишите за {{ limit }}.", "done_when": "Видно в журнале."},
    ],
    "scripts": [{"id": "evening", "title": "Вечером", "variants": [{"channel": ["phone"], "text": "Ждём вас."}]}],
    "conflicts": [{"id": "late", "says": "Почему так долго?", "answer": "Понимаю.", "alone": ["Чай"], "pass_on": {"to": "boss", "when": "второй раз"}}],
    "never": [{"say": "Это не ко мне", "instead": "Сейчас узнаю"}],
    "changes": [{"date": "2026-11-02", "what": "Стало короче"}],
}  # fmt: skip
FACTS = "facts: [{id: limit, title: Срок, value: два часа}]\n"
PEOPLE = "roles: [{id: admin, title: Администратор}, {id: boss, title: Директор}]\n"


def book(data: dict[str, Any], **layout: Any) -> Handbook:
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, **layout)
    files = {
        f"guideline/sections/{data['section']}.yml": text,
        "guideline/facts.yml": FACTS,
        "guideline/roles.yml": PEOPLE,
    }
    return load({path: text.encode("utf-8") for path, text in files.items()})


def digest(data: dict[str, Any], **layout: Any) -> str:
    return items(book(data, **layout))[f"section:{data['section']}"].digest


BEFORE = digest(SECTION)


def leaves(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(data, dict):
        return [found for key, value in data.items() for found in leaves(value, (*path, key))]
    if isinstance(data, list):
        return [found for number, value in enumerate(data) for found in leaves(value, (*path, number))]
    return [path]


def with_leaf(data: Any, path: tuple[Any, ...], value: str) -> Any:
    if not path:
        return value
    copied = dict(data) if isinstance(data, dict) else list(data)
    copied[path[0]] = with_leaf(data[path[0]], path[1:], value)
    return copied


CARE = ("owner", "reviewed", "review_every")


@pytest.mark.parametrize("path", [path for path in leaves(SECTION) if path[0] not in CARE], ids=str)
def test_every_field_that_is_seen_counts(path: tuple[Any, ...]) -> None:
    assert digest(with_leaf(SECTION, path, "2026-12-24" if "date" in path else "other")) != BEFORE


@pytest.mark.parametrize("path", [(key,) for key in CARE], ids=str)
def test_how_it_is_looked_after_does_not(path: tuple[Any, ...]) -> None:
    assert digest(with_leaf(SECTION, path, "2026-12-24" if "reviewed" in path else "90 дней")) == BEFORE


def test_a_nested_list_is_no_flat_one() -> None:
    nested, flat = ({"how": f"- раз\n{indent}- два"} for indent in ("  ", ""))
    made = [digest(SECTION | {"steps": [{"id": "note", "do": "Делайте.", **how}]}) for how in (nested, flat)]
    assert made[0] != made[1]
    padded = {"how": "- раз  \r\n- два \n\n"}
    assert made[1] == digest(SECTION | {"steps": [{"id": "note", "do": "Делайте.", **padded}]})


@settings(max_examples=40, deadline=None)
@given(
    width=st.integers(20, 200), indent=st.integers(2, 6), flow=st.sampled_from([None, True, False]),
    quotes=st.sampled_from([None, "'", '"']), order=st.permutations(list(SECTION)), decomposed=st.booleans(), spaces=st.booleans(),
)  # fmt: skip
def test_layout_does_not_count(
    width: int, indent: int, flow: bool | None, quotes: str | None, order: list[str], decomposed: bool, spaces: bool
) -> None:
    data: Any = {key: SECTION[key] for key in order}
    for path in leaves(data):
        value = data
        for key in path:
            value = value[key]
        value = value.replace(" ", "  ") if spaces and "id" not in path else value
        data = with_leaf(data, path, unicodedata.normalize("NFD", value) if decomposed else value)
    assert digest(data, width=width, indent=indent, default_flow_style=flow, default_style=quotes) == BEFORE


@settings(max_examples=25, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=40))
def test_what_is_kept_is_read_back_whole(text: str) -> None:
    data = SECTION | {"trigger": text, "was": ["ring"], "details": [{"id": "one", "title": text, "text": text}]}
    for item in items(book(data)).values():
        name, raw = text_of(item)
        kept = read_text(name, Handbook(approved_texts={name: raw}))
        assert kept is not None and type(kept.thing) is type(item.thing)
        if item.name == "section:call":
            assert printed(kept.thing) == printed(item.thing) and kept.thing.was == ("ring",)
            assert plain_data(kept.thing) == plain_data(item.thing)


def test_a_key_that_this_program_does_not_know_is_an_error() -> None:
    item = items(book(SECTION))["section:call"]
    data = json.loads(text_of(item)[1])
    data["kept"]["mood"] = "x"
    name = exact_digest(data)
    assert read_text(name, Handbook(approved_texts={name: json.dumps(data).encode()})) is None


def test_what_an_earlier_program_kept_is_read() -> None:
    """A text of the model before this one, as it lies on disk."""
    data = {
        "section": {
            "section": "call",
            "title": "Звонок",
            "trigger": "Звонят.",
            "steps": [{"id": "a", "do": "За {{ limit }}."}],
        },
        "rests": {"fact:limit": {"id": "limit", "title": "Срок", "value": "два часа"}},
    }
    name = digest_of(data).removeprefix("n1:")
    kept = read_text(name, Handbook(approved_texts={name: json.dumps(data).encode()}))
    assert kept is not None and kept.thing.steps[0].do == "За {{ limit }}." and kept.rests["fact:limit"].title == "Срок"


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b"null", b"\xff", b'{"section": 1, "rests": 2}', b'{"model": 2, "item": "x", "kept": {}}']
)
def test_a_damaged_text_is_none(raw: bytes) -> None:
    assert read_text("0" * 64, Handbook(approved_texts={"0" * 64: raw})) is None
