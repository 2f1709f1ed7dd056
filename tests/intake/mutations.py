"""One document in other clothes: bullets, numbers, headings, line ends, encodings, order, Word, HTML. What it says is the same."""

import io
import re
from collections.abc import Callable

import docx

Lines = list[str]
_BULLET = re.compile(r"^- (?=\S)|^-$")


def bullets(sign: str) -> Callable[[str], bytes]:
    return lambda text: "\n".join(re.sub(r"^-(?= |$)", sign, line) for line in text.split("\n")).encode()


def alone(text: str) -> bytes:
    """Notion's habit: each bullet on a line of its own."""
    return re.sub(r"(?m)^- (?=\S)", "-\n", text).encode()


def gap_after_bullet(text: str) -> bytes:
    return re.sub(r"(?m)^- (?=\S)", "-\n\n", text).encode()


def boxes(text: str) -> bytes:
    return re.sub(r"(?m)^- (?=\S)", "- [ ] ", text).encode()


def bold_headings(text: str) -> bytes:
    return re.sub(r"(?m)^#+ (.+)$", r"**\1**", text).encode()


def plain_underlined(text: str) -> bytes:
    return re.sub(r"(?m)^#+ (.+)$", r"__\1__", text).encode()


def numbered_headings(text: str) -> bytes:
    part = section = 0
    lines = []
    for line in text.split("\n"):
        if line.startswith("## "):
            part, section = part + 1, 0
            line = f"## {part}. {line[3:]}"
        elif line.startswith("### "):
            section += 1
            line = f"### {part}.{section} {line[4:]}"
        lines.append(line)
    return "\n".join(lines).encode()


def emoji(text: str) -> bytes:
    return re.sub(r"(?m)^(#+) ", "\\1 \U0001f3af ", text).encode()


def deeper(text: str) -> bytes:
    return re.sub(r"(?m)^#", "##", text).encode()


def crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def old_mac(text: str) -> bytes:
    return text.replace("\n", "\r").encode()


def blank_lines(text: str) -> bytes:
    return text.replace("\n", "\n\n\n").encode()


def no_break_blanks(text: str) -> bytes:
    return text.replace(" в ", " в\u00a0").encode()


def front_matter(text: str) -> bytes:
    return ("---\ntags: [методичка]\nauthor: отдел\n---\n" + text).encode()


def rules(text: str) -> bytes:
    return text.replace("\n## ", "\n---\n\n## ").encode()


def with_contents(text: str) -> bytes:
    headings = [line.lstrip("# ") for line in text.split("\n") if line.startswith("###")]
    return text.replace(
        "\n## ", "\nСодержание\n" + "".join(f"{one} ..... {at}\n" for at, one in enumerate(headings, 2)) + "\n## ", 1
    ).encode()


def parts_turned(text: str) -> bytes:
    first, *parts = re.split(r"(?m)^(?=## )", text)
    return (first + "\n".join(parts[::-1])).encode()


def encoded(encoding: str) -> Callable[[str], bytes]:
    return lambda text: text.replace("…", "...").encode(encoding)


def word(text: str, *, styles: bool = True, lists: bool = True) -> bytes:
    made = docx.Document()
    text = re.sub(r"(?m)^-\n", "- ", text)
    for line in filter(str.strip, text.split("\n")):
        if heading := re.match(r"(#+) (.+)", line):
            if styles:
                made.add_heading(heading[2], len(heading[1]))
            else:
                made.add_paragraph().add_run(heading[2]).bold = True
        elif item := re.match(r"- (.+)", line):
            made.add_paragraph(item[1], style="List Bullet") if lists else made.add_paragraph(f"•\t{item[1]}")
        elif item := re.match(r"\d\. (.+)", line):
            made.add_paragraph(item[1], style="List Number") if lists else made.add_paragraph(line)
        else:
            made.add_paragraph(line)
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def page(text: str, *, scrap: bool = False) -> bytes:
    text = re.sub(r"(?m)^-\n", "- ", text)
    made = [
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Методичка</title><style>p {color: red}</style></head><body>"
    ]
    if scrap:
        made.append("<nav><ul><li><a href='/'>Главная</a></li><li>Войти</li></ul></nav>")
    within = ""
    for line in filter(str.strip, text.split("\n")):
        item = re.match(r"(-|\d\.) (.+)", line)
        wanted = ("ul" if line[0] == "-" else "ol") if item else ""
        if wanted != within:
            made.append(f"</{within}>" if within else "")
            made.append(f"<{wanted}>" if wanted else "")
            within = wanted
        if heading := re.match(r"(#+) (.+)", line):
            made.append(f"<h{len(heading[1])}>{heading[2]}</h{len(heading[1])}>")
        else:
            made.append(f"<li>{item[2]}</li>" if item else f"<p>{line}</p>")
    made.append("</body></html>")
    return "\n".join(made).encode()


MUTATIONS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "bullets *": ("a.md", bullets("*")),
    "bullets •": ("a.md", bullets("•")),
    "bullets –": ("a.txt", bullets("–")),
    "bullets alone": ("a.md", alone),
    "bullets alone, a line between": ("a.md", gap_after_bullet),
    "boxes": ("a.md", boxes),
    "headings bold": ("a.md", bold_headings),
    "headings bold with _": ("a.md", plain_underlined),
    "headings numbered": ("a.md", numbered_headings),
    "headings with emoji": ("a.md", emoji),
    "headings deeper": ("a.md", deeper),
    "CRLF": ("a.md", crlf),
    "CR": ("a.md", old_mac),
    "empty lines": ("a.md", blank_lines),
    "no-break blanks": ("a.md", no_break_blanks),
    "front matter": ("a.md", front_matter),
    "rules between": ("a.md", rules),
    "contents": ("a.md", with_contents),
    "parts in another order": ("a.md", parts_turned),
    "CP1251": ("a.txt", encoded("cp1251")),
    "CP866": ("a.txt", lambda text: encoded("cp866")(text.replace("«", '"').replace("»", '"').replace("—", "-"))),
    "UTF-16": ("a.txt", encoded("utf-16")),
    "Word": ("a.docx", word),
    "Word as Google makes it": ("a.docx", lambda text: word(text, styles=False, lists=False)),
    "HTML": ("a.html", page),
    "HTML with a menu": ("a.html", lambda text: page(text, scrap=True)),
}
