"""What authors do to YAML without meaning to: each accident gets its own sentence, its place, and nothing crashes."""

from pathlib import Path

import pytest

from cjm.lint import Finding, lint
from cjm.lint.rule import find
from cjm.load import Unreadable, load, load_folder, read_folder

FILE_RULES = [find(code) for code in ("001", "002", "003", "004", "005", "006", "008")]
ROLES = "guideline/roles.yml"
SECTION = "guideline/sections/visit.yml"


def judged(files: dict[str, bytes]) -> list[Finding]:
    return list(lint(load(files), [rule for rule in FILE_RULES if rule], "ru"))


def one(path: str, text: str | bytes) -> Finding:
    raw = text if isinstance(text, bytes) else text.encode("utf-8")
    findings = judged({path: raw})
    assert len(findings) == 1, [f"{f.place.line}: {f.code} {f.message}" for f in findings]
    return findings[0]


ROLE = "roles:\n  - id: admin\n    title: Администратор\n"

TABLE = [
    # what it is, the text, line, column, code, words of the message, words of the hint
    ("fact", ROLE + "    summary: {{ price }}\n", 4, 14, "001", "начинается с {{", 'summary: "{{ price }}"'),
    ("brace", ROLE + "    summary: {имя}, добрый день\n", 4, 14, "006", "начинается со скобки", "в кавычки"),
    ("only braces", ROLE + "    summary: {имя}\n", 4, 14, "001", "фигурной скобки", "в кавычки"),
    ("colon", ROLE + "    summary: Цена: 500\n", 4, 18, "006", "двоеточие", "summary"),
    ("colon in a list", ROLE + "    tasks:\n      - «Да»: говорим\n", 5, 9, "001", "двоеточие", "в кавычки"),
    ("star", ROLE + "    summary: **важно**\n", 4, 14, "006", "* или &", "summary"),
    ("link", ROLE + "    summary: [сюда](role:admin)\n", 4, 14, "006", "со скобки", "summary"),
    ("at", ROLE + "    summary: @бот\n", 4, 14, "006", "с этого знака", "summary"),
    ("open quote", ROLE + '    summary: "Да\n', 4, 14, "006", "не закрыта", "закройте"),
    ("tab", ROLE + "\tsummary: Да\n", 4, 1, "006", "табуляцией", "пробелами"),
    ("double key", ROLE + "    title: Дежурный\n", 4, 5, "006", "написано дважды", "первое"),
    ("python tag", ROLE + "    summary: !!python/object:os.system x\n", 4, 14, "006", "тег", "удалите"),
    ("unknown key", ROLE + "    sumary: Да\n", 4, 5, "008", "поля «sumary»", "summary"),
    ("misspelt and required", ROLE.replace("title", "titel"), 3, 5, "008", "поля «titel»", "title"),
    ("typo in an id", ROLE + "    substitutes: [admim]\n", 4, 19, "003", "«admim»", "admin"),
    ("Cyrillic letter", ROLE + "    substitutes: [аdmin]\n", 4, 19, "003", "русскими буквами", "admin"),
    ("Cyrillic id", "roles:\n  - {id: дежурный, title: Дежурный}\n", 2, 10, "005", "«дежурный»", "dezhurnyy"),
    ("look-alike id", "roles:\n  - {id: соmm, title: Связь}\n", 2, 10, "005", "русские буквы «со»", "comm"),
    ("missing", "roles:\n  - id: admin\n", 2, 5, "001", "нет обязательного поля «title»", "title"),
    ("control", ROLE + "    summary: До\x07м\n", 4, 16, "006", "U+0007", "Delete"),
    ("open bracket", ROLE + "    tasks: [Звонки\n    contact: Телефон\n", 4, 12, "006", "скобка открыта", "закройте её"),
    ("open bracket below", "roles: [\n", 1, 8, "006", "скобка открыта", "закройте её"),
    ("open brace", "roles:\n  - {id: admin, title: А\n  - {id: b, title: Б}\n", 2, 5, "006", "скобка открыта", "title: А}"),
    ("quotes at the beginning", ROLE + '    summary: "Да" всегда\n', 4, 18, "006", "после закрывающей кавычки", """summary: '"Да" всегда'"""),
    ("text after the bar", ROLE + "    summary: | Да\n", 4, 14, "006", "в той же строке", "на следующую строку"),
    ("exclamation", ROLE + "    summary: !Важно знать\n", 4, 14, "006", "с этого знака", "в кавычки"),
    ("question", ROLE + "    summary: ? да\n", 4, 14, "006", "с этого знака", "в кавычки"),
    ("two documents", ROLE + "---\nroles: []\n", 4, 1, "006", "второй документ", "удалите"),
    ("no colon", ROLE + "    summary Да\n    contact: Телефон\n", 4, 5, "006", "не похожа на", "двоеточие"),
    ("commas as in JSON", "roles:\n  - \"id\": \"admin\",\n    \"title\": \"Админ\"\n", 2, 18, "006", "запят", "запят"),
    ("no space after a hyphen", ROLE + "    tasks:\n    -Звонки\n    - Письма\n", 5, 5, "006", "с дефиса и пробела", "- Звонки"),
    ("fact in brackets", ROLE + "    tasks: [До {{ limit }} раз, Письма]\n", 4, 13, "006", "внутри скобок", '"До {{ limit }} раз"'),
    ("empty", "", 1, 1, "006", "пуст", "удалите"),
    ("only a comment", "# потом\n", 1, 1, "006", "пуст", "удалите"),
    ("cp1251", ROLE.encode("cp1251"), 1, 1, "006", "CP1251", "UTF-8"),
    ("cp866", ROLE.encode("cp866"), 1, 1, "006", "CP866", "UTF-8"),
    ("utf-16", ROLE.encode("utf-16"), 1, 1, "006", "UTF-16", "UTF-8"),
    ("text, not fields", "Просто текст\n", 1, 1, "001", "поля вида", "roles"),
    ("100,000 brackets", "roles: " + "[" * 100_000, 1, 1, "006", "вложенность", "скобки"),
    ("100,000 dashes", "- " * 100_000, 1, 1, "006", "вложенность", "скобки"),
    ("100,000 braces with keys", "{a: " * 100_000, 1, 1, "006", "вложенность", "скобки"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "line", "column", "code", "says", "hint"), TABLE, ids=lambda v: v if isinstance(v, str) and len(v) < 26 else "")  # fmt: skip
