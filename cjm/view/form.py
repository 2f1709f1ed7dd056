"""A thing or a piece of one in, its fields handed out by key to whoever sets them out, and at the end what nobody asked for.

A writer that has a form of its own for a field asks for it; what is left stands below, each field with its label. So
a field that is added is shown by every writer at once, and none twice.
"""

from collections.abc import Collection

from cjm.model import Handbook, Written
from cjm.view.thing import Field, Piece, piece


class Form:
    """The fields of one piece. Whoever asks for a field by its key shows it."""

    def __init__(self, of: Piece) -> None:
        self.piece = of
        self._fields = {field.key: field for field in of.fields if field.shown}
        self._left = dict(self._fields)

    def take(self, *keys: str) -> str:
        """Counts these fields as shown: something else tells them, such as a drawing. Says nothing itself."""
        for key in keys:
            self._left.pop(key, None)
        return ""

    def field(self, key: str) -> Field | None:
        """The field under a key, None where nothing is written there."""
        self._left.pop(key, None)
        return self._fields.get(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts under a key as their author wrote them, a title in place of an id."""
        field = self.field(key)
        return tuple(value.text for value in field.values) if field else ()

    def text(self, key: str) -> str:
        """The one text under a key, empty where there is none."""
        field = self.field(key)
        return field.values[0].text if field and field.values else ""

    def pieces(self, key: str) -> tuple[Piece, ...]:
        """The pieces under a key. A question that is open in their place is left for the rest."""
        pieces = self._fields[key].pieces if key in self._fields else ()
        if pieces:
            self.take(key)
        return pieces

    def rest(self, among: Collection[str] = ()) -> tuple[Field, ...]:
        """What nobody has asked for, of these keys where some are given; it counts as shown from then on."""
        if not self._left:
            return ()
        left = tuple(field for field in self._left.values() if not among or field.key in among)
        self.take(*(field.key for field in left))
        return left


def form(of: Piece | Written, handbook: Handbook) -> Form:
    """The form of a piece, or of what an author wrote."""
    return Form(of if isinstance(of, Piece) else piece("", of, handbook))
