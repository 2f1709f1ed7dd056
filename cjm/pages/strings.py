"""The site's own words: a language in, every word and sentence that the pages and the browser show out."""

from functools import cache
from types import SimpleNamespace

from cjm.figures.words import FIGURE_WORDS
from cjm.language.numerals import counted
from cjm.language.says import Language, Says
from cjm.view.labels import LABELS

_STRINGS: dict[str, Says] = {
    **LABELS,
    **FIGURE_WORDS,
    # navigation
    "nav_now": Says("Сейчас", "Now"),
    "nav_way": Says("Путь клиента", "Client's way"),
    "nav_map": Says("Все пути", "All journeys"),
    "nav_sections": Says("Разделы", "Sections"),
    "nav_all_sections": Says("Все разделы", "All sections"),
    "nav_says": Says("Клиент говорит", "The client says"),
    "nav_check": Says("Проверка", "Check yourself"),
    "nav_reference": Says("Справочник", "Reference"),
    "nav_scripts": Says("Скрипты", "Scripts"),
    "nav_roles": Says("Роли", "Roles"),
    "together": Says("вместе", "together with"),
    "nav_all_roles": Says("Все роли", "All roles"),
    "nav_channels": Says("Каналы", "Channels"),
    "nav_changes": Says("Что изменили", "What we changed"),
    "nav_new": Says("Что нового", "What is new"),
    "nav_history": Says("Утверждения", "Approvals"),
    "nav_coverage": Says("Покрытие", "Coverage"),
    # the address of something renamed
    "moved": Says("Страница переехала:", "This page has moved:"),
    # home
    "home_title": Says("Что происходит сейчас?", "What is happening right now?"),
    "home_search": Says("Например: «{example}»", "For example: “{example}”"),
    "home_minute": Says("Если есть минута", "If you have a minute"),
    "home_sections": Says("Все разделы", "All sections"),
    "home_sections_hint": Says("{count} по порядку", "{count}, in order"),
    "home_says_hint": Says("возражения и ответы, с поиском", "objections and answers, with a filter"),
    "home_check_hint": Says("вопросы с разбором ответов", "questions, each answer explained"),
    "home_plan": Says("Первые дни", "The first days"),
    "home_plan_hint": Says("что прочитать и сделать, день за днём", "what to read and do, day by day"),
    "home_role": Says("Моя роль", "My role"),
    "home_role_hint": Says("что читать и в каком порядке", "what to read, in which order"),
    "home_scripts_hint": Says("скопировать и отправить", "to copy and send"),
    "home_clients_hint": Says("как узнать и как говорить", "how to tell and how to talk"),
    "home_about_text": Says(
        "{title}: {sections} о том, что делать и что говорить. Если что-то не сработало или непонятно — внизу каждого раздела есть кнопка.",
        "{title}: {sections} on what to do and say. If something did not work, there is a button at the foot of each section.",
    ),
    # section
    "section": Says("Раздел", "Section"),
    "draft": Says("черновик", "draft"),
    "planned": Says("ещё не написан", "not written yet"),
    "planned_text": Says(
        "Этот раздел запланирован. Пока его нет, спросите руководителя.",
        "This section is planned. Until it is written, ask whoever is in charge of the shift.",
    ),
    "ring": Says("Позвонить {number}: {who}", "Ring {number}: {who}"),
    "what_happened": Says("Что случилось?", "What happened?"),
    "afterwards": Says("Потом", "Afterwards"),
    "unapproved": Says("ещё не утверждён", "not approved yet"),
    "unapproved_text": Says(
        "Этот раздел написан, но ещё не утверждён, поэтому его здесь нет. Пока его нет, спросите руководителя.",
        "This section is written and not approved yet, so it is not shown. Until then ask whoever is in charge of the shift.",
    ),
    "apart": Says("не утверждалось отдельно", "not approved by itself"),
    "changed_since": Says("изменён после утверждения", "changed since it was approved"),
    "waits_since": Says("ждёт утверждения: {what}", "waiting for approval: {what}"),
    "partly_waits": Says("часть ждёт утверждения", "part of it waits for approval"),
    "approved": Says("Утверждён", "Approved"),
    "history_lead": Says("Кто, когда и что утвердил, новое сверху.", "Who approved what and when, newest first."),
    "history_whole": Says("Весь гайдлайн", "The whole handbook"),
    "history_minor": Says("правка, перечитывать не нужно", "minor change, nothing to read again"),
    "history_gone": Says("и ещё {count}, которых больше нет", "and {count} that are no longer there"),
    "history_marks": Says("Изменились только знаки", "Only marks changed"),
    "history_pdf": Says("Прочитан PDF от {day}, код {digest}", "Read: the PDF of {day}, code {digest}"),
    "history_broken": Says("записи правили или убирали: cjm review", "records were edited or taken out: cjm review"),
    "history_proves": Says(
        "Запись доказывает, какое именно содержание утверждено, а не кто держал перо: подписи — на листе утверждения в PDF.",
        "A record proves which content was approved, not who held the pen: signatures are on the approval sheet of the PDF.",
    ),
    "new_lead": Says(
        "Что нужно перечитать: утверждённое, что стало другим. Правок без нового смысла здесь нет.",
        "What must be read again: approved content that is another one now. Changes without a new meaning are not listed.",
    ),
    "new_section": Says("новый", "new"),
    "new_readers": Says("Перечитать", "To be read by"),
    "new_none": Says("С первого утверждения ничего не изменилось.", "Nothing has changed since the first approval."),
    "retired": Says("больше не действует", "no longer in force"),
    "before": Says("до этого", "before"),
    "here": Says("вы здесь", "you are here"),
    "next": Says("дальше", "next"),
    "strip_label": Says("Место на пути клиента", "Place on the client's way"),
    "copy": Says("Копировать", "Copy"),
    "channel_variants": Says("Канал", "Channel"),
    "any_channel": Says("Любой канал", "Any channel"),
    "thumb_says": Says("Клиент говорит", "Client says"),
    "thumb_check": Says("Проверка", "Check"),
    "thumb_label": Says("На этой странице", "On this page"),
    "right": Says("Верно", "Right"),
    "wrong": Says("Не так", "Not so"),
    "review_until": Says("пересмотреть до {day}", "review by {day}"),
    "here_of": Says("вы здесь · 1 из {count}", "you are here · 1 of {count}"),
    "on_the_way_all": Says("Все места на пути", "All places on the way"),
    "on_the_way": Says("На пути", "On the way"),
    "feedback": Says("Не сработало / непонятно", "Did not work / not clear"),
    "feedback_hint": Says("Напишите автору, что пошло не так", "Tell the author what went wrong"),
    "feedback_subject": Says("Не сработало: {title}", "Did not work: {title}"),
    "feedback_body": Says(
        "Раздел: {title} ({id})\nВерсия: {version}\n\nЧто было:\n\n\nЧто не сработало или непонятно:\n\n",
        "Section: {title} ({id})\nVersion: {version}\n\nWhat happened:\n\n\nWhat did not work or is not clear:\n\n",
    ),
    "neighbours": Says("Соседние разделы", "Neighbouring sections"),
    # journeys
    "journey": Says("Путь", "Journey"),
    "map": Says("Карта", "Map"),
    "zoom_in": Says("Крупнее", "Larger"),
    "zoom_out": Says("Мельче", "Smaller"),
    "zoom_fit": Says("Целиком", "Whole"),
    "touchpoint": Says("Точка касания", "Touchpoint"),
    "interrupt": Says(
        "сюда попадают из любой точки и возвращаются в неё", "one comes here from any point and goes back to it"
    ),
    "moment_of_truth": Says("момент истины", "moment of truth"),
    "product": Says("без человека", "without a person"),
    "no_standard": Says("стандарта нет", "no standard"),
    "back_to": Says("назад", "back"),
    "at_most": Says("не больше {count} раз", "at most {count} times"),
    "entry": Says("вход", "entry"),
    "of": Says("{done} из {all}", "{done} of {all}"),
    "count_touchpoints": Says("точек касания: {count}", "touchpoints: {count}"),
    "count_truth": Says("моментов истины: {count}", "moments of truth: {count}"),
    "count_without": Says("без стандарта: {count}", "without standard: {count}"),
    # indexes
    "filter_says": Says("Слово, которое сказал клиент", "A word that the client said"),
    "filter_label": Says("Найти на этой странице", "Filter this page"),
    "filter_none": Says("Ничего не нашлось. Попробуйте слово короче.", "Nothing found. Try a shorter word."),
    "says_lead": Says(
        "Что клиенты говорят в трудную минуту и что ответить. Наберите слово из его фразы.",
        "What clients say in a bad moment, and what to answer. Type a word of it.",
    ),
    "scripts_lead": Says(
        "Готовые слова. Впишите имена один раз — и копируйте.", "Words ready to use. Fill in the names once, then copy."
    ),
    "roles_lead": Says("Кто за что отвечает и что решает сам.", "Who answers for what, and what each decides alone."),
    "reading": Says("Что читать", "What to read"),
    "reading_lead": Says(
        "Разделы этой роли по порядку. Отметки хранятся только в этом браузере.",
        "The sections of this role in order. The marks are kept in this browser only.",
    ),
    "reading_own": Says("Своё", "Your own"),
    "reading_basics": Says("Сначала — для всех", "First, for everybody"),
    "reading_part": Says("Участвует", "Takes part"),
    "members": Says("Кто сюда входит", "Who belongs to it"),
    "hours_but": Says(", кроме:", ", except:"),
    "steps_of": Says("Чьи шаги показать", "Whose steps to show"),
    "all_steps": Says("Все шаги", "All steps"),
    "check_anew": Says("Проверить заново", "Check anew"),
    "read": Says("прочитано", "read"),
    "read_progress": Says("Прочитано", "Read"),
    "read_save": Says("Сохранить отметки", "Save the marks"),
    "on_touchpoints": Says("Где встречает клиента", "Where this role meets clients"),
    "channels_lead": Says(
        "Где мы встречаемся с клиентом и какие разделы там нужны.",
        "Where we meet clients, and which sections are needed there.",
    ),
    "sections_lead": Says("Все стандарты по порядку.", "All standards in order."),
    "by_channel": Says("по каналам", "by channel"),
    "by_role": Says("по ролям", "by role"),
    "by_touchpoint": Says("по точкам касания", "by touchpoint"),
    "other_ways": Says("Ещё: ", "Also: "),
    "changes_lead": Says(
        "Маленькие победы: что поменяли, кто придумал и что это дало.",
        "Small wins: what changed, whose idea it was, what it did.",
    ),
    "idea_by": Says("Идея", "Idea"),
    "check_lead": Says(
        "Вопросы из разделов. Ответ сразу с объяснением, результат остаётся в этом браузере.",
        "Questions of the sections. Each answer is explained at once; the result stays in this browser.",
    ),
    "check_result": Says("Верно с первого раза", "Right at first try"),
    "check_again": Says("Начать заново", "Start again"),
    "check_about": Says("О чём спросить", "What to be asked about"),
    "check_all": Says("Обо всём", "Everything"),
    "check_roles": Says("Роль", "Role"),
    "check_days": Says("План по дням", "The plan by day"),
    "check_parts": Says("Часть", "Part"),
    "check_begin": Says("Начать", "Begin"),
    "check_finish": Says("Закончить", "Finish"),
    "check_how": Says("Вопросы вразброс, сначала прошлые ошибки.", "Questions in any order, past mistakes first."),
    "check_missed": Says("Перечитайте эти места:", "Read these places again:"),
    "check_mistakes": Says("Ошибки ещё раз", "The mistakes again"),
    "check_all_right": Says("Ни одной ошибки.", "Not one mistake."),
    "check_close": Says("К списку вопросов", "To the list of questions"),
    "check_these": Says("Проверьте себя: {count}", "Check yourself: {count}"),
    "read_it": Says("Прочитано", "I have read this"),
    "again_head": Says("Вам перечитать", "For you to read again"),
    "again_what": Says("Что изменилось", "What has changed"),
    "done": Says("Сделано", "Done"),
    # coverage
    "coverage_lead": Says(
        "Каждая точка касания и то, чем она покрыта. Пробелы — сверху.",
        "Each touchpoint and what covers it. Holes first.",
    ),
    "holes_only": Says("Только пробелы", "Holes only"),
    "conflict_answer": Says("Ответ на конфликт", "Conflict answer"),
    "question": Says("Вопрос", "Question"),
    "yes": Says("есть", "yes"),
    "no": Says("нет", "no"),
    "overdue": Says("просрочено", "overdue"),
    "covered": Says("Покрыто полностью", "Fully covered"),
}

