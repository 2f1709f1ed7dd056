"""What the search of the site must find."""

from cjm.model.fields import HOUSEKEEPING, Ref, Text, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item


@frozen
class Probe(Item):
    """A query that must bring its section into the first three results."""

    query: str = spec(Text("label"), HOUSEKEEPING, "Что набирают в поиске", "What is typed", ("списали аванс", "charged the deposit"), required=True)
    section: str = spec(Ref(("section",)), HOUSEKEEPING, "Какой раздел должен найтись", "The section it must find", "balance", required=True)
