"""The search as a reader meets it: what he types, and the section that must come first."""

import json
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.search import SearchAnswer, ask, search_index
from cjm.search.script import javascript

from .conftest import handbook_of

OTHERS = {
    "shower": "Покажите семейную душевую и дайте ключ.",
    "money": "Примите оплату и назовите сумму.",
    "group": "Подберите группу по возрасту и времени.",
    "english": "Explain the refund rules within two minutes.",
}

FOUND = {
    "as it stands": ("Отметьте посещение в журнале.", "журнал посещений"),
    "another case": ("Продлите абонемент заранее.", "абонементами"),
    "another verb form": ("Заморозьте занятия на время отпуска.", "заморозить"),
    "ё in the text": ("Ребёнок плачет у воды.", "ребенок плачет"),
    "ё in the query": ("Прием идет по записи.", "приём идёт"),
    "a fleeting vowel": ("Ребёнок боится воды.", "ребёнка"),
    "another root of the same verb": ("Клиент пришёл без записи.", "придут без записи"),
    "capitals": ("Отметьте посещение.", "ОТМЕТЬТЕ"),
    "another order": ("Позвоните, если родитель опоздал.", "опоздал родитель позвонить"),
    "a letter left out": ("Продлите абонемент заранее.", "абонмент"),
    "a letter too many": ("Продлите абонемент заранее.", "абонеммент"),
    "another letter": ("Продлите абонемент заранее.", "абанемент"),
    "two letters swapped": ("Продлите абонемент заранее.", "абонеметн"),
    "a slip in another case": ("Продлите абонемент заранее.", "абанементами"),
    "two slips": ("Проведите регистрацию гостя.", "ригистрация"),
    "two words run together": ("Клиент не пришёл вовремя.", "непришёл"),
    "a word begun": ("Продлите абонемент заранее.", "абоне"),
    "the other layout": ("Продлите абонемент заранее.", "f,jytvtyn"),
    "the other layout, several words": ("Клиент не пришёл вовремя.", "yt ghbitk d jnltk"),
    "the other layout, begun": ("Продлите абонемент заранее.", "f,jyt"),
    "the other layout, a slip in it": ("Продлите абонемент заранее.", "f,jyvtyn"),
    "the other layout, Latin meant": ("Откройте карточку в CRM.", "скь"),
    "a stress mark": ("Откройте замо\u0301к шкафчика.", "замок"),
    "a word with a number": ("Отведите группу в 8:30 к воде.", "8:30"),
    "English, another form": ("Cancelled classes are moved for free.", "cancel class"),
    "English, a slip": ("Cancelled classes are moved for free.", "cancled"),
    "only stop words": ("А мы за то, чтобы было иначе.", "а мы за"),
}


@pytest.mark.parametrize("text, query", FOUND.values(), ids=FOUND)
def test_it_is_found_first(text: str, query: str, find: Callable[..., SearchAnswer]) -> None:
    answer = find(query, {"wanted": text} | OTHERS)
    assert [hit.id for hit in answer.hits][:1] == ["section:wanted"], answer


def test_a_word_that_nobody_wrote_is_named(find: Callable[..., SearchAnswer]) -> None:
    answer = find("страхование занятия", {"wanted": "Перенесите занятие."} | OTHERS)
    assert (answer.hits[0].id, answer.unknown) == ("section:wanted", ("страхование",))


SYNONYMS = {
    "a word and its synonym": ([["инструктор", "тренер"]], "тренера", "Позовите инструктора к бортику."),
    "a synonym with a slip": ([["инструктор", "тренер"]], "тринер", "Позовите инструктора к бортику."),
    "several words asked": ([["очередь", "лист ожидания"]], "лист ожидания", "Поставьте семью в очередь."),
    "several words meant": ([["очередь", "лист ожидания"]], "очередь", "Внесите имя в лист ожидания."),
}


@pytest.mark.parametrize("synonyms, query, text", SYNONYMS.values(), ids=SYNONYMS)
def test_synonyms(synonyms: list[list[str]], query: str, text: str, find: Callable[..., SearchAnswer]) -> None:
    answer = find(query, {"wanted": text} | OTHERS, synonyms)
    assert [hit.id for hit in answer.hits][:1] == ["section:wanted"], answer


