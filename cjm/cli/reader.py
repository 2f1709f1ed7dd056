"""The words of a command line in, the language of whoever will read the answer out; nothing is imported for it."""

import contextlib
import os
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from cjm.language.says import LANGUAGES, Language

_WRITTEN = re.compile(r"""(?:^|[{,]\s*)["']?language["']?:\s*["']?(ru|en)\b""", re.MULTILINE)
_RUSSIAN = ("", "c", "posix", "ru", "be", "uk", "kk")  # nothing said, or a reader who knows Russian better


def language_of(words: Sequence[str]) -> Language:
    """That of `--lang`, else the handbook's, else that of the system, else Russian."""
    asked = value_of("--lang", words)
    if asked in LANGUAGES:
        return "en" if asked == "en" else "ru"
    with contextlib.suppress(OSError):
        start = Path(value_of("--root", words) or Path.cwd()).absolute()
        for folder in (start, *start.parents):
            outline = folder / "guideline" / "handbook.yml"
            if outline.is_file():
                found = _WRITTEN.search(outline.read_text(encoding="utf-8-sig", errors="replace"))
                return "en" if found and found[1] == "en" else "ru"
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "ru" if re.split(r"[._@]", said.lower())[0] in _RUSSIAN else "en"


def value_of(option: str, words: Sequence[str]) -> str:
    """What is typed behind `option`, empty where it is not typed."""
    for one, following in pairwise([*words, ""]):
        if one == option:
            return following
        if one.startswith(f"{option}="):
            return one.partition("=")[2]
    return ""
