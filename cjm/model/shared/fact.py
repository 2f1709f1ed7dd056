"""Facts: values stated once."""

from dataclasses import dataclass

from cjm.language.says import Says
from cjm.model.fields import EXPLANATORY, NORMATIVE, Name, Pairs, Text, Whole, spec
from cjm.model.item import Item
from cjm.model.kind import Kind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fact(Item):
    """A value stated once and used in the text as `{{ id }}`, with the case forms its language needs."""

    id: str = spec(Name("fact"), NORMATIVE, "Имя факта", "Id of the fact", "trial-price", required=True)
    title: str = spec(Text("label"), EXPLANATORY, "Что это", "What it is", "Цена пробного занятия", required=True, label=("Название", "Title"))
    value: str = spec(Text("label"), NORMATIVE, "Значение; из других фактов — «{{ цена }} − {{ скидка }}»: + − × ÷, проценты, скобки", "Its value; made of other facts as {{ price }} − {{ discount }}: + − × ÷, per cent, brackets", "900 ₽", required=True, label=("Значение", "Value"))
    round: int | None = spec(Whole(1, 1_000_000), NORMATIVE, "До скольких округлить то, что вычислено", "To whole what a computed value is rounded", "10", label=("Округлено до", "Rounded to"), shown=False)
    forms: tuple[tuple[str, str], ...] = spec(Pairs(Text("label")), NORMATIVE, "Формы: {{ id.gen }} возьмёт отсюда", "Forms, used as {{ id.gen }}", "{gen: двух часов}", label=("Формы", "Forms"), shown=False)

    def form(self, name: str) -> str | None:
        """The value in the form `name`, the plain value for an empty name, None for a form it does not have."""
        return dict(self.forms).get(name) if name else self.value


KIND = Kind(
    name="fact", item=Fact, says=Says("факт", "fact"), order=250,
    file="guideline/facts.yml", key="facts", holds=Says("Факты: значения, названные один раз", "Facts: values stated once"),
    title=Says("Цифры", "Figures"), chapter=True, table="facts", searched=False,
)  # fmt: skip
