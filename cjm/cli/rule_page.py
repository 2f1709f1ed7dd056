"""Rules in, the text that `cjm rule` shows out."""

import textwrap
from collections.abc import Iterable

from cjm.language.cells import cells
from cjm.language.says import Language, Says
from cjm.lint.finding import SEVERITY_WORDS
from cjm.lint.page import ACCEPT, BAD, GOOD, HERE, OPTIONS, POINTED, rule_page, setting
from cjm.lint.rule import Rule
from cjm.report.text import Paint, painter

_FOR_NOW = Says("Принять на время", "To accept it for now")
_GROUPS = {
    "0": Says("Файлы и ссылки", "Files and references"),
    "1": Says("Карты путей", "Journeys"),
    "2": Says("Полнота", "Coverage"),
    "3": Says("Разделы", "Sections"),
    "4": Says("Слова", "Words"),
    "5": Says("Гайдлайн целиком", "The handbook"),
    "6": Says("Пересмотр и утверждение", "Review and approval"),
    "7": Says("Обучение", "Training"),
    "8": Says("Сама проверка", "The check itself"),
}


def listed(rules: Iterable[Rule], language: Language, *, colour: bool) -> str:
    """One rule a line, below the name of its group."""
    paint = painter(colour)
    rules = list(rules)
    widest = max(cells(rule.slug) for rule in rules)
    severities = max(cells(says.to(language)) for says in SEVERITY_WORDS.values())
    lines: list[str] = []
    group = ""
    for rule in rules:
        if rule.code[3] != group:
            group = rule.code[3]
            lines += ["", paint(_GROUPS[group].to(language) if group in _GROUPS else group, "bold")]
        severity = SEVERITY_WORDS[rule.severity].to(language).ljust(severities)
        slug = rule.slug.ljust(widest)
        lines.append(f"  {paint(rule.code, 'place')}  {paint(severity, rule.severity)}  {slug}  {rule.title(language)}")
    return "\n".join(lines[1:]) + "\n"


def in_terminal(rule: Rule, language: Language, *, colour: bool, width: int) -> str:
    """The page of one rule."""
    paint, width = painter(colour), min(width or 100, 100)
    made = rule_page(rule, language)
    severity = paint(SEVERITY_WORDS[rule.severity].to(language), rule.severity)
    parts = [f"{paint(rule.code, 'place')} {rule.slug}  {severity}", paint(made.title, "bold")]
    parts += [_filled(paragraph, width) for paragraph in made.why.split("\n\n")]
    for heading, example, style in ((BAD, made.bad, "error"), (GOOD, made.good, "good")):
        parts.append(f"{paint(heading.to(language) + ':', style)}\n\n{_yaml(example, language, paint)}")
    parts.append(_filled(f"{ACCEPT.to(language)}: {made.accept}", width))
    if rule.when != "verdict":
        accept = f'accept: [{{rule: "{rule.code[3:]}", reason: …, until: 2027-03-01}}]'
        parts.append(f"{_FOR_NOW.to(language)}: {paint(accept, 'place')}")
    if rule.options:
        parts.append(f"{OPTIONS.to(language)} (guideline/handbook.yml): {paint(setting(rule), 'place')}")
    return "\n\n".join(parts) + "\n"


# Private functions


def _filled(text: str, width: int) -> str:
    return textwrap.fill(" ".join(text.split()), width, break_long_words=False, break_on_hyphens=False)


def _yaml(example: str, language: Language, paint: Paint) -> str:
    lines = []
    for line in example.splitlines():
        plain = HERE.sub("", line)
        lines.append(
            f"    {paint(plain, 'bold')}  {paint(POINTED.to(language), 'error')}" if plain != line else f"    {line}"
        )
    return "\n".join(lines).rstrip()
