"""Duties: what a role does again and again, how often or on which event, and by what one sees that it is done."""

from cjm.language.says import Says
from cjm.model.fields import EXPLANATORY, NORMATIVE, Many, Name, Ref, Text, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item
from cjm.model.kind import Kind
from cjm.model.scope import Scope, for_values


@frozen
class Duty(Item):
    """A task of one role, or one that several share, with its rhythm or the event that calls for it."""

    id: str = spec(Name("duty", of="title"), NORMATIVE, "Имя обязанности; без него — из названия", "Id of the duty; else from its title", "check-marks")
    title: str = spec(Text("label"), NORMATIVE, "Что делает", "What is done", ("Проверить отметки мастера", "Check the mechanic's notes"), required=True, label=("Название", "Title"))
    who: tuple[str, ...] = spec(Many(Ref(("role",))), NORMATIVE, "Кто; несколько ролей — общая обязанность", "Who; several roles share it", "[system, communicator]", required=True, label=("Кто", "Who"))
    every: str = spec(Text("label", 40), NORMATIVE, "Как часто", "How often", ("раз в неделю", "once a week"), label=("Как часто", "How often"))
    when: str = spec(Text("label", 80), NORMATIVE, "По какому событию", "On which event", ("после каждого визита", "after each visit"), label=("Когда", "When"))
    section: tuple[str, ...] = spec(Many(Ref(("section",))), EXPLANATORY, "В каком разделе сказано как", "The section that says how", "attendance", label=("Как делать", "How"))
    uses: tuple[str, ...] = spec(Many(Ref(("resource",))), NORMATIVE, "Чем пользуется", "What it uses", "crm", label=("Под рукой", "At hand"))
    done_when: str = spec(Text("prose"), NORMATIVE, "По чему видно, что сделано", "How one sees that it is done", ("Отметки стоят у всех.", "Everybody has a mark."), label=("Сделано, когда", "Done when"))
    scope: Scope = for_values()


KIND = Kind(
    name="duty", item=Duty, says=Says("обязанность", "duty"), order=205,
    file="guideline/duties.yml", key="duties", holds=Says("Обязанности ролей и их ритм", "Duties of roles and their rhythm"),
    asks=("every",), title=Says("Обязанности", "Duties"), lead=Says("Кто что делает, как часто или по какому событию.", "Who does what, how often or on which event."),
    address="duties.html#duty-{id}", chapter=True, table="duties", glance=("who", "every", "when"),
)  # fmt: skip
