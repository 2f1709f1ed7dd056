"""Journeys made up at random, and the few lines that a test needs to write one by hand."""

from hypothesis import strategies as st

from cjm import diagram
from cjm.diagram.layout import sheet
from cjm.diagram.shapes import Sheet
from cjm.diagram.svg import Svg
from cjm.model import Channel, Edge, Handbook, Journey, Listed, Outline, Part, Role, Section, Stage, Touchpoint
from cjm.model.journey import Pain
from cjm.workspace.standards import standards

_WORDS = (
    "заявка", "звонок", "подтверждение", "администратор", "в", "и", "на", "встреча", "переосвидетельствование", "чек",
    "Wi-Fi", "сообщение", "накануне", "оплата", "№ 5", "«Как прошло?»", "группы", "времени", "клиент", "пришёл",
)  # fmt: skip
_CHANNELS = (("site", "web"), ("phone", "phone"), ("desk", "desk"), ("bot", "bot"))


def handbook(*journeys: Journey, language: str = "ru") -> Handbook:
    sections = (
        Section(id="call", title="Входящий звонок", short="Звонок"),
        Section(id="draft", title="Черновик стандарта", short="Черновик", status="draft"),
    )
    outline = Outline(
        id="h", title="Гайдлайн", language=language,  # type: ignore[arg-type]
        channels=tuple(Channel(id=name, title=name.title(), icon=icon) for name, icon in _CHANNELS),
        parts=(Part(id="p", title="Часть", sections=tuple(Listed(id=section.id) for section in sections)),),
    )  # fmt: skip
    roles = (Role(id="communicator", title="Коммуникатор"), Role(id="system", title="Администратор учёта"))
    return Handbook(outline=outline, journeys=journeys, sections=sections, shared={"role": roles})


def drawn(journey: Journey, handbook: Handbook) -> Sheet:
    """Its map before it is painted."""
    return sheet(journey, handbook, standards(handbook))


def picture(journey: Journey, handbook: Handbook, **more: object) -> Svg:
    return diagram.blueprint(journey, handbook, standards(handbook), **more)  # type: ignore[arg-type]


def journey(*stages: tuple[Touchpoint, ...], **more: object) -> Journey:
    made = tuple(
        Stage(id=f"s{n}", title=f"Этап {n}", touchpoints=touchpoints) for n, touchpoints in enumerate(stages, 1)
    )
    return Journey(id="way", title="Путь", stages=made, **more)  # type: ignore[arg-type]


def touchpoint(id: str, *to: str | Edge, **more: object) -> Touchpoint:
    edges = tuple(edge if isinstance(edge, Edge) else Edge(to=edge) for edge in to)
    defaults: dict[str, object] = {"title": id.title(), "contact": "person", "channel": "phone", "emotion": 0}
    return Touchpoint(id=id, next=edges, **{**defaults, **more})  # type: ignore[arg-type]


def words(most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(_WORDS), min_size=1, max_size=most).map(" ".join)


@st.composite
def journeys(draw: st.DrawFn, least: int = 10, most: int = 60) -> Journey:
    """A journey of `least` to `most` touchpoints, its edges in every direction, with all that can stand on a card."""
    count = draw(st.integers(least, most))
    names = [f"t{number}" for number in range(count)]
    made = []
    for index, name in enumerate(names):
        edges = []
        for _ in range(draw(st.sampled_from((0, 0, 0, 1, 2, 2, 3, 4)))):
            near = draw(st.booleans())
            low, high = (max(0, index - 3), min(count - 1, index + 4)) if near else (0, count - 1)
            target = draw(st.integers(low, high))
            elsewhere = draw(st.integers(0, 9)) == 0
            to = draw(st.sampled_from(("other", "other/there", "nowhere"))) if elsewhere else names[target]
            edges.append(
                Edge(
                    to=to, when=draw(st.one_of(st.just(""), words(3))), back=draw(st.integers(0, 7)) == 0,
                    at_most=draw(st.sampled_from((None, None, 1, 2, 12))),
                )
            )  # fmt: skip
        made.append(
            Touchpoint(
                id=name, title=draw(words(4)), client=draw(st.one_of(st.just(""), words(6))),
                contact=draw(st.sampled_from(("person", "product"))), channel=draw(st.sampled_from(_CHANNELS))[0],
                role=draw(st.sampled_from(("", "communicator", "system"))), backstage=draw(st.one_of(st.just(""), words(6))),
                wait=draw(st.sampled_from((None, 0, 60, 900, 5400, 86_400, 1_209_600, 93_784))),
                emotion=draw(st.sampled_from((None, -2, -1, 0, 0, 1, 2))),
                pains=tuple(Pain(pain=one) for one in draw(st.lists(words(4), max_size=2))), moment_of_truth=draw(st.integers(0, 5)) == 0,
                standard=tuple(draw(st.lists(st.sampled_from(("call", "draft", "lost")), max_size=2, unique=True))),
                entry=draw(st.integers(0, 6)) == 0, outcome=draw(st.sampled_from(("", "", "", "Ушёл довольным"))),
                next=tuple(edges),
            )
        )  # fmt: skip
    cuts = sorted(draw(st.sets(st.integers(1, count - 1), max_size=9)))
    stages = tuple(
        Stage(id=f"s{number}", title=draw(words(3)), touchpoints=tuple(made[start:end]))
        for number, (start, end) in enumerate(zip((0, *cuts), (*cuts, count), strict=True))
    )
    anywhere = draw(st.sampled_from((None, None, "anywhere")))
    return Journey(
        id="way", title=draw(words(6)), client=draw(words(9)), purpose=draw(words(20)), enter=anywhere, stages=stages
    )  # type: ignore[arg-type]


OTHER = Journey(
    id="other", title="Другой путь с длинным названием",
    stages=(Stage(id="only", title="Этап", touchpoints=(Touchpoint(id="there", title="Там", contact="person", channel="desk"),)),),
)  # fmt: skip
