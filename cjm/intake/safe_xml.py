"""The bytes of an XML file in, the elements of some namespaces as a tree with their lines out, or Rejected.

A file with a document type is not read at all, so there are no entities to expand and nothing outside to fetch.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from cjm.language.says import Says
from cjm.tables import Rejected

_DEEPEST, _MOST = 250, 150_000
_DOCTYPE = Says(
    "строка {line}: в файле есть DOCTYPE. Такие не читаем: через него подставляют чужие файлы",
    "line {line}: the file has a DOCTYPE. Such files are not read: it can bring in other files",
)
_DEEP = Says(
    "строка {line}: элементы вложены глубже {most} раз",
    "line {line}: elements lie in one another more than {most} deep",
)
_MANY = Says("в файле больше {most} элементов", "the file has more than {most} elements")
_BROKEN = Says(
    "строка {line}, знак {column}: файл повреждён, это не XML ({reason}). Сохраните его из редактора ещё раз",
    "line {line}, character {column}: the file is damaged, this is no XML ({reason}). Save it from its editor once more",
)
_ENCODING = Says(
    "файл назван XML, но его буквы не читаются: {reason}", "the letters of the XML file cannot be read: {reason}"
)


@dataclass(slots=True)
class XmlElement:
    """An element with its name without a prefix, the namespace of it, and the line on which it begins."""

    name: str
    space: str
    line: int
    attributes: dict[str, str]
    children: list["XmlElement"] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.words).strip()

    def of(self, *names: str) -> list["XmlElement"]:
        """Its children of these names."""
        return [one for one in self.children if one.name in names]


def xml_tree(raw: bytes, wanted: Callable[[str, str], bool]) -> XmlElement:
    """The root with all that lies in it and is `wanted` by namespace and name; what is not is passed over with its inside."""
    reader = _Reader(wanted)
    parser = expat.ParserCreate(namespace_separator="\n")
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.words
    parser.StartDoctypeDeclHandler = reader.doctype
    reader.line = lambda: parser.CurrentLineNumber
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise Rejected(_BROKEN, line=error.lineno, column=error.offset + 1, reason=reason) from error
    except (LookupError, ValueError) as error:
        raise Rejected(_ENCODING, reason=error) from error
    return reader.root


# Private functions


class _Reader:
    def __init__(self, wanted: Callable[[str, str], bool]) -> None:
        self.wanted = wanted
        self.open: list[XmlElement | None] = []
        self.root = XmlElement("", "", 0, {})
        self.line: Callable[[], int] = lambda: 0
        self.count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if len(self.open) >= _DEEPEST:
            raise Rejected(_DEEP, line=self.line(), most=_DEEPEST)
        if self.count > _MOST:
            raise Rejected(_MANY, most=_MOST)
        space, _, local = name.rpartition("\n")
        within = self.open[-1] if self.open else self.root
        if within is None or not self.wanted(space, local):
            self.open.append(None)
            return
        made = XmlElement(local, space, self.line(), {key.rpartition("\n")[2]: one for key, one in attributes.items()})
        within.children.append(made)
        self.open.append(made)

    def end(self, name: str) -> None:
        self.open.pop()

    def words(self, words: str) -> None:
        if self.open and (here := self.open[-1]) is not None:
            here.words.append(words)

    def doctype(self, *_: object) -> NoReturn:
        raise Rejected(_DOCTYPE, line=self.line())
