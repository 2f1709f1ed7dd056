"""What has one right answer is mended at its place; every other byte of the files stays as it was."""

import datetime as dt
import difflib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cjm.language.letters import a_slip_apart
from cjm.language.yo import spelled, with_yo
from cjm.lint import RuleChoice, judge
from cjm.load import load, read_folder
from cjm.repair import Mended, mend, unified_diff

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 22)
ONLY = RuleChoice(select=("0", "407", "408"))
ROLES = "guideline/roles.yml"
VISIT = "guideline/sections/visit.yml"
HANDBOOK = "handbook: base\ntitle: Основа\nlanguage: ru\nchannels: [{id: desk, title: Стойка}]\n"


def files(**texts: str) -> dict[str, bytes]:
    """Files by the last part of their name: `roles`, `visit` (a section), `way` (a journey), …"""
    made = {"guideline/handbook.yml": HANDBOOK.encode()}
    for name, text in texts.items():
        path = {"visit": VISIT, "way": "touchpoints/way.yml"}.get(name, f"guideline/{name}.yml")
        made[path] = text.encode("utf-8")
    return made


def mended(given: dict[str, bytes], asked: RuleChoice = ONLY) -> Mended:
    return mend(given, today=TODAY, asked=asked)


def after(given: dict[str, bytes], done: Mended) -> dict[str, bytes]:
    gone = {one.file for one in done.files if one.moved_to}
    return {file: raw for file, raw in given.items() if file not in gone} | {
        one.moved_to or one.file: one.after for one in done.files
    }


def text_after(given: dict[str, bytes], file: str) -> str:
    return after(given, mended(given))[file].decode("utf-8")


ROLE = "roles:\n  - id: admin\n    title: Админ\n"


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        # a slip in the name of a field
        (ROLE + "    sumary: Да\n", ROLE + "    summary: Да\n"),
        # what made something else of a text
        (ROLE + "    summary: !!python/object:os.system x\n", ROLE + "    summary: x\n"),
        (ROLE + "    summary: !!int   7 раз  # почему\n", ROLE + "    summary: 7 раз  # почему\n"),
        (ROLE + "    summary: !Важно знать\n", None),  # a word, and no tag
        (ROLE + "    summray: Да # почему\n", ROLE + "    summary: Да # почему\n"),
        (ROLE + "    summаry: Да\n", ROLE + "    summary: Да\n"),  # a Cyrillic а
        (ROLE + "    summary: Да\n    sumary: Нет\n", None),  # the field is there
        (ROLE + "    sumary: Да\n    summry: Нет\n", None),  # which of them?
        (ROLE + "    text: Да\n", None),  # no slip of any field
        ("rolse:\n  - {id: admin, title: Админ}\n", "roles:\n  - {id: admin, title: Админ}\n"),
        # ids and their references
        (
            "roles:\n  - {id: Старший, title: А}\n  - {id: b, title: Б, substitutes: [Старший]}  # Старший\n",
            "roles:\n  - {id: starshiy, title: А}\n  - {id: b, title: Б, substitutes: [starshiy]}  # Старший\n",
        ),
        ("roles:\n  - {id: 'Старший', title: Старший}\n", "roles:\n  - {id: starshiy, title: Старший}\n"),
        ("roles:\n  - {id: Старший, title: А}\n  - {id: starshiy, title: Б}\n", None),  # the better id is taken
        ("roles:\n  - {id: Старший, title: А}\n  - {id: старший, title: Б}\n", None),  # two would become one
        # a Cyrillic letter in a reference
        (ROLE + "    substitutes: [аdmin]\n", ROLE + "    substitutes: [admin]\n"),
        (ROLE + '    substitutes: ["аdmin"]\n', ROLE + '    substitutes: ["admin"]\n'),
        # quotation marks and ё
        (ROLE + '    summary: Скажите "да" сразу\n', ROLE + "    summary: Скажите «да» сразу\n"),
        (ROLE + '    summary: "Скажите \\"да\\""\n', ROLE + '    summary: "Скажите «да»"\n'),
        (ROLE + "    summary: 'Скажите \"да\"'\n", ROLE + "    summary: 'Скажите «да»'\n"),
        (ROLE + "    summary: |\n      Скажите: \"да\"\n", ROLE + "    summary: |\n      Скажите: «да»\n"),
        (ROLE + "    summary: Скажите “да” сразу\n", ROLE + "    summary: Скажите «да» сразу\n"),
        (ROLE + '    summary: Доска 5" или 7" шириной\n', None),
        (ROLE + '    summary: Доска 5" шириной\n', None),
        (ROLE + '    summary: Наберите `say "да"` в чате\n', None),
        (
            ROLE + '    summary: Скажите «в группе "Киты" есть место»\n',
            ROLE + "    summary: Скажите «в группе „Киты“ есть место»\n",
        ),
        (ROLE + "    summary: Всё для ребенка. Ее мама\n", ROLE + "    summary: Всё для ребёнка. Её мама\n"),
        (ROLE + "    summary: Всё. РЕБЕНКА зовут\n", ROLE + "    summary: Всё. РЕБЁНКА зовут\n"),
        (ROLE + "    summary: Все для ребенка\n", None),  # nobody writes ё in this handbook
        (ROLE + "    summary: Всё и все, чем и чём\n", None),  # both are words
    ],
)  # fmt: skip
def test_what_is_mended_and_what_is_not(before: str, wanted: str | None) -> None:
    assert text_after(files(roles=before), ROLES) == (before if wanted is None else wanted)