def test_an_accident_is_named(
    name: str, text: str | bytes, line: int, column: int, code: str, says: str, hint: str
) -> None:
    finding = one(ROLES, text)
    assert (finding.code, finding.place.file) == (f"CJM{code}", ROLES)
    assert (finding.place.line, finding.place.column) == (line, column)
    assert says in finding.message and hint in finding.hint


@pytest.mark.parametrize("below", ["  - c\n", "- c\n  - d\n"])
def test_a_list_in_brackets_that_goes_on_below_is_two_lists(below: str) -> None:
    found = one("guideline/sections/a.yml", f"section: a\ntitle: А\nlook_for: [a, b]\n{below}")
    assert "«look_for» два списка" in found.message and (found.place.line, found.place.column) == (3, 11)


def test_a_comma_inside_braces_cuts_the_text() -> None:
    text = "section: visit\ntitle: Визит\nnever:\n  - {say: Да, конечно, instead: Сейчас узнаю}\n"
    finding = one(SECTION, text)
    assert "отрезала часть текста: «конечно»" in finding.message and finding.place.line == 4


@pytest.mark.parametrize("words", ["ждёт дольше {{ limit.gen }}", "до {{ limit }}, не больше", "{{ limit }} и больше"])
def test_a_fact_within_braces_wants_quotation_marks_for_its_own_text_only(words: str) -> None:
    text = f"section: visit\ntitle: Визит\nconflicts:\n  - {{id: late, says: Долго, pass_on: {{when: {words}, how: звонком}}}}\n"
    finding = one(SECTION, text)
    assert f'when: "{words}"' in finding.hint
    assert text.splitlines()[finding.place.line - 1][finding.place.column - 1 :].startswith(words)


