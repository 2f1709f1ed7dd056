"""Author's text: facts, gaps, Markdown, first sentences, terms and anchors."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.addresses import address, relative, step_anchor
from cjm.model import Fact, Handbook, Journey, Placeholder, Section, Stage, Step, Term, Touchpoint
from cjm.wording import (
    Gap,
    Terms,
    first_sentence,
    gaps,
    label,
    plain,
    prose_html,
    prose_line,
    prose_tokens,
    resolve,
    said,
    said_html,
)  # fmt: skip

HANDBOOK = Handbook(
    shared={"fact": (Fact(id="price", title="Цена", value="900 ₽"), Fact(id="limit", title="", value="два часа", forms=(("gen", "двух часов"),)),
           Fact(id="wild", title="", value="*a* | <b> [x](y)")),
    "placeholder": (Placeholder(id="n", name="имя", example="Ольга"), Placeholder(id="c", name="имя ребёнка", example="Миша")),
    "term": (Term(id="truth", term="момент истины", forms=("момента истины",), means="Точка, где всё решается."),)},
    sections=(Section(id="tone", title="Тон", steps=(Step(id="greet", do="Назовите имя."), Step(do="Слушайте."))),),
    journeys=(Journey(id="visit", title="Визит", stages=(Stage(id="in", title="До", touchpoints=(Touchpoint(id="desk", title="Стойка"),)),)),),
)  # fmt: skip


def link(reference: str) -> str:
    return address(reference, HANDBOOK)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ price }} за урок", "900 ₽ за урок"),
        ("{{price}}", "900 ₽"),
        ("около {{ limit.gen }}", "около двух часов"),
        ("{{ limit.dat }}", "{{ limit.dat }}"),
        ("{{ nothing }}", "{{ nothing }}"),
        ("{{ price", "{{ price"),
        ("{ price }", "{ price }"),
        ("{{ price }}{{ price }}", "900 ₽900 ₽"),
        ("{{ limit }", "{{ limit }"),
    ],
)
def test_facts(text: str, shown: str) -> None:
    assert resolve(text, HANDBOOK) == shown


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<имя>, добрый день", [("имя", "Ольга", True, False)]),
        ("<Имя>, добрый день", [("имя", "Ольга", True, True)]),
        ("<имя ребёнка> и <имя>", [("имя ребёнка", "Миша", True, False), ("имя", "Ольга", True, False)]),
        ("<кто-то>", [("кто-то", "", False, False)]),
        ("5 < 6 и 7 > 3", []),
        ("-> <- <3 <>", []),
        ("<имя\nребёнка>", []),
    ],
)
def test_gaps(text: str, found: list[tuple[str, str, bool, bool]]) -> None:
    assert [(gap.name, gap.example, gap.known, gap.capital) for gap in gaps(text, HANDBOOK)] == found


def test_words_to_say_keep_their_lines() -> None:
    assert said_html("<Имя>, раз\nдва & <\n\nтри", HANDBOOK) == (
        '<p><span class="gap" data-gap="имя" data-example="Ольга" data-capital>Имя</span>, раз<br>два &amp; &lt;</p><p>три</p>'
    )
    assert said("<Имя>, {{ price }}", HANDBOOK) == "Имя, 900 ₽"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("просто", "<p>просто</p>"),
        ("**жирно** и *так*", "<p><strong>жирно</strong> и <em>так</em></p>\n"),
        ("[тон](section:tone)", '<p><a href="sections/tone.html">тон</a></p>\n'),
        ("[шаг](section:tone/greet)", '<p><a href="sections/tone.html#step-greet">шаг</a></p>\n'),
        ("[нет](section:nowhere)", '<p><a class="lost">нет</a></p>\n'),
        ("[зло](javascript:alert(1))", "<p>[зло](javascript:alert(1))</p>\n"),
        ("<b>тег</b>", "<p>&lt;b&gt;тег&lt;/b&gt;</p>\n"),
        ("<имя>", "<p>&lt;имя&gt;</p>\n"),
        ("![рисунок](http://x/y.png)", "<p>рисунок</p>\n"),
        ("# заголовок", '<p class="subhead">заголовок</p>\n'),
        ("{{ wild }} **x**", "<p>*a* | &lt;b&gt; [x](y) <strong>x</strong></p>\n"),
        ("`{{ price }}`", "<p><code>900 ₽</code></p>\n"),
        ("[Важно]: звоните", "<p>[Важно]: звоните</p>\n"),
        ("", ""),
    ],
)
def test_prose(text: str, html: str) -> None:
    assert prose_html(text, HANDBOOK, link) == html


def test_a_table_keeps_a_fact_with_a_bar_in_its_cell() -> None:
    html = prose_html("| a | b |\n|---|---|\n| {{ wild }} | 2 |", HANDBOOK, link)
    assert html.startswith('<div class="wide" tabindex="0"><table class="grid">')
    assert html.count("<td>") == 2


def test_a_line_has_no_paragraph_around_it() -> None:
    assert prose_line("одна **строка**", HANDBOOK, link) == "одна <strong>строка</strong>"
    assert prose_line("раз\n\nдва", HANDBOOK, link).count("<p>") == 2


def test_plain_words() -> None:
    assert plain("**Цена** {{ price }}\n\n- раз\n- [два](section:tone)\n\n|a|b|\n|-|-|\n|1|2|", HANDBOOK) == (
        "Цена 900 ₽\nраз\nдва\na · b\n1 · 2"
    )
    assert label("  {{ price }}\n за  урок ", HANDBOOK) == "900 ₽ за урок"


def test_tokens_carry_the_facts() -> None:
    inline = prose_tokens("от {{ limit.gen }}", HANDBOOK)[1]
    assert [child.content for child in inline.children or ()] == ["от двух часов"]


@pytest.mark.parametrize(
    ("text", "head", "rest"),
    [
        ("Сделайте.", "Сделайте", ""),
        ("Сделайте. Потом ещё.", "Сделайте", "Потом ещё."),
        ("Спросите: «Когда?» И ждите.", "Спросите: «Когда?»", "И ждите."),
        ("Спросите, т. е. уточните. Потом.", "Спросите, т. е. уточните", "Потом."),
        ("Скажите «Да. Нет». Потом.", "Скажите «Да. Нет»", "Потом."),
        ("Позвоните (не пишите. Звонок). Потом.", "Позвоните (не пишите. Звонок)", "Потом."),
        ("В 8.30 откройте. 2 раза.", "В 8.30 откройте", "2 раза."),
        ("Готово? Дальше.", "Готово?", "Дальше."),
        ("Ждите… Потом.", "Ждите…", "Потом."),
        ("Ждите... Потом.", "Ждите...", "Потом."),
        ("Ждите...", "Ждите...", ""),
        ("Сделайте:\n- раз\n- два", "Сделайте:", "- раз\n- два"),
        ("Напишите Иванову И. П. и ждите. Потом.", "Напишите Иванову И. П. и ждите", "Потом."),
        ("", "", ""),
    ],
)
def test_first_sentence(text: str, head: str, rest: str) -> None:
    assert first_sentence(text) == (head, rest)


def test_a_term_is_explained_once_on_a_page_and_never_inside_a_link() -> None:
    page = Terms(HANDBOOK).on_page()
    assert prose_html("[момент истины](section:tone)", HANDBOOK, lambda _: "x", page).count("term") == 0
    first = prose_html("Момент истины и снова момент истины", HANDBOOK, lambda _: "x", page)
    assert first.count('class="term"') == 1 and "Точка, где всё решается." in first
    assert prose_html("момента истины", HANDBOOK, lambda _: "x", page) == "<p>момента истины</p>"
    assert "term" not in prose_html("моментально", HANDBOOK, lambda _: "x", Terms(HANDBOOK).on_page())


def test_of_two_terms_at_one_place_the_longer_is_meant_and_of_two_gaps_of_one_name_the_first() -> None:
    shared = {
        "term": (Term(id="m", term="момент", means="Миг."), Term(id="t", term="момент истины", means="Точка."),
                 Term(id="i", term="истины", means="Правды.")),
        "placeholder": (Placeholder(id="a", name="имя", example="Ольга"), Placeholder(id="b", name="имя", example="Анна")),
    }  # fmt: skip
    handbook = Handbook(shared=shared)
    page = prose_html("Это момент истины.", handbook, link, Terms(handbook).on_page())
    assert page.count('class="term"') == 1 and "Точка." in page
    assert [gap.example for gap in gaps("<имя> и <Имя>", handbook)] == ["Ольга", "Ольга"]


@pytest.mark.parametrize("text", ["Раз.\n\n\n\nДва.", "\n\nРаз.\n\n \n\nДва.\n\n", "Раз.\r\n\r\nДва."])
def test_no_paragraph_is_empty(text: str) -> None:
    assert said_html(text, HANDBOOK) == "<p>Раз.</p><p>Два.</p>"


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("section:tone", "sections/tone.html"),
        ("section:tone/greet", "sections/tone.html#step-greet"),
        ("section:tone/nowhere", ""),
        ("section:nowhere", ""),
        ("journey:nowhere", ""),
        ("role:nobody", ""),
        ("term:truth", "glossary.html#term-truth"),
        ("journey:visit", "journeys/visit.html"),
        ("journey:visit/desk", "journeys/visit.html#touchpoint-desk"),
        ("touchpoint:visit/desk", "journeys/visit.html#touchpoint-desk"),
        ("touchpoint:desk", "journeys/visit.html#touchpoint-desk"),
        ("touchpoint:visit/nowhere", ""),
        ("touchpoint:other/desk", ""),
        ("journey:other/desk", ""),
        ("nonsense", ""),
        ("", ""),
    ],
)
def test_addresses(reference: str, found: str) -> None:
    assert address(reference, HANDBOOK) == found


def test_anchor_of_a_step_without_an_id_is_its_number() -> None:
    assert step_anchor(HANDBOOK.sections[0].steps[1], 2) == "step-2"


@pytest.mark.parametrize(
    ("target", "page", "seen"),
    [
        ("sections/a.html#x", "sections/b.html", "a.html#x"),
        ("sections/a.html#x", "sections/a.html", "#x"),
        ("index.html", "sections/a.html", "../index.html"),
        ("roles/x.html", "index.html", "roles/x.html"),
    ],
)
def test_relative_addresses(target: str, page: str, seen: str) -> None:
    assert relative(target, page) == seen


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("аб <>{}[]()*_`|#\n-.!«»&\\1A:/"), max_size=60))
def test_no_text_crashes_or_becomes_markup(text: str) -> None:
    prose = prose_html(text, HANDBOOK, link, Terms(HANDBOOK).on_page())
    assert "<script" not in prose and "<img" not in prose
    said_html(text, HANDBOOK)
    plain(text, HANDBOOK)
    head, rest = first_sentence(text)
    assert len(head) + len(rest) <= len(text)
    assert all(isinstance(gap, Gap) for gap in gaps(text, HANDBOOK))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  до\n 18:00 ", "до 18:00"),
        ("5\u00a0мин  на всё", "5\u00a0мин на всё"),  # a line must not break here
        ("1\u202f500\u00a0₽", "1\u202f500\u00a0₽"),
        ("\u00a0край\u00a0", "край"),
        ("раз\u2003два\tтри", "раз два три"),
    ],
)
def test_a_label_keeps_what_holds_a_number_to_its_unit(typed: str, shown: str) -> None:
    assert label(typed, Handbook()) == shown
