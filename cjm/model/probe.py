"""What the search of the site must find."""

from dataclasses import dataclass

from cjm.model.fields import HOUSEKEEPING, Ref, Text, spec
from cjm.model.item import Item


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Probe(Item):
    """A query that must bring its section into the first three results."""

    query: str = spec(Text("label"), HOUSEKEEPING, "Что набирают в поиске", "What is typed", "списали за пропуск", required=True)
    section: str = spec(Ref(("section",)), HOUSEKEEPING, "Какой раздел должен найтись", "The section it must find", "balance", required=True)