@pytest.mark.parametrize(("field", "typed"), [("title", "no"), ("title", "12:30"), ("title", "010"), ("title", "2026-10-01"), ("title", "1e3"), ("title", "null")])  # fmt: skip
def test_text_stays_what_was_typed(field: str, typed: str) -> None:
    handbook = load({ROLES: f"roles:\n  - {{id: admin, {field}: {typed}}}\n".encode()})
    assert getattr(handbook.roles[0], field) == typed and not handbook.problems


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("title", '"  Админ  "', "Админ"),
        ("summary", '"  Отвечает.  "', "  Отвечает."),
        ("summary", "|\n      - раз\n      - два\n", "- раз\n- два"),
    ],
)
def test_a_label_loses_the_blanks_around_it_and_a_text_only_those_at_its_end(field: str, typed: str, kept: str) -> None:
    handbook = load({ROLES: f"roles:\n  - id: admin\n    {field}: {typed}\n".encode()})
    assert getattr(handbook.roles[0], field) == kept


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("15 мин", 900),
        ("1 ч 30 мин", 5400),
        ("сутки", 86_400),
        ("2 h", 7200),
        ("сразу", 0),
        ("14 days", 1_209_600),
        ("полчаса", 1800),
        ("скоро", None),
    ],
)
def test_waits_are_read_as_people_write_them(typed: str, seconds: int | None) -> None:
    text = f"""
journey: visit
title: Визит
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - {{id: desk, title: Стойка, contact: product, channel: sign, wait: {typed}}}
"""
    handbook = load({"touchpoints/visit.yml": text.encode()})
    assert handbook.touchpoint["desk"].wait == seconds
    assert ("not-a-duration" in [p.form for p in handbook.problems]) == (seconds is None)


def test_yes_or_no_is_neither_perhaps() -> None:
    finding = one(SECTION, "section: visit\ntitle: Визит\ngeneral: может\n")
    assert (finding.place.line, finding.place.column, finding.code) == (3, 10, "CJM001")
    assert "true или false" in finding.message and "true" in finding.hint


def test_a_text_in_quotes_over_two_lines_is_not_blamed_for_what_is_wrong_below_it() -> None:
    finding = one(
        ROLES, 'roles:\n  - id: admin\n    title: "Старший\n      администратор"\n    tasks: [Звонки\n    summary: Да\n'
    )
    assert (finding.place.line, finding.place.column) == (5, 12), finding


@pytest.mark.parametrize(
    ("role", "form"),
    [
        ("admins", "near"),
        ("adminss", "near"),
        ("adminsss", "kind"),  # three letters longer is no slip
        ("admi", "near"),
        ("adm", "near"),
        ("admix", "near"),
        ("admixy", "kind"),  # three letters are others
        ("bdmin", "kind"),  # who mistypes begins right
        ("desk", "kind"),
    ],
)
def test_an_id_of_another_kind_is_a_slip_only_where_little_differs(role: str, form: str) -> None:
    """`admin` is a fact here, and a role is asked for: was the role meant that is called nearly so, or the fact?"""
    files = {
        ROLES: f"roles: [{{id: {role}, title: Роль}}, {{id: other, title: Другая, substitutes: [admin]}}]",
        "guideline/facts.yml": "facts: [{id: admin, title: Цена, value: 890}]",
    }
    (problem,) = load({path: text.encode() for path, text in files.items()}).problems
    assert (problem.trouble, problem.form) == ("unknown-reference" if form == "near" else "wrong-kind", form)
    if form == "near":
        assert (problem.values["near"], problem.values["where"]) == (role, "guideline/roles.yml:1")


def test_an_alias_bomb_ends_at_once() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    assert "разворачиваются" in one(ROLES, "\n".join(rows)).message


@pytest.mark.parametrize("before", ["", "# " + "]" * 99 + "\n", "# " + "}" * 99 + "\n"])
@pytest.mark.parametrize(("levels", "deep"), [(39, False), (41, True), (20_000, True)])
def test_what_nests_too_deep_is_not_read_whatever_stands_before_it(before: str, levels: int, deep: bool) -> None:
    handbook = load({ROLES: f"{before}roles: {'[' * levels}{']' * levels}\n".encode()})
    assert ("too-deep" in [one.form for one in handbook.problems]) is deep
    assert handbook.unread or not deep


def test_an_alias_of_itself_ends_at_once() -> None:
    assert "разворачиваются" in one(ROLES, "roles: &a [*a]\n").message


def test_a_broken_file_is_silent_about_what_it_may_hold() -> None:
    section = b"section: visit\ntitle: Visit\nperformer: admin\n"
    findings = judged({ROLES: b"roles:\n  - {id: admin, title: A\n", SECTION: section})
    assert [(finding.code, finding.place.file) for finding in findings] == [("CJM006", ROLES)]


def test_a_misnamed_file_is_not_passed_over() -> None:
    finding = one("guideline/role.yml", ROLE)
    assert finding.code == "CJM008" and "guideline/roles.yml" in finding.hint


