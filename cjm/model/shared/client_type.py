"""Client types: how to tell a client and how to talk to him."""

from cjm.language.says import Says
from cjm.model.fields import EXPLANATORY, NORMATIVE, Many, Name, Record, Ref, Text, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item, Written
from cjm.model.kind import Kind


@frozen
class Dialogue(Written):
    """A talk that went well, word for word."""

    title: str = spec(Text("label"), EXPLANATORY, "О чём разговор", "What it is about", ("Заказ в дороге", "An order on the road"), required=True, label=("Название", "Title"))
    text: str = spec(Text("prose"), EXPLANATORY, "Разговор", "The talk", ("— Алло, я за рулём…", "\"Hello, I am driving…\""), required=True, label=("Разговор", "The talk"))
    by: str = spec(Ref(("role", "person"), free=True), EXPLANATORY, "Чей он", "Whose it is", "communicator", label=("Чей", "By"))


@frozen
class ClientType(Item):
    """One way in which clients are; the same person may be another tomorrow."""

    id: str = spec(Name("client-type"), EXPLANATORY, "Имя типа", "Id of the type", "anxious-mother", required=True)
    title: str = spec(Text("label"), EXPLANATORY, "Прозвище", "Nickname", ("Всё перепроверяет", "Checks everything twice"), required=True, label=("Название", "Title"))
    portrait: str = spec(Text("prose"), EXPLANATORY, "Портрет", "Portrait", ("Записывает всё в блокнот.", "Writes everything into a notebook."))
    signs: tuple[str, ...] = spec(Many(Text("label")), EXPLANATORY, "По чему его узнать", "How to tell him", ("[перебивает, говорит на ходу]", "[interrupts, talks while walking]"), label=("Как узнать", "Signs"))
    where: str = spec(Text("prose"), EXPLANATORY, "Где он, когда говорит", "Where he is when he talks", ("За рулём", "At the wheel"))
    asks: tuple[str, ...] = spec(Many(Text("label")), EXPLANATORY, "Что спрашивает", "What he asks", ('["А если не успеете?"]', '["And if you are late?"]'), label=("Спрашивает", "Asks"))
    fights_for: str = spec(Text("prose"), EXPLANATORY, "За что на самом деле борется", "What he is really fighting for", ("За безопасность", "For safety"), label=("За что борется", "Fights for"))
    responds_to: tuple[str, ...] = spec(Many(Text("prose")), EXPLANATORY, "На что откликается", "What he responds well to", ("[Цифры]", "[Figures]"), label=("На что откликается", "Responds to"))
    blocks: tuple[str, ...] = spec(Many(Text("prose")), EXPLANATORY, "Что обрывает разговор", "What blocks the talk", ("[«Не волнуйтесь»]", "[\"Do not worry\"]"), label=("Что обрывает разговор", "What ends the talk"))
    script: str = spec(Text("said"), NORMATIVE, "Лучшие слова", "The best words", ("Давайте покажу, что сделает мастер.", "Let me show you what the mechanic will do."), label=("Лучшие слова", "Best words"))
    dialogues: tuple[Dialogue, ...] = spec(Many(Record(Dialogue)), EXPLANATORY, "Лучшие разговоры с ним", "The best talks with him", ("[{title: Заказ в дороге, text: …}]", "[{title: An order on the road, text: …}]"), label=("Разговоры", "Dialogues"))
    best_at: str = spec(Ref(("role", "person")), EXPLANATORY, "У кого это лучше всех получается", "The colleague who is best at it", "communicator", label=("Лучше всех получается", "Best at it"))


KIND = Kind(
    name="client-type", item=ClientType, says=Says("тип клиента", "client type"), order=210,
    file="guideline/client-types.yml", key="client_types", holds=Says("Типы клиентов", "Client types"),
    title=Says("Типы клиентов", "Client types"), lead=Says("Один и тот же человек сегодня один, завтра другой. Узнайте по первым фразам.", "The same person is one today and another tomorrow. Tell by the first sentences."),
    address="clients.html#type-{id}", chapter=True, table="client-types",
    unread=("best_at",), speech=("asks", "script"), found_as="client", searched=False,
)  # fmt: skip
