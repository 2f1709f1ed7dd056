"""Facts: values stated once."""

from dataclasses import replace

from cjm.language.says import Says
from cjm.model.fields import EXPLANATORY, NORMATIVE, Many, Name, Pairs, Record, Text, Whole, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item
from cjm.model.kind import Kind
from cjm.model.scope import Chosen, Scope, for_values, holds_for, left


@frozen
class FactValue(Item):
    """What a fact is for some values of a dimension."""

    value: str = spec(Text("label"), NORMATIVE, "Значение", "The value", ("13 человек", "13 people"), required=True, label=("Значение", "Value"))
    forms: tuple[tuple[str, str], ...] = spec(Pairs(Text("label")), NORMATIVE, "Формы этого значения", "Forms of this value", ("{gen: тринадцати человек}", "{short: 13}"), label=("Формы", "Forms"))
    scope: Scope = for_values(required=True)


@frozen
class Fact(Item):
    """A value stated once and used in the text as `{{ id }}`, with the case forms its language needs."""

    id: str = spec(Name("fact"), NORMATIVE, "Имя факта", "Id of the fact", "trial-price", required=True)
    title: str = spec(Text("label"), EXPLANATORY, "Что это", "What it is", ("Цена осмотра", "Price of a check-up"), required=True, label=("Название", "Title"))
    value: str = spec(Text("label"), NORMATIVE, "Значение; из других фактов — «{{ цена }} − {{ скидка }}»: + − × ÷, проценты, скобки", "Its value; made of other facts as {{ price }} − {{ discount }}: + − × ÷, per cent, brackets", "900 ₽", required=True, unless="values", label=("Значение", "Value"))
    round: int | None = spec(Whole(1, 1_000_000), NORMATIVE, "До скольких округлить то, что вычислено", "To whole what a computed value is rounded", "10", label=("Округлено до", "Rounded to"), shown=False)
    forms: tuple[tuple[str, str], ...] = spec(Pairs(Text("label")), NORMATIVE, "Формы: {{ id.gen }} возьмёт отсюда", "Forms, used as {{ id.gen }}", ("{gen: двух часов}", "{short: 2 h}"), label=("Формы", "Forms"), shown=False)
    values: tuple[FactValue, ...] = spec(
        Many(Record(FactValue)), NORMATIVE, "Вместо value: по значению для каждого филиала, направления", "Instead of value: one for each branch, direction",
        ("[{for: {branch: north}, value: 13 человек}]", "[{for: {branch: north}, value: 13 people}]"), label=("Значения", "Values"),
    )  # fmt: skip

    def chosen(self, cell: Chosen) -> "Fact":
        """The fact where these values of the dimensions are chosen."""
        kept = [replace(one, scope=left(one.scope, cell)) for one in self.values if holds_for(one.scope, cell)]
        if not self.values or any(one.scope for one in kept):
            return replace(self, values=tuple(kept)) if self.values else self
        value, forms, open = (kept[0].value, kept[0].forms, kept[0].open) if kept else ("", (), ())
        return replace(self, value=value, forms=forms, open=(*self.open, *open), values=())

    def form(self, name: str) -> str | None:
        """The value in the form `name`, the plain value for an empty name, None for a form it does not have.

        Of a fact with several values the first; each must have the form.
        """
        if self.values:
            told = [dict(one.forms).get(name) if name else one.value for one in self.values if one.value]
            return told[0] if told and None not in told else None
        return dict(self.forms).get(name) if name else self.value


KIND = Kind(
    name="fact", item=Fact, says=Says("факт", "fact"), order=250,
    file="guideline/facts.yml", key="facts", holds=Says("Факты: значения, названные один раз", "Facts: values stated once"),
    title=Says("Цифры", "Figures"), chapter=True, table="facts", searched=False,
)  # fmt: skip