SECTION = "section: visit\ntitle: Визит\nperformer: admin\nsteps:\n"


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("  - do: Поздоровайтесь с гостем.\n", "  - id: pozdorovaytes-s-gostem\n    do: Поздоровайтесь с гостем.\n"),
        (
            "  -   do: Встаньте.\n      when: вошёл\n",
            "  -   id: vstante\n      do: Встаньте.\n      when: вошёл\n",
        ),
        ("  - {do: Встаньте., when: вошёл}\n", "  - {id: vstante, do: Встаньте., when: вошёл}\n"),
        (
            "  # сначала\n  - # так\n    do: Встаньте.\n",
            "  # сначала\n  - # так\n    id: vstante\n    do: Встаньте.\n",
        ),
        (
            "  - do: Встаньте.\n  - do: Встаньте.\n",
            "  - id: vstante\n    do: Встаньте.\n  - id: vstante-2\n    do: Встаньте.\n",
        ),
        ("  - id:\n    do: Встаньте.\n", "  - id:\n    do: Встаньте.\n"),
    ],
)  # fmt: skip
def test_a_step_gets_an_id_in_the_layout_of_its_file(before: str, wanted: str) -> None:
    assert text_after(files(roles=ROLE, visit=SECTION + before), VISIT) == SECTION + wanted


def test_windows_line_ends_stay() -> None:
    text = (SECTION + '  - do: Встаньте.\n  - id: card\n    do: Откройте "карточку".\n').replace("\n", "\r\n")
    done = text_after(files(roles=ROLE, visit=text), VISIT)
    assert done == text.replace("do: Встаньте", "id: vstante\r\n    do: Встаньте").replace('"карточку"', "«карточку»")


def test_a_byte_order_mark_stays() -> None:
    given = files(roles="\ufeff" + ROLE + "    sumary: Да\n")
    assert after(given, mended(given))[ROLES] == ("\ufeff" + ROLE + "    summary: Да\n").encode("utf-8")


