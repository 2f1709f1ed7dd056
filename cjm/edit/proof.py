"""A file, stretches of it and what it shall say in, edits that make it say this and nothing else out."""

from collections.abc import Callable, Iterable, Mapping

from cjm.edit.change import Edit, Refused, changed
from cjm.edit.tree import Data, Node, Tree, parse_tree
from cjm.language.says import Says
from cjm.model import Place
from cjm.workspace.narrow import within

Becomes = Mapping[Node, Callable[[Data], Data]]
Stretch = tuple[int, int, str]  # from, to, and the text that shall stand there

_UNPROVED = Says(
    "{file}, строка {line}: программа не может изменить это место так, чтобы остальное осталось прежним. Исправьте его сами",
    "{file}, line {line}: the program cannot change this place and leave the rest as it is. Change it by hand",
)


def proved(tree: Tree, stretches: Iterable[Stretch], becomes: Becomes) -> tuple[Edit, ...]:
    """The edits of `tree`, after the text with them was read and said what it should; else Refused."""
    whole = Place(tree.file, 1, 1)
    edits = tuple(Edit(within(whole, start, end, tree.text), text) for start, end, text in stretches)
    try:
        said = parse_tree(tree.file, changed(tree.text, edits)).data()
    except Refused as error:
        raise unproved(tree, edits[0].place.start) from error
    if said != tree.data(becomes):
        raise unproved(tree, edits[0].place.start)
    return edits


def unproved(tree: Tree, at: int) -> Refused:
    """The refusal to change what stands at the offset `at`."""
    return Refused(_UNPROVED, file=tree.file, line=tree.text.count("\n", 0, at) + 1)