def test_the_word_itself_comes_before_its_synonym(find: Callable[..., SearchAnswer]) -> None:
    texts = {"synonym": "Позовите тренера к бортику.", "itself": "Позовите инструктора к бортику."}
    assert find("инструктор", texts | OTHERS, [["инструктор", "тренер"]]).hits[0].id == "section:itself"


def test_words_that_ask_are_no_stop_words(find: Callable[..., SearchAnswer]) -> None:
    texts = {"who": "Узнайте, кто заберёт.", "where": "Узнайте, где забирать.", "much": "Узнайте, сколько забрать."}
    for query, section in [("кто", "who"), ("где", "where"), ("сколько", "much")]:
        assert find(query, texts | OTHERS).hits[0].id == f"section:{section}"


def test_equal_sections_stand_in_the_order_of_their_numbers(find: Callable[..., SearchAnswer]) -> None:
    texts = dict.fromkeys(("gamma", "alpha", "beta"), "Проверьте список гостей.")
    assert [hit.id for hit in find("список гостей", texts).hits] == ["section:gamma", "section:alpha", "section:beta"]


def test_a_phrase_weighs_more_than_a_mention() -> None:
    sections = {
        "mention": {"steps": [{"do": "Спросите, почему сгорело занятие. Занятие сгорело из-за правила."}]},
        "phrase": {"look_for": ["сгорело занятие"]},
    }
    assert ask(search_index(handbook_of(sections)), ["сгорело занятие"])[0].hits[0].id == "section:phrase"


def test_a_number_brings_its_section(find: Callable[..., SearchAnswer]) -> None:
    for query in ("4", "раздел 4", "№4"):
        answer = find(query, OTHERS)
        assert (answer.hits[0].id, answer.unknown) == ("section:english", ())


STANDARD: Mapping[str, object] = {
    "title": "Отмена и перенос",
    "steps": [{"id": "rule", "do": "Назовите правило. Занятие спишется, раз в месяц переносим."}],
    "conflicts": [{"id": "why-charged", "says": "За что вы списали занятие?", "answer": "<Имя ребёнка> болел, занятие вернём."}],
    "scripts": [{"id": "evening", "title": "Сообщение накануне", "variants": "Ждём вас завтра, занятие в 10:00."}],
    "never": [{"say": "Надо было читать договор", "instead": "Покажу, где записано правило"}],
    "details": [{"id": "limits", "title": "Сроки", "text": "| отмена | срок |\n|---|---|\n| вечером | **12 часов** |"}],
}  # fmt: skip

SAID = "<Имя ребёнка> болел, занятие вернём."
PLACES = {
    "the client's sentence, and what to answer": (
        "списали занятие", ("says", "says-why-charged", "За что вы списали занятие?", SAID, True),
    ),
    "a sentence below the step's heading": (
        "раз в месяц", ("step", "step-rule", "Назовите правило", "Занятие спишется, раз в месяц переносим.", False),
    ),
    "the answer": ("занятие вернём", ("says", "says-why-charged", "За что вы списали занятие?", SAID, True)),
    "words of a script": (
        "ждём завтра", ("script", "script-evening", "Сообщение накануне", "Ждём вас завтра, занятие в 10:00.", True),
    ),
    "what is never said, and what is instead": (
        "читать договор", ("never", "never", "Надо было читать договор", "Покажу, где записано правило", False),
    ),
    "a row of a table": ("12 часов", ("row", "detail-limits", "вечером", "12 часов", False)),
}  # fmt: skip


@pytest.mark.parametrize("query, expected", PLACES.values(), ids=PLACES)
def test_the_best_place_is_shown_with_its_heading(query: str, expected: tuple[object, ...]) -> None:
    index = search_index(handbook_of({"reschedule": STANDARD}))
    (search,) = javascript("q => CJMSearch.build(window.__cjmIndex).search(q)", after=index)
    hit = search(query)["hits"][0]
    place = hit["places"][0]
    assert (place["kind"], place["anchor"], place["heading"], place["text"], place["speech"]) == expected
    assert place["url"] == f"{hit['url']}#{place['anchor']}"


def test_marks_show_what_was_understood() -> None:
    sections = {"wanted": {"steps": [{"do": "Ребёнок ещё здесь, списание завтра."}]}}
    index = search_index(handbook_of(sections, [["сгорело", "списание"]]))
    (search,) = javascript("q => CJMSearch.build(window.__cjmIndex).search(q)", after=index)
    found = search("сгарело ребенка")
    place = found["hits"][0]["places"][0]
    assert [place["heading"][start:end] for start, end in place["headingMarks"]] == ["Ребёнок", "списание"]
    read = {word["typed"]: (word["how"], word["as"], word["also"]) for word in found["understood"]}
    assert read["сгарело"][:2] == ("typo", ["сгорело"]) and "списание" in read["сгарело"][2]