def test_what_a_disk_can_do(tmp_path: Path) -> None:
    """A folder where a file is expected, a loop of links, a file too large: each is a finding."""
    guideline = tmp_path / "guideline"
    (guideline / "roles.yml").mkdir(parents=True)
    (guideline / "facts.yml").write_bytes(b"#" * 2_000_001)
    (guideline / "terms.yml").write_bytes(b"terms: []\n")
    (guideline / "words.yml").symlink_to("words.yml")
    (guideline / "sections").symlink_to("sections")
    reasons = {path: getattr(raw, "form", "read") for path, raw in read_folder(tmp_path).items()}
    assert reasons == {
        "guideline/facts.yml": "too-large",
        "guideline/roles.yml": "folder",
        "guideline/sections": "no-access",
        "guideline/terms.yml": "read",
        "guideline/words.yml": "no-access",
    }
    codes = {finding.code for finding in lint(load_folder(tmp_path), [rule for rule in FILE_RULES if rule], "en")}
    assert codes == {"CJM006", "CJM008"}


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused by the system: root may read everything, so the refusal is played."""
    (tmp_path / "guideline").mkdir()
    (tmp_path / "guideline" / "roles.yml").write_text("roles: []\n", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert read_folder(tmp_path)["guideline/roles.yml"] == Unreadable("no-access", "Permission denied")


@pytest.mark.parametrize(
    "text", [ROLE.encode("cp1251"), ROLE.encode("utf-16"), b"roles: [", b"<<<<<<< a\nroles: []\n=======\nroles: []\n>>>>>>> b\n"]
)  # fmt: skip
def test_of_what_cannot_be_read_it_is_known_that_it_was_not(text: bytes) -> None:
    assert load({ROLES: text}).unread == {ROLES} and load({ROLES: ROLE.encode()}).unread == frozenset()


@pytest.mark.parametrize("nothing", ["", "~", "[]"])
def test_a_key_with_nothing_behind_it_counts_as_left_out(nothing: str) -> None:
    text = f"""
journey: visit
title: Визит
stages:
  - stage: arrival
    title: Приход
    touchpoints:
      - id: desk
        title: Стойка
        contact: product
        channel: desk
        standard: {nothing}
        outcome: Ушёл
"""
    rule = find("201")
    assert rule is not None
    assert [finding.place.line for finding in lint(load({"touchpoints/visit.yml": text.encode()}), [rule])] == [8]


def test_files_that_begin_with_a_dot_are_nobodys(tmp_path: Path) -> None:
    (tmp_path / "guideline").mkdir()
    (tmp_path / "guideline" / "._roles.yml").write_bytes(b"\x00\x05\x16\x07")
    assert read_folder(tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "line", "now", "wanted"),
    [
        ("conflicts:\n  - id: dear\n    says: Дорого\n   pass_on:\n    to: boss\n\n    when: второй раз\n", 6, 3, 4),
        (
            "conflicts:\n  - id: dear\n    says: Дорого\n     pass_on:\n       to: boss\n\n       when: второй раз\n",
            6,
            5,
            4,
        ),
        ("steps:\n  - do: А\n    how: |\n      Раз\n   say: |\n    Да\n\n    Нет\n", 7, 3, 4),
        ("steps:\n - do: А\n   next:\n  - when: да\n    to: x\n", 6, 2, 3),
    ],
)
def test_a_line_out_of_place_is_moved_with_all_that_hangs_on_it(text: str, line: int, now: int, wanted: int) -> None:
    """Also past a blank line: were it moved alone, what hangs on it would be lost, and another column be guessed."""
    found = one(SECTION, "section: visit\ntitle: Визит\n" + text)
    assert (found.place.line, found.code) == (line, "CJM006")
    assert f"отступ {now}, а по соседним строкам нужен {wanted}" in found.message


def test_a_sign_that_nobody_sees_is_told_where_it_stands_and_taken_out() -> None:
    text = ROLE.replace("title: ", "title: Очень\u200b ")
    handbook = load({ROLES: text.encode()})
    (found,) = handbook.problems
    assert found.form == "hidden" and found.values["sign"] == "U+200B"
    ((place, becomes),) = found.repair
    at = text.index("\u200b") - 1
    assert (place.start, place.end, becomes) == (at, at + 1, "ь") and handbook.roles[0].title.startswith("Очень ")
