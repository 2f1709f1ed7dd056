"""Placeholders: the gaps in words to say."""

from cjm.language.says import Says
from cjm.model.fields import EXPLANATORY, NORMATIVE, Name, Text, Yes, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item
from cjm.model.kind import Kind


@frozen
class Placeholder(Item):
    """A gap in a script, `<customer's name>`, that whoever says it fills."""

    id: str = spec(Name("placeholder"), NORMATIVE, "Имя", "Id of the placeholder", "child-name", required=True)
    name: str = spec(Text("label"), NORMATIVE, "Как пишется в скриптах, без < >; для падежа — ещё одна, с вопросом: имя (у кого)", "As written in scripts, without < >", ("имя клиента", "customer's name"), required=True)
    example: str = spec(Text("label"), EXPLANATORY, "Пример", "An example", ("Миша", "Mia"), required=True)
    stays: bool = spec(Yes(), EXPLANATORY, "Остаётся и для следующего клиента: моё имя", "Stays for the next client: my name", "true")


KIND = Kind(
    name="placeholder", item=Placeholder, says=Says("подстановка", "placeholder"), order=260, known_by="name",
    file="guideline/placeholders.yml", key="placeholders", holds=Says("Подстановки в скриптах", "Placeholders of scripts"), searched=False,
)  # fmt: skip
