"""The book's own words: a language in, every word and sentence that the print templates show out."""

from functools import cache

from cjm.figures.words import FIGURE_WORDS
from cjm.language.numerals import noun
from cjm.language.says import Language, Says
from cjm.view.labels import LABELS
from cjm.wording.line_breaks import kept_together

_STRINGS: dict[str, Says] = {
    **LABELS,
    **FIGURE_WORDS,
    # cover and foot
    "edition": Says("Редакция от {day}", "Edition of {day}"),
    "edition_n": Says("Редакция {number} от {day}", "Edition {number} of {day}"),
    "fingerprint": Says("Код редакции", "Code of the edition"),
    "fingerprint_foot": Says("код {digest}", "code {digest}"),
    "curve": Says(
        "Кривая на обложке — что чувствует клиент на пути «{title}».",
        "The curve on the cover is what the client feels on the journey “{title}”.",
    ),
    "curve_truth": Says("Жёлтым отмечены моменты истины.", "Moments of truth are yellow."),
    "draft": Says(
        "Черновик: проверка нашла ошибки, подписывать рано", "Draft: the check found errors, not to be signed"
    ),
    "apart": Says(
        "Утверждены разделы; остальное не утверждалось отдельно",
        "Sections are approved; the rest was not approved by itself",
    ),
    "slides_truth": Says("Где клиент решает, остаться ли с нами", "Where the client decides whether to stay with us"),
    "slides_read": Says("Прочитать: {sections}", "Read: {sections}"),
    "draft_short": Says("Черновик", "Draft"),
    "for_role": Says("Для роли: {title}", "For the role: {title}"),
    "for_part": Says("Часть: {title}", "Part: {title}"),
    "for_section": Says("Раздел: {title}", "Section: {title}"),
    "for_journey": Says("Путь клиента: {title}", "Journey: {title}"),
    # approval
    "approval": Says("Лист утверждения", "Approval"),
    "approval_first": Says(
        "Первая редакция на подпись. Ниже — всё, под чем стоит подпись, на одной странице.",
        "The first edition to be signed. All that the signature covers, on one page.",
    ),
    "approval_since": Says(
        "Здесь названо слово в слово всё, что изменилось после подписи {day} ({after}). В самой книге изменённое отмечено чертой на полях.",
        "This names, word for word, all that changed since the signature of {day} ({after}). In the book a bar in the margin stands beside what changed.",
    ),
    "after_edition": Says("редакция {number}, код {code}", "edition {number}, code {code}"),
    "no_changes": Says("Ничего не изменилось.", "Nothing changed."),
    "unread": Says("Не в этой книге, и подпись не об этом", "Not in this book, and not what the signature is about"),
    "unread_values": Says("другие значения разрезов: {values}", "other values of the dimensions: {values}"),
    "unread_frame": Says("название и порядок гайдлайна", "title and order of the handbook"),
    "stands_approved": Says("Утверждён", "Approved"),
    "stands_here": Says("Раздел", "Section"),
    "stands_waits": Says("ждёт утверждения", "waiting for approval"),
    "stands_moved": Says("изменилось: {what}", "changed: {what}"),
    "inside": Says("Что внутри", "What is inside"),
    "part": Says("Часть", "Part"),
    "sections_column": Says("Разделы", "Sections"),
    "new": Says("Новых", "New"),
    "revised": Says("Переработано", "Revised"),
    "kept": Says("Оставлено", "Kept"),
    "page_column": Says("Стр.", "Page"),
    "whats_changed": Says("Что изменилось", "What changed"),
    "gaps": Says("Пробелы, принятые до срока", "Gaps accepted until a day"),
    "no_gaps": Says("Принятых пробелов нет.", "No gaps are accepted."),
    "gap_until": Says("{rule} — до {day}: {reason}", "{rule}; until {day}: {reason}"),
    "gap_open": Says("{rule} — без срока: {reason}", "{rule}; no end date: {reason}"),
    "signatures": Says("Подписи", "Signatures"),
    "signature_means": Says(
        "Подпись относится ровно к той редакции, у которой код {digest}: ко всему, что в ней напечатано. Изменится хотя бы одно слово — у книги будет другой код, и изменённое вернётся на утверждение. Проверить книгу может каждый: cjm verify и код. Код доказывает, что текст не менялся; кто держал ручку, доказывает подпись.",
        "The signature covers exactly the edition with the code {digest}: all that is printed in it. If one word changes, the book has another code, and what changed comes back for approval. Anybody can verify the book: cjm verify and the code. The code proves that the text is unchanged; who held the pen is proved by the signature.",
    ),
    "approve": Says("утверждаю", "approved"),
    "approve_with": Says("с замечаниями", "with remarks"),
    "signature": Says("подпись", "signature"),
    "date": Says("дата", "date"),
    "name_and_role": Says("Имя, должность", "Name, position"),
    "count_sections": Says("раздел|раздела|разделов", "section|sections"),
    "count_journeys": Says("путь клиента|пути клиента|путей клиента", "journey|journeys"),
    "count_touchpoints": Says("точка касания|точки касания|точек касания", "touchpoint|touchpoints"),
    "count_conflicts": Says("трудный разговор|трудных разговора|трудных разговоров", "hard talk|hard talks"),
    "count_gaps": Says("принятый пробел|принятых пробела|принятых пробелов", "accepted gap|accepted gaps"),
    "count_changed": Says("раздел изменён|раздела изменены|разделов изменено", "section changed|sections changed"),
    "count_added": Says("раздел добавлен|раздела добавлены|разделов добавлено", "section added|sections added"),
    "count_unchanged": Says("без изменений|без изменений|без изменений", "unchanged|unchanged"),
    # contents
    "contents": Says("Содержание", "Contents"),
    "planned": Says("Раздел готовится.", "This section is still to be written."),
    "reference": Says("Справочник", "Reference"),
    # section
    "part_n": Says("Часть {number}", "Part {number}"),
    "strip_before": Says("до этого", "before"),
    "strip_here": Says("вы здесь", "you are here"),
    "strip_here_of": Says("вы здесь, 1 из {count}", "you are here, 1 of {count}"),
    "strip_next": Says("дальше", "next"),
    "strip_journey": Says("путь", "journey"),
    "page": Says("с. {page}", "p. {page}"),
    "script_above": Says("Скрипт «{title}» — выше, в шаге {number}", "Script “{title}”: above, in step {number}"),
    "any_channel": Says("любой канал", "any channel"),
    "see_back": Says("{title} — в конце книги", "{title}: at the end of the book"),
    "next_review": Says("пересмотреть до {day}", "review by {day}"),
    "on_site": Says("Этот раздел на сайте", "This section on the site"),
    "draft_section": Says("черновик", "draft"),
    # reference
    "not_said": Says("Не говорим", "Not said"),
    "said_instead": Says("Говорим", "Said instead"),
    "all_sections": Says("все разделы", "all sections"),
    "all_but": Says("все, кроме", "all but"),
    "index_conflicts": Says("Указатель: клиент говорит", "Index: the client says"),
    "index_answers": Says("Ответы на вопросы", "Answers to the questions"),
    # cards
    "card_foot": Says("раздел {number} · {edition}", "section {number} · {edition}"),
    "cards_title": Says("Карточки для стойки", "Desk cards"),
}


@cache
def strings(language: Language) -> dict[str, str]:
    """The words of the book by name; those with gaps in braces are filled by `.format` or by the template."""
    return {name: kept_together(says.to(language)) for name, says in _STRINGS.items()}


def forms(name: str, count: int, language: Language) -> str:
    """The noun `name` in the form that a number asks for: «раздела» for 34."""
    return noun(count, tuple(_STRINGS[name].to(language).split("|")), language)
