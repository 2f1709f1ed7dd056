"""A rule in, its page in parts out: what it asks for, why, the two examples, and when to accept what it finds."""

import re
from dataclasses import dataclass

from cjm.language.says import Language, Says
from cjm.lint.rule import Rule
from cjm.model.files import FILE_KINDS

BAD, GOOD = Says("Плохо", "Bad"), Says("Хорошо", "Good")
ACCEPT = Says("Когда можно принять", "When to accept")
OPTIONS = Says("Настройки", "Options")
POINTED = Says("← здесь", "← here")
HERE = re.compile(r"\s*# here$", re.MULTILINE)

# The file that a document is, by its first key.
_FILES = {key: kind.pattern for kind in FILE_KINDS for key in ([key for key, _, _ in kind.lists] or [kind.name])}


@dataclass(frozen=True, slots=True)
class RulePage:
    """The page of one rule in one language. `bad` and `good` are YAML; the lines at fault end in `# here`."""

    title: str
    why: str
    bad: str
    good: str
    accept: str


def rule_page(rule: Rule, language: Language) -> RulePage:
    """The page of `rule`; the examples are the same in every language."""
    english, text = rule.pages["en"], rule.pages[language]
    body, _, accept = text.partition(f"{ACCEPT.to(language)}:")
    why = body.partition("\n")[2].partition("\nBad:")[0]
    return RulePage(
        title=rule.title(language),
        why=why.strip(),
        bad=_example(english, "Bad"),
        good=_example(english, "Good"),
        accept=" ".join(accept.split()),
    )


def files(example: str) -> dict[str, str]:
    """The files of an example: each document goes to the file that its first key names."""
    made = {}
    for document in re.split(r"^---\n", example, flags=re.MULTILINE):
        if document.startswith("{"):
            made[".cjm-baseline.json"] = document
            continue
        key, _, rest = next(line for line in document.splitlines() if line.strip() and line[0] != "#").partition(":")
        name = rest.split("#")[0].strip()
        made[_FILES.get(key, f"guideline/{key}.yml").replace("*", name)] = document
    return made


def setting(rule: Rule) -> str:
    """The options of `rule` as one writes them in `handbook.yml`."""
    pairs = ", ".join(f"{name}: {value}" for name, value in rule.options.items())
    return f"lint: {{options: {{{rule.code[3:]}: {{{pairs}}}}}}}"


# Private functions


def _example(text: str, heading: str) -> str:
    found = re.search(r"```yaml\n(.*?)```", text.partition(f"\n{heading}:")[2], re.DOTALL)
    return found[1] if found else ""