def test_an_id_is_changed_everywhere_and_its_file_follows() -> None:
    given = {
        "guideline/handbook.yml": (
            HANDBOOK + "start:\n  - {title: Пришли, to: section:Визит}\n"
            "parts:\n  - {id: basics, title: Основа, sections: [Визит, other]}\n"
        ).encode(),
        "guideline/roles.yml": ROLE.encode(),
        "guideline/sections/Визит.yml": (
            "section: Визит\ntitle: Визит\nperformer: admin\nsteps:\n"
            "  - {id: Шаг, do: Встаньте., next: [{to: Шаг, when: снова}]}\n"
        ).encode(),
        "guideline/sections/other.yml": (
            "section: other\ntitle: Другой\nperformer: admin\nsteps:\n"
            "  - id: look\n    do: Смотрите [Визит](section:Визит) и [шаг](section:Визит/Шаг), но не Визит.\n"
            "    next: [{to: section:Визит/Шаг, when: иначе}]\n"
        ).encode(),
        "touchpoints/way.yml": (
            "journey: way\ntitle: Путь\nstages:\n  - stage: s\n    title: Этап\n    touchpoints:\n"
            "      - {id: Вход, title: Вход, contact: product, channel: desk, standard: [Визит]}\n"
            "      - {id: end, title: Конец, contact: product, channel: desk, outcome: Всё, standard: Визит}\n"
        ).encode(),
        "guideline/policies.yml": (
            "policies:\n  - id: p\n    title: П\n    every_path: {from: way/Вход, to: end, through: [Вход]}\n"
            "  - {id: q, title: К, every: {touchpoint: {standard: Визит}}, has: [standard]}\n"
        ).encode(),
    }
    done = after(given, mended(given))
    assert "guideline/sections/Визит.yml" not in done
    text = {file: raw.decode() for file, raw in done.items()}
    assert "to: section:vizit}" in text["guideline/handbook.yml"]
    assert "sections: [vizit, other]" in text["guideline/handbook.yml"]
    assert text["guideline/sections/vizit.yml"].startswith("section: vizit\ntitle: Визит\n")
    assert "{id: shag, do: Встаньте., next: [{to: shag, when: снова}]}" in text["guideline/sections/vizit.yml"]
    other = text["guideline/sections/other.yml"]
    assert "[Визит](section:vizit) и [шаг](section:vizit/shag), но не Визит." in other
    assert "to: section:vizit/shag" in other
    assert "id: vkhod, title: Вход" in text["touchpoints/way.yml"]
    assert "standard: [vizit]" in text["touchpoints/way.yml"] and "standard: vizit}" in text["touchpoints/way.yml"]
    assert "{from: way/vkhod, to: end, through: [vkhod]}" in text["guideline/policies.yml"]
    assert "{touchpoint: {standard: vizit}}" in text["guideline/policies.yml"]
    assert not load(done).problems


def test_a_fact_is_renamed_in_the_texts_that_use_it() -> None:
    facts = "facts:\n  - {id: Price, title: Цена, value: 900 ₽}\n"
    roles = ROLE + '    summary: "{{ Price }} и {{ Price.gen }}, не {{ Prices }}"\n'
    assert text_after(files(facts=facts, roles=roles), ROLES).endswith(
        '"{{ price }} и {{ price.gen }}, не {{ Prices }}"\n'
    )


def test_a_wrong_letter_after_a_prefix_is_replaced_alone() -> None:
    section = SECTION + "  - {id: one, do: Раз., next: [{to: section:visit/оne, when: иначе}]}\n"
    assert "to: section:visit/one," in text_after(files(roles=ROLE, visit=section), VISIT)


def test_what_is_accepted_stays() -> None:
    before = ROLE + "    sumary: Да\n    accept: [{rule: unknown-key, reason: Новая версия}]\n"
    assert mended(files(roles=before)).files == ()


def test_the_diff_is_what_git_would_show_and_names_a_moved_file() -> None:
    given = {"guideline/sections/Визит.yml": "section: Визит\ntitle: Визит\n".encode()}
    diff = unified_diff(mended(given).files)
    assert diff.splitlines()[:2] == ["--- a/guideline/sections/Визит.yml", "+++ b/guideline/sections/vizit.yml"]
    assert "-section: Визит\n+section: vizit\n" in diff


