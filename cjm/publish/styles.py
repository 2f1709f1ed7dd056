"""A built site in; the same out with one style sheet, which holds all that its pages load and some page can need.

A browser paints nothing before the last of its sheets has come, and Material's alone is larger than all else of a page.
"""

import hashlib
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_LINK = re.compile(r'\s*<link rel="stylesheet" href="([^"]*)">')
_SCRIPT = re.compile(r'<script [^>]*src="[^"]*?([^"/]+\.js)"')
_CLASSES = re.compile(r'\sclass="?([^">]*)')
_WORD = re.compile(r"[\w-]+")
_TEXT = r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\''
_TOKEN = re.compile(rf'{_TEXT}|url\((?:{_TEXT}|[^)]*)\)|/\*.*?\*/|[{{}};]|[^{{}};"\'/u]+|.', re.DOTALL)
_COMMA = re.compile(r",(?![^(]*\))")
_URL = re.compile(r"""url\((['"]?)(?!['"]?(?:data:|[a-z]+://|[/#]))([^'")]+)\1\)""")
_OWN = re.compile(rf'(?<=[{{;])(--[\w-]+):(?:[^;"\'{{}}]|{_TEXT})*;?')
_THEIRS = "assets/stylesheets/"  # where Material keeps its sheets: only of these a part is left out


def join_styles(site: Path) -> None:
    """Let every page of `site` load one sheet in place of those that lie there; the other files stay as they are."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    names = {name for text in pages.values() for found in _CLASSES.findall(text) for name in found.split()}
    loaded = {name for text in pages.values() for name in _SCRIPT.findall(text)}
    for script in site.rglob("*.js"):
        if script.name in loaded:
            names.update(_WORD.findall(script.read_text(encoding="utf-8")))
    joined: dict[tuple[str, ...], str] = {}
    for page, text in pages.items():
        links = [link for link in _LINK.finditer(text) if _path(link[1])]
        root = next((link[1].partition(_THEIRS)[0] for link in links if _THEIRS in link[1]), None)
        if root is None:
            continue
        here = {link: link[1].removeprefix(root) for link in links if link[1].startswith(root)}
        sheets = {path: site / path for path in here.values() if (site / path).is_file()}
        if len(sheets) < 2 or any(b"@import" in sheet.read_bytes() for sheet in sheets.values()):
            continue
        key = tuple(sheets)
        if key not in joined:
            css = one_sheet({path: sheet.read_text(encoding="utf-8") for path, sheet in sheets.items()}, names)
            joined[key] = f"assets/{hashlib.sha256(css.encode()).hexdigest()[:8]}.css"
            (site / joined[key]).write_text(css, encoding="utf-8", newline="\n")
        first = next(link for link, path in here.items() if path in sheets)
        for link in reversed([link for link, path in here.items() if path in sheets]):
            one = f'\n<link rel="stylesheet" href="{root}{joined[key]}">' if link is first else ""
            text = text[: link.start()] + one + text[link.end() :]
        page.write_text(text, encoding="utf-8", newline="\n")
    for path in {path for key in joined for path in key}:
        (site / path).unlink()


def one_sheet(sheets: Mapping[str, str], names: Iterable[str]) -> str:
    """The sheets by their path joined in their order, for `assets/`; of Material's only what elements of these classes can show."""
    known = frozenset(names)
    kept = {path: _needed(text, known) if path.startswith(_THEIRS) else text for path, text in sheets.items()}
    whole = "".join(kept.values())
    used = set(re.findall(r"var\((--[\w-]+)", whole))
    return "\n".join(
        _moved(path, _OWN.sub(lambda own: own[0] if own[1] in used else "", text) if path.startswith(_THEIRS) else text)
        for path, text in kept.items()
    )


# Private functions


def _path(address: str) -> bool:
    return "://" not in address and not address.startswith("//")


def _moved(path: str, text: str) -> str:
    """The sheet of `path` with its addresses as they are seen from `assets/`."""
    folder = posixpath.dirname(path)
    return _URL.sub(
        lambda url: f"url({url[1]}{posixpath.relpath(posixpath.join(folder, url[2]), 'assets')}{url[1]})",
        text.removeprefix('@charset "UTF-8";'),
    )


def _needed(css: str, names: frozenset[str]) -> str:
    return "".join(_rules(iter(_TOKEN.findall(css)), names))


def _rules(tokens: Iterator[str], names: frozenset[str]) -> Iterator[str]:
    """The rules up to the end of the block they stand in, without those whose selectors name a class that nothing has."""
    head = ""
    for token in tokens:
        if token == "}":
            return
        if token == ";":
            yield head + token if head.startswith("@") else ""
            head = ""
        elif token == "{":
            if head.startswith(("@media", "@supports", "@layer", "@container")):
                inner = "".join(_rules(tokens, names))
                yield f"{head}{{{inner}}}" if inner else ""
            else:
                block = _block(tokens)
                left = [one for one in _COMMA.split(head) if head.startswith("@") or _can_be(one, names)]
                yield f"{','.join(left)}{{{block}}}" if left else ""
            head = ""
        elif not token.startswith("/*"):
            head += token
    assert not head.strip(), head


def _block(tokens: Iterator[str]) -> str:
    text, depth = "", 1
    for token in tokens:
        depth += {"{": 1, "}": -1}.get(token, 0)
        if not depth:
            break
        text += token
    return text


def _can_be(selector: str, names: frozenset[str]) -> bool:
    """Whether some element has the classes that the selector asks for; what stands in brackets is not looked at."""
    bare = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^]]*\]", "", selector)
    return "\\" in bare or all(name in names for name in re.findall(r"\.([\w-]+)", bare))
