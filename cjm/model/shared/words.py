"""Words: what is not said to clients, and what is said instead."""

from cjm.language.says import Says
from cjm.model.fields import NORMATIVE, Name, Text, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item
from cjm.model.kind import Kind


@frozen
class Words(Item):
    """A phrase that is not said to clients, and what is said instead."""

    id: str = spec(Name("words"), NORMATIVE, "Имя", "Id of the phrase", "not-mine", required=True)
    say: str = spec(Text("label"), NORMATIVE, "Чего не говорим", "What is not said", ("это не ко мне", "not my job"), required=True, label=("Не говорите", "Do not say"))
    instead: str = spec(Text("label"), NORMATIVE, "Что говорим вместо этого", "What is said instead", ("Сейчас узнаю и перезвоню", "I will find out and ring you back"), required=True, label=("Говорите", "Say"))


KIND = Kind(
    name="words", item=Words, says=Says("фраза", "phrase"), order=230, known_by="say",
    file="guideline/words.yml", key="words", holds=Says("Чего не говорим и что говорим вместо этого", "What is not said, and what instead"),
    title=Says("Чего не говорим", "What we do not say"), lead=Says("Фразы, от которых клиент закрывается, и что сказать вместо них.", "Phrases that shut a client up, and what to say instead."),
    address="words.html#words-{id}", chapter=True, table="words",
    speech=("instead",), found_as="never", searched=False,
)  # fmt: skip