# Properties, on the reference handbook


FILES = {file: raw for file, raw in read_folder(ROOT).items() if isinstance(raw, bytes)}
PLANTS = [
    ("    do: ", "    dо: "),  # Cyrillic о
    ("    say: ", "    sya: "),
    ("done_when:", "donewhen:"),
    ("performer: communicator", "performer: cоmmunicator"),
    ("ребёнка", "ребенка"),
    ("ещё", "еще"),
    ("«", '"'),
    ("  - id: ", "  - id: Ы"),
]


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    file=st.sampled_from(sorted(file for file in FILES if "sections/" in file)),
    plant=st.sampled_from(PLANTS[:6]),
    which=st.integers(0, 5),
    crlf=st.booleans(),
)
@example(file="guideline/sections/requests.yml", plant=PLANTS[0], which=0, crlf=True)
def test_mending_gives_back_the_model_and_touches_nothing_else(
    file: str, plant: tuple[str, str], which: int, crlf: bool
) -> None:
    right, wrong = plant
    text = FILES[file].decode("utf-8")
    places = [start for start in range(len(text)) if text.startswith(right, start)]
    if not places:
        return
    start = places[which % len(places)]
    broken = text[:start] + wrong + text[start + len(right) :]
    if crlf:
        text, broken = text.replace("\n", "\r\n"), broken.replace("\n", "\r\n")
    given = {**FILES, file: broken.encode("utf-8")}
    if not judge(load(given), today=TODAY, asked=ONLY).shown:
        return  # planted among the words that people search for: these stay as they are typed
    done = after(given, mended(given))
    assert done == {**FILES, file: text.encode("utf-8")}
    assert mended(done).files == ()


@pytest.mark.slow
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    file=st.sampled_from(sorted(FILES)),
    plants=st.lists(st.tuples(st.sampled_from(PLANTS), st.integers(0, 30)), min_size=1, max_size=4),
)
def test_mending_twice_changes_nothing_more_and_never_makes_a_file_worse(
    file: str, plants: list[tuple[tuple[str, str], int]]
) -> None:
    text = FILES[file].decode("utf-8")
    for (right, wrong), which in plants:
        places = [start for start in range(len(text)) if text.startswith(right, start)]
        if places:
            start = places[which % len(places)]
            text = text[:start] + wrong + text[start + len(right) :]
    given = {**FILES, file: text.encode("utf-8")}
    before = load(given)
    first = mended(given)
    done = after(given, first)
    assert mended(done).files == ()
    assert len(judge(load(done), today=TODAY, asked=ONLY).shown) <= len(judge(before, today=TODAY, asked=ONLY).shown)
    for one in first.files:  # the lines that differ are the lines that an edit stands on
        old, new = one.before.decode("utf-8-sig"), one.after.decode("utf-8-sig")
        kept = difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks() if len(old) < 3000 else []
        assert not kept or sum(block.size for block in kept) > len(old) - 200


def test_a_clean_handbook_is_not_touched() -> None:
    assert mended(FILES).files == ()


# The words behind the repairs


@pytest.mark.parametrize(
    ("word", "other", "slip"),
    [
        ("sumary", "summary", True), ("summmary", "summary", True), ("sumnary", "summary", True),
        ("smumary", "summary", True), ("summаry", "summary", True), ("summary", "summary", False),
        ("smmry", "summary", False), ("do", "to", True), ("text", "title", False), ("", "a", True),
    ],
)  # fmt: skip
def test_one_slip(word: str, other: str, slip: bool) -> None:
    assert a_slip_apart(word, other) is slip


def test_words_without_their_dots_are_no_other_words_of_the_list() -> None:
    for plain, right in with_yo().items():
        assert "ё" in right and plain not in with_yo().values()
        assert spelled(plain.title(), right) == right.title()
        assert spelled(plain.upper(), right) == right.upper()
