"""A string in, the YAML that reads back as exactly this string out, in the style in which the file writes its like."""

from collections.abc import Iterator

import yaml

from cjm.edit.change import Refused
from cjm.language.says import Says
from cjm.load.compose import compose
from cjm.load.decode import forbidden
from cjm.load.read import is_nothing

_NO_YAML = Says("«{text}» в YAML не записать", '"{text}" cannot be written in YAML')
_STEP = 2
_BULLETS = tuple("—–−•*·-")  # a plain text that begins with one reads as a list typed in another sign
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(text: str, *, flow: bool = False, indent: int = 0, like: str = "", newline: str = "\n") -> str:
    """`text` as a value: inside brackets (`flow`), or behind a key or a dash that stands `indent` columns in.

    `like` is the style of what stands there or beside it (nothing for plain, a quotation mark, `|` or `>`). Whatever is
    returned was read back; a style that does not hold the text gives way to the next.
    """
    for written in _candidates(text, flow, indent, like):
        if forbidden(written) is None and _reads_back(text, written, flow, indent):
            return written.replace("\n", newline)
    raise Refused(_NO_YAML, text=ascii(text))


# Private functions


def _candidates(text: str, flow: bool, indent: int, like: str) -> Iterator[str]:
    several = "\n" in text
    if not flow and text.strip() and (like in ("|", ">") or (several and not like)):
        if like == ">":
            yield _block(">", text.rstrip("\n").replace("\n", "\n\n"), text, indent)
        yield _block("|", text.rstrip("\n"), text, indent)
    if not like and not several and text[:1] not in _BULLETS:
        yield text
    single = "'" + text.replace("'", "''") + "'"
    if not several and (like == "'" or (like != '"' and ('"' in text or "\\" in text))):
        yield single
    yield '"' + "".join(_ESCAPES.get(sign) or _escaped(sign) for sign in text) + '"'


def _block(style: str, body: str, text: str, indent: int) -> str:
    """A literal or folded block: its first line, then `body` one step further in than `indent`."""
    ends = len(text) - len(text.rstrip("\n"))
    header = style + (str(_STEP) if body[:1] in (" ", "\n") else "") + ("-", "", "+")[min(ends, 2)]
    margin = " " * (indent + _STEP)
    lines = body.split("\n") + [""] * (ends - 1)
    return "\n".join([header, *(margin + line if line else "" for line in lines)])


def _escaped(sign: str) -> str:
    code = ord(sign)
    if code < 0x20 or 0x7F <= code < 0xA0:
        return f"\\x{code:02X}"
    return (
        f"\\u{code:04X}"
        if code in (0x2028, 0x2029, 0xFEFF) or 0xD800 <= code < 0xE000 or (code >= 0xFFFE and code < 0x10000)
        else sign
    )


def _reads_back(text: str, written: str, flow: bool, indent: int) -> bool:
    """Whether `written` is `text`, and nothing else, behind a key as well as in a list."""
    margin = " " * indent
    if flow:
        samples = (f"[{written}, z]", f"{{k: {written}, z: z}}")
    else:
        samples = (f"{margin}- {written}\n{margin}- z\n", f"{margin}k: {written}\n{margin}z: z\n")
    return all(_second_of_two(sample) == text for sample in samples)


def _second_of_two(sample: str) -> str | None:
    """The value that stands before `z`."""
    try:
        root = compose(sample)
    except (yaml.YAMLError, UnicodeEncodeError):
        return None
    if not isinstance(root, yaml.CollectionNode) or len(root.value) != 2:
        return None
    first = root.value[0][1] if isinstance(root, yaml.MappingNode) else root.value[0]
    if not isinstance(first, yaml.ScalarNode) or first.tag or first.start_mark.index == 0 or is_nothing(first):
        return None
    return str(first.value)
