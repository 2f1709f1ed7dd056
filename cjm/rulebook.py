"""The rules in, the pages of the documentation out: one in each language, and the pictures of what graph rules see."""

from collections.abc import Iterable

from cjm.diagram import excerpt
from cjm.language.says import LANGUAGES, Language, Says
from cjm.lint import Rule, all_rules, lint
from cjm.lint.finding import SEVERITY_WORDS
from cjm.lint.page import ACCEPT, BAD, GOOD, HERE, OPTIONS, POINTED, files, rule_page, setting
from cjm.load import load
from cjm.workspace.standards import standards

_TITLE = Says("Правила проверки", "The rules of the check")
_INTRO = Says(
    "Эту страницу пишет программа: `cjm rule --out docs`. Одно правило в терминале: `cjm rule CJM201`. "
    "В рисунках обведено то, на что правило указывает.",
    "The program writes this page: `cjm rule --out docs`. One rule in the terminal: `cjm rule CJM201`. "
    "What a rule points to is framed in its pictures.",
)
_HEAD = Says("| Код | Имя | Важность | Чего требует |", "| Code | Slug | Severity | What it asks for |")
_DRAWN = Says("Как это видно на карте: {heading}", "As the map shows it: {heading}")
_ALSO = ("CJM206", "CJM210")  # promises about ways


def rulebook() -> dict[str, str]:
    """The files by their names: `rules.ru.md`, `rules.en.md` and the pictures in `rules/`."""
    pictures = {
        f"rules/{rule.code.lower()}-{which}-{number}.svg": picture
        for rule in all_rules()
        for which in ("bad", "good")
        for number, picture in enumerate(_pictures(rule, which), start=1)
    }
    pages = {f"rules.{language}.md": _book(language, pictures) for language in LANGUAGES}
    return pages | pictures


# Private functions


def _book(language: Language, pictures: Iterable[str]) -> str:
    rows = "\n".join(
        f"| [{rule.code}](#{rule.code.lower()}) | {rule.slug} | {SEVERITY_WORDS[rule.severity].to(language)} "
        f"| {rule.title(language)} |"
        for rule in all_rules()
    )
    parts = [f"# {_TITLE.to(language)}", _INTRO.to(language), f"{_HEAD.to(language)}\n|---|---|---|---|\n{rows}"]
    parts += [_page(rule, language, pictures) for rule in all_rules()]
    return "\n\n".join(parts) + "\n"


def _page(rule: Rule, language: Language, pictures: Iterable[str]) -> str:
    made = rule_page(rule, language)
    code = rule.code.lower()
    parts = [
        f'<a id="{code}"></a>\n\n## {rule.code} {rule.slug}',
        f"**{made.title}.** ({SEVERITY_WORDS[rule.severity].to(language)})",
        made.why,
    ]
    for heading, example, which in ((BAD, made.bad, "bad"), (GOOD, made.good, "good")):
        marked = HERE.sub(f"  # {POINTED.to(language)}", example)
        parts.append(f"{heading.to(language)}:\n\n```yaml\n{marked}```")
        drawn = [name for name in pictures if name.startswith(f"rules/{code}-{which}-")]
        said = _DRAWN.to(language, heading=heading.to(language).lower())
        parts += [f"![{said}]({name})" for name in drawn]
    parts.append(f"**{ACCEPT.to(language)}:** {made.accept}")
    if rule.options:
        parts.append(f"**{OPTIONS.to(language)}:** `{setting(rule)}`")
    return "\n\n".join(part for part in parts if part)


def _pictures(rule: Rule, which: str) -> list[str]:
    """The journeys of an example, drawn as they stand on a map; none for a rule that does not look at the graph."""
    if not (rule.code.startswith("CJM1") or rule.code in _ALSO):
        return []
    made = rule_page(rule, "en")
    example = made.bad if which == "bad" else made.good
    handbook = load({name: text.encode("utf-8") for name, text in files(example).items()})
    found = lint(handbook, [rule], "en")
    guilty = {one.id.partition(":")[2] for one in found if one.id.startswith("touchpoint:")}
    known = standards(handbook)
    return [excerpt(one, handbook, known, guilty).text for one in handbook.journeys if one.touchpoints]