_THEME: dict[str, Says] = {
    "search": Says("Что случилось? Спросите своими словами", "What happened? Ask in your own words"),
    "search_short": Says("Поиск", "Search"),
    "menu": Says("Меню", "Menu"),
    "contents": Says("На этой странице", "On this page"),
    "other_parts": Says("Другие части", "Other parts"),
    "main_navigation": Says("Главное меню", "Main menu"),
    "section_navigation": Says("Меню раздела", "Section menu"),
    "to_dark": Says("Тёмная тема", "Dark theme"),
    "to_light": Says("Светлая тема", "Light theme"),
    "edition": Says("Редакция", "Edition"),
    "not_found": Says("Такой страницы нет", "There is no such page"),
    "not_found_text": Says(
        "Возможно, раздел переименовали. Поищите или начните с главной.",
        "It may have been renamed. Search, or begin at the home page.",
    ),
    "to_home": Says("На главную", "To the home page"),
}

# What the scripts in the browser say, handed over as `cjm.words` in every page. Forms after a number stand between bars.
_SCRIPTS: dict[str, Says] = {
    "steps_shown": Says(
        "Показаны шаги: {shown} из {all}. Чужие — первой строкой",
        "Steps shown: {shown} of {all}. The others' as their first line",
    ),
    # words to say
    "copied": Says("Скопировано", "Copied"),
    "copy_missing": Says("Скопировано. Впишите: {names}", "Copied. Still to fill in: {names}"),
    "copy_failed": Says("Не скопировалось: выделите и скопируйте сами", "Not copied: select it and copy yourself"),
    "fill": Says("Подставить в реплики", "Fill in"),
    "fill_hint": Says("Имена остаются только в этой вкладке", "The names stay in this tab only"),
    "example": Says("например, {example}", "e.g. {example}"),
    "new_client": Says("Новый клиент", "New client"),
    "bring_back": Says("Вернуть {name}", "Bring back {name}"),
    "fill_gap": Says("Вписать: {name}", "Fill in: {name}"),
    # what goes to the author
    "send_copy": Says("Скопировать", "Copy"),
    "send_share": Says("Поделиться", "Share"),
    "send_mail": Says("Письмом", "By mail"),
    "send_file": Says("Файлом", "As a file"),
    "send_close": Says("Закрыть", "Close"),
    "send_where": Says("Где", "Where"),
    "send_whole": Says("весь раздел", "the whole section"),
    "send_subject": Says("Не сработало: {title}", "Did not work: {title}"),
    "send_report": Says(
        "Не сработало: {title}\nГде: {where}\nРедакция {edition}\n{address}\n\nЧто было: ",
        "Did not work: {title}\nWhere: {where}\nEdition {edition}\n{address}\n\nWhat happened: ",
    ),
    "missed_head": Says("Искали и не нашли", "Searched in vain"),
    "missed_send": Says("Искали и не нашли: {count}. Отправить", "Searched in vain: {count}. Send"),
    "missed_text": Says(
        "Искали и не нашли, редакция {edition}:\n\n{list}\n", "Searched in vain, edition {edition}:\n\n{list}\n"
    ),
    "missed_unopened": Says("ничего не открыли", "nothing was opened"),
    "missed_forget": Says("Забыть", "Forget"),
    "recent": Says("Вы искали", "You searched for"),
    # the quiz, lists
    "try_again": Says("Попробуйте ещё раз", "Try again"),
    "asked_at": Says("Вопрос {at} из {all}", "Question {at} of {all}"),
    "asked_on": Says("Продолжить: вопрос {at} из {all}", "Go on: question {at} of {all}"),
    "asked_later": Says("Отложить", "Later"),
    "asked_next": Says("Дальше", "Next"),
    "asked_sum": Says("Верно с первого раза: {right} из {all}", "Right at first try: {right} of {all}"),
    "read_again": Says("вы прочитали {day}, с тех пор раздел изменился", "you read it on {day}; it has changed since"),
    "read_marks": Says("Отметки о прочтении", "Reading marks"),
    "found": Says("Показано: {count}", "Shown: {count}"),
    "found_more": Says("Ещё {count}, где это в тексте", "{count} more that have it in the text"),
    "read_name": Says("Имя и фамилия — для старшего администратора", "First and last name, for your senior"),
    "read_count": Says("{done} из {all}", "{done} of {all}"),
    "answered": Says("{right} из {all}", "{right} of {all}"),
    "ticked": Says("Проверено {done} из {all}", "{done} of {all} checked"),
    # search
    "search": Says("Поиск", "Search"),
    "search_ask": Says("Спросите своими словами", "Ask in your own words"),
    "search_close": Says("Закрыть поиск", "Close search"),
    "search_clear": Says("Стереть", "Clear"),
    "search_results": Says("Что нашлось", "What was found"),
    "search_situations": Says("Что происходит сейчас?", "What is happening right now?"),
    "search_loading": Says("Открываем…", "Opening…"),
    "search_failed": Says("Поиск не открылся. Обновите страницу.", "The search did not open. Reload the page."),
    "count_section": Says("раздел|раздела|разделов", "section|sections"),
    "count_journey": Says("карта|карты|карт", "map|maps"),
    "understood": Says("поняли как {words}", "read as {words}"),
    "unknown": Says("в гайдлайне нет слова {words}", "the handbook does not know {words}"),
    "unknowns": Says("в гайдлайне нет слов {words}", "the handbook does not know {words}"),
    "nothing_found": Says("Ничего не нашлось", "Nothing found"),
    "search_advice": Says(
        "Напишите одно-два слова о том, что происходит.", "Type one or two words for what is happening."
    ),
    "shorter": Says("Не то? Спросите короче:", "Not it? Ask with less:"),
    "quotes": Says("«»„“", "“”‘’"),
    "place_journey": Says("Карта", "Map"),
    "place_stage": Says("Этап", "Stage"),
    "place_page": Says("Справка", "Ref."),
    "place_step": Says("Шаг {number}", "Step {number}"),
    "place_says": LABELS["says"],
    "place_script": LABELS["script"],
    "place_never": LABELS["never_say"],
    "place_avoid": LABELS["never_do"],
    "place_about": LABELS["trigger"],
    "place_detail": LABELS["details"],
    "place_role": Says("Роль", "Role"),
    "place_promise": LABELS["promise"],
    "place_client": Says("Тип клиента", "Client type"),
    "place_term": Says("Словарь", "Glossary"),
    "place_channel": Says("Канал", "Channel"),
    "place_touchpoint": Says("Точка {number}", "Point {number}"),
    # a new edition
    "fresh": Says("Гайдлайн обновился.", "The handbook was updated."),
    "fresh_show": Says("Показать новое", "Show the new edition"),
}


@cache
def site_strings(language: Language) -> SimpleNamespace:
    """The words of the pages, as attributes; those with gaps are filled with `.format` in the template."""
    return SimpleNamespace(**{name: says.to(language) for name, says in _STRINGS.items()})


def theme_strings(language: Language) -> dict[str, str]:
    """The words of the theme: header, menus, the page for what is not there."""
    return {name: says.to(language) for name, says in _THEME.items()}


def script_strings(language: Language) -> dict[str, str]:
    """The words of the scripts in the browser."""
    return {name: says.to(language) for name, says in _SCRIPTS.items()}


def sections_counted(count: int, language: Language) -> str:
    """«34 раздела», "34 sections"."""
    return counted(count, ("раздел", "раздела", "разделов"), ("section", "sections"), language)


def questions_counted(count: int, language: Language) -> str:
    """«34 вопроса», "34 questions"."""
    return counted(count, ("вопрос", "вопроса", "вопросов"), ("question", "questions"), language)


def journeys_counted(count: int, language: Language) -> str:
    """«5 карт», "5 maps"."""
    return counted(count, ("карта", "карты", "карт"), ("map", "maps"), language)