def test_the_name_of_a_gap_is_not_found(find: Callable[..., SearchAnswer]) -> None:
    index = search_index(handbook_of({"gap": {"steps": [{"do": "Поздоровайтесь", "say": "<Имя ребёнка>, привет!"}]}}))
    assert ask(index, ["ребёнка"])[0].hits == ()


def test_an_empty_handbook_answers_nothing() -> None:
    assert ask(search_index(handbook_of({})), ["что угодно", ""]) == (
        SearchAnswer("что угодно", (), ("что", "угодно")),
        SearchAnswer("", (), ()),
    )


def test_the_same_question_has_the_same_answer(index_js: str) -> None:
    queries = ["списали занятие", "f,jytvtyn", "папа с дочкой"]
    assert ask(index_js, queries, limit=20) == ask(index_js, [*queries, "лишний"], limit=20)[:3]


@pytest.fixture(scope="module")
def search(index_js: str) -> Callable[[str], dict[str, list[dict[str, object]]]]:
    build = "const engine = CJMSearch.build(window.__cjmIndex);"
    return javascript("q => engine.search(q, {limit: 40})", after=index_js + build)[0]


letters = st.text(alphabet="абвгежз ёйклмнопрстуыьэюяabcdefxyz'[];,.<>\"{}0123456789-\u0301\u00a0\t", max_size=40)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(query=letters | st.text(max_size=20))
def test_nothing_that_is_typed_breaks_it(
    query: str, search: Callable[[str], dict[str, list[dict[str, object]]]]
) -> None:
    for hit in search(query)["hits"]:
        shown = [(hit["title"], hit["marks"]), (hit["purpose"], hit["purposeMarks"])]
        for place in json.loads(json.dumps(hit["places"])):
            shown += [(place["text"], place["marks"]), (place["heading"], place["headingMarks"])]
        for text, marks in shown:
            ends = [end for mark in marks for end in mark]  # type: ignore[attr-defined]
            assert ends == sorted(ends) and all(0 <= end <= len(text.encode("utf-16-le")) // 2 for end in ends)  # type: ignore[attr-defined]


NOWHERE = {
    "another word of five letters": ("Подарите брелок ребёнку.", "пожар"),
    "a shorter word": ("Назовите пол ребёнка.", "полиция"),
    "a consonant more": ("Инструктор тронул воду рукой.", "тонул"),
    "four letters": ("Занятия кончились.", "коуч"),
    "the same beginning": ("Надо скинуть ссылку.", "скрин"),
    "a word that the rest of the query knows nothing of": ("Клиент матерится у стойки.", "материнский капитал"),
    "a guess where the rest stands elsewhere": ("Продлите абонемент заранее.", "абанемент ключ"),
}


@pytest.mark.parametrize("text, query", NOWHERE.values(), ids=NOWHERE)
def test_a_word_that_is_nowhere_is_said_to_be_nowhere(text: str, query: str, find: Callable[..., SearchAnswer]) -> None:
    answer = find(query, {"wrong": text} | OTHERS)
    assert "section:wrong" not in [hit.id for hit in answer.hits], answer
    assert answer.unknown[:1] == (query.split()[0],)


SAME = {
    "a space in the text": ("Возьмите 1 100 ₽ за занятие.", "1100"),
    "a no-break space in the text": ("Возьмите 17\u00a0600\u202f₽.", "17600 рублей"),
    "a space in the query": ("Возьмите 9600 ₽.", "9 600"),
    "millions": ("Оборот 1 250 000 ₽.", "1250000"),
    "a range": ("Предложите 8–20 занятий.", "8–20"),
    "a telephone number": ("Позвоните 8 800 555-35-35.", "88005553535"),
    "a telephone number as others write it": ("Позвоните +7 (800) 555-35-35.", "8 800 555 35 35"),
    "soft hyphens": ("Продлите або\u00adне\u00adмент.", "абонемент"),
    "soft hyphens in the query": ("Продлите абонемент.", "або\u00adнемент"),
    "a zero-width space": ("Продлите або\u200bнемент.", "абонемент"),
    "é": ("Give a résumé of credits.", "resume"),
    "é in the query": ("Give a resume of credits.", "résumé"),
    "ë of a name": ("Ask Zoë at the desk.", "zoe"),
    "decomposed": ("Ask Zoe\u0308 at the desk.", "zoë"),
    "й stays a letter of its own": ("Откройте чай\u0306ник.", "чайник"),
    "ø": ("Ask Søren at the desk.", "soren"),
}


@pytest.mark.parametrize("text, query", SAME.values(), ids=SAME)
def test_what_the_eye_passes_over_makes_no_difference(text: str, query: str, find: Callable[..., SearchAnswer]) -> None:
    answer = find(query, {"wanted": text} | OTHERS)
    assert [hit.id for hit in answer.hits][:1] == ["section:wanted"], answer
    assert "рублей" in answer.unknown or not answer.unknown


def test_a_sum_is_not_the_sum_beside_it(find: Callable[..., SearchAnswer]) -> None:
    assert find("1100", {"other": "Возьмите 11 000 ₽ или 1 1000."} | OTHERS).hits == ()
    assert find("1400", OTHERS).unknown == ("1400",)  # nor the number of a section that there is not


TABLE = """| Что | Что делать |
|---|---|
| Не слышит | Говорите лицом к нему или пишите. Предупредите инструктора |
| Беременной плохо | 112. Уложите на бок |
| Боль в груди | 112 сразу |

- **Душ засорился.** Зовите техника.
- Остальное — старшему.
"""


def test_a_row_is_found_by_its_words_and_its_phrases_and_shown_whole() -> None:
    phrases = ["пишите глухому", "плохо с сердцем", "душ не льёт, засорился"]
    one = {"details": [{"id": "rare", "title": "Редкое", "text": TABLE, "look_for": phrases}]}
    index = search_index(handbook_of({"desk": one, "other": {"purpose": "Плохо, если душ пишет."}}))
    (search,) = javascript("q => CJMSearch.build(window.__cjmIndex).search(q)", after=index)

    def shown(query: str) -> tuple[str, str, str, str]:
        place = search(query)["hits"][0]["places"][0]
        return place["table"], place["heading"], place["text"], place["anchor"]

    deaf = ("Редкое", "Не слышит", "Говорите лицом к нему или пишите. Предупредите инструктора", "detail-rare")
    assert shown("мама не слышит") == deaf
    assert shown("засорился душ") == ("Редкое", "Душ засорился", "Зовите техника.", "detail-rare")
    assert shown("плохо с сердцем") == ("", "Редкое", "Остальное — старшему.", "detail-rare")  # half of it is no row's


def test_words_of_different_rows_are_no_answer_together() -> None:
    """«Кафе» in one row, «долг» in another: a page of many rows does not outdo the one that says both."""
    heads = ["В кафе", "Про долг", "Ребёнок спит", *(f"Другое {number}" for number in range(9))]
    table = "| Что | Ответ |\n|---|---|\n" + "\n".join(f"| {head} | Зовите старшего |" for head in heads)
    rare = {"details": [{"id": "rows", "title": "Редкое", "text": table, "look_for": ["кафе рядом", "спит ребёнок"]}]}
    debts = {"steps": [{"do": "Запишите долг за еду: ребёнок взял её в кафе."}]}
    others = {name: {"steps": [{"do": text}]} for name, text in OTHERS.items()}
    (answer,) = ask(search_index(handbook_of({"rare": rare, "debts": debts} | others)), ["ребёнок в кафе в долг"])
    assert answer.hits[0].id == "section:debts"


def test_a_bare_condition_is_shown_with_its_step_and_where_it_leads() -> None:
    steps = [
        {"id": "offer", "do": "Предложите время.", "next": [{"when": "мест нет", "to": "queue"}]},
        {"id": "queue", "do": "Поставьте ученика в лист ожидания.", "when": "совсем некуда"},
    ]
    index = search_index(handbook_of({"placement": {"steps": steps}}))
    (search,) = javascript("q => CJMSearch.build(window.__cjmIndex).search(q)", after=index)
    places = [search(query)["hits"][0]["places"][0] for query in ("мест нет", "некуда")]
    assert [(place["heading"], place["text"]) for place in places] == [
        ("Предложите время", "мест нет → шаг 2"),
        ("Поставьте ученика в лист ожидания", "совсем некуда"),
    ]


DANGER: Mapping[str, object] = {
    "title": "Беда", "kind": "emergency", "calls": [{"number": "112", "who": "спасатели"}],
    "look_for": ["пожар", "ребёнок пропал"],
    "steps": [
        {"id": "call", "do": "Звоните 112."},
        {"id": "fire", "when": "пожар или дым", "do": "Выводите детей. Вещи оставьте.", "how": "Пересчитайте всех."},
        {"id": "lost", "when": "нет ребёнка", "do": "Закройте выход."},
    ],
}  # fmt: skip
URGENT = {
    "the word alone": ("пожар", True),
    "in another form, among others": ("а если пожара бояться в раздевалке", True),
    "mistyped": ("пажар", True),
    "half a phrase": ("пропал", True),
    "only begun": ("пож", False),
    "a common word of a phrase": ("ребёнок", False),
    "something else": ("мокрый пол", False),
}


@pytest.mark.parametrize("query, first", URGENT.values(), ids=URGENT)
def test_words_of_danger_bring_the_page_for_danger_first(query: str, first: bool) -> None:
    crowd = {f"other-{n}": {"title": "Раздевалка", "steps": [{"do": "Ребёнок боится, мокрый пол."}]} for n in range(9)}
    (search,) = javascript(
        "q => CJMSearch.build(window.__cjmIndex).search(q)",
        after=search_index(handbook_of({**crowd, "danger": DANGER})),
    )
    hits = search(query)["hits"]
    assert (hits[0]["id"] == "section:danger" and hits[0]["urgent"]) is first
    if "пожар" in query:
        assert hits[0]["calls"] == [["112", "спасатели"]]
        assert hits[0]["places"][0]["heading"] == "Пожар или дым"
        assert hits[0]["places"][0]["lines"] == ["Выводите детей.", "Вещи оставьте.", "Пересчитайте всех."]


HEARD = {
    "as it sounds": ("Верните деньги.", "dengi"),
    "with digraphs and a slip": ("Запишите в лист ожидания.", "list ozhidaniya"),
    "й after a vowel": ("Позвоните в бассейн.", "basseyn"),
    "a hyphen that others leave out": ("Сеть Wi-Fi у стойки.", "wifi"),
    "a hyphen that others put": ("Сеть wifi у стойки.", "Wi-Fi"),
    "an age inside a range": ("Берём детей с 3 до 7 лет.", "5 лет"),
    "an age inside a range with a dash": ("Малышовые: 3–12 месяцев.", "8 месяцев"),
}


@pytest.mark.parametrize("text, query", HEARD.values(), ids=HEARD)
def test_other_ways_to_write_the_same(text: str, query: str, find: Callable[..., SearchAnswer]) -> None:
    answer = find(query, {"wanted": text} | OTHERS)
    assert [hit.id for hit in answer.hits][:1] == ["section:wanted"], answer
    assert not answer.unknown


def test_an_age_outside_a_range_is_not_meant(find: Callable[..., SearchAnswer]) -> None:
    assert "section:other" not in [hit.id for hit in find("9", {"other": "Берём детей с 3 до 7 лет."} | OTHERS).hits]


def test_a_phrase_of_a_place_brings_that_place() -> None:
    sections = {
        "shower": {
            "steps": [
                {"id": "show", "do": "Покажите кран с водой."},
                {"id": "mend", "do": "Позовите техника.", "look_for": ["нет горячей воды"]},
            ]
        },
        "water": {"steps": [{"do": "Проверьте воду. Горячей воды не бывает."}]},
    }
    (search,) = javascript(
        "q => CJMSearch.build(window.__cjmIndex).search(q)", after=search_index(handbook_of(sections))
    )
    hit = search("горячую воду отключили")["hits"][0]
    assert (hit["id"], hit["places"][0]["anchor"]) == ("section:shower", "step-mend")
    assert "горячей" not in json.dumps(hit["places"], ensure_ascii=False), "the phrase itself is not shown"


def test_a_phrase_of_another_section_is_no_danger() -> None:
    sections = {"danger": DANGER | {"look_for": ["угрожает"]}, "law": {"look_for": ["угрожает судом"]}}
    (search,) = javascript(
        "q => CJMSearch.build(window.__cjmIndex).search(q)", after=search_index(handbook_of(sections))
    )
    assert search("угрожают судом")["hits"][0]["id"] == "section:law"
    assert search("он угрожает")["hits"][0]["urgent"]
