"""The whole handbook: everything that was written, in one frozen value, with what could not be read beside it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from itertools import product
from pathlib import PurePosixPath
from typing import Any, Literal, TypeVar

from cjm.model.approval import Approval
from cjm.model.dimension import Dimension
from cjm.model.formula import NoValue, is_formula, outcome
from cjm.model.item import Item
from cjm.model.journey import Journey, Touchpoint
from cjm.model.month import Month
from cjm.model.outline import Outline, Part
from cjm.model.place import Place
from cjm.model.probe import Probe
from cjm.model.reference import Reference, facts_in
from cjm.model.registry import KINDS, kind_of
from cjm.model.scope import Chosen, Scope
from cjm.model.section import Listed, Planned, Section
from cjm.model.shared import SHARED
from cjm.model.shared.client_type import ClientType
from cjm.model.shared.fact import Fact, FactValue
from cjm.model.shared.placeholder import Placeholder
from cjm.model.shared.policy import Policy
from cjm.model.shared.promise import Promise
from cjm.model.shared.role import Role
from cjm.model.shared.term import Term
from cjm.model.shared.words import Words

_Thing = TypeVar("_Thing", bound=Item)

Trouble = Literal["schema", "duplicate-id", "unknown-reference", "wrong-kind", "bad-id", "unreadable", "unknown-key"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the loader could not read as it stands; the 0xx rules put it into words.

    `form` names the sentence within the rule, `values` fill its gaps. `repair` is what is to be written in which
    stretches, so that the file says what was meant; empty where only the author can know.
    """

    trouble: Trouble
    form: str
    place: Place
    values: Mapping[str, str] = field(default_factory=dict)
    repair: tuple[tuple[Place, str], ...] = ()


@dataclass(frozen=True, kw_only=True, eq=False)
class Handbook:
    """Journeys, sections and all they share. Sections stand in the order of `handbook.yml`."""

    outline: Outline = field(default_factory=Outline)
    journeys: tuple[Journey, ...] = ()
    sections: tuple[Section, ...] = ()
    shared: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)  # by the name of their kind
    synonyms: tuple[tuple[str, ...], ...] = ()
    probes: tuple[Probe, ...] = ()
    approvals: tuple[Approval, ...] = ()  # by file name; written by the program, so rules about words do not see them
    approved_texts: Mapping[str, bytes] = field(default_factory=dict, repr=False)  # name -> the JSON of what was approved
    editions: Mapping[str, bytes] = field(default_factory=dict, repr=False)  # number -> the JSON of what was printed
    months: tuple[Month, ...] = ()  # what was counted of the client's voice, in the order of time
    look: Mapping[str, bytes] = field(default_factory=dict, repr=False)  # path -> own templates, styles, pictures and `mkdocs.yml`
    unapproved: frozenset[str] | None = None  # of a released edition: the sections it leaves out, since nobody approved them
    whole: "Handbook | None" = field(default=None, repr=False)  # of a cut: what it was cut from
    cell: Chosen = field(default_factory=dict)  # of a cut: the values of the dimensions that are chosen
    absent: frozenset[str] = frozenset()  # of a cut: `kind:id` of what does not hold there
    without: tuple[Place, ...] = ()  # of a cut: where that is written
    apart: bool = False  # of a released edition: an earlier program approved sections only, the rest is as it is today
    problems: tuple[Problem, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict, repr=False)  # path -> decoded text
    unread: frozenset[str] = frozenset()  # paths of files that could not be read: what they hold is unknown, not missing

    def worked_out(self, name: str, make: Callable[["Handbook"], Any], *, by_value: bool = False) -> Any:
        """What `make` makes of the handbook; made once, it stays with it under this name. `by_value`: see `derived.py`."""
        own: dict[str, Any] = vars(self)  # where a cached property keeps its answer too
        if name not in own:
            own[name] = make(self)
        return own[name]

    def shown(self, path: str) -> bytes | None:
        """A picture or another file that a text names as `files/…`; None where there is none."""
        return self.look.get(f"guideline/{path}") if path.startswith("files/") else None

    def of(self, item: type[_Thing]) -> tuple[_Thing, ...]:
        """The shared things of one kind, in the order written."""
        return self.shared.get(kind_of(item).name, ())  # type: ignore[return-value]

    def things(self, kind: str) -> Iterable[Item]:
        """All things of a kind, wherever they are written, in the order of the handbook."""
        return (one for _, one in self.written(kind))

    def find(self, kind: str, id: str) -> Item | None:
        """The thing of this kind and id; of a kind whose ids count within a file only, the first that has it."""
        return self._known(kind).get(id, (None, None))[1]

    def home(self, kind: str, id: str) -> Item | None:
        """The section, journey or other thing with a place of its own in which the thing of this kind and id is written."""
        return self._known(kind).get(id, (None, None))[0]

    def hides(self, kind: str) -> bool:
        """Whether things of this kind may stand in a file that could not be read: of those nothing is known."""
        home = KINDS[kind]
        while home.inside:
            home = KINDS[home.inside]
        return any(fnmatchcase(str(PurePosixPath(file).with_suffix(".yml")), home.file) for file in self.unread)

    def resolve(self, reference: Reference) -> Item | None:
        """The thing that a reference leads to, None where there is none."""
        if not reference.within:
            return self.find(reference.kind, reference.id)
        kind, id = reference.target
        inside = getattr(self.find(reference.kind, reference.id), KINDS[kind].attribute, ())
        return next((one for one in inside if one.id == id), None)

    def elsewhere(self, reference: Reference) -> str:
        """The address outside the handbook to which a link leads, such as that of a form; empty where it stays inside."""
        field = KINDS[reference.kind].leads if reference.kind else ""
        return str(getattr(self.resolve(reference), field, None) or "") if field else ""

    def written(self, kind: str) -> Iterable[tuple[Item, Item]]:
        """Each thing of a kind behind the one that has it in its place in the handbook, which may be itself."""
        declared = KINDS[kind]
        if declared.inside:
            holders = self.written(declared.inside)
            return ((home, one) for home, holder in holders for one in getattr(holder, declared.attribute))
        found = self.shared.get(kind, ()) if declared.key else getattr(self, declared.attribute, (self.outline,))
        return ((one, one) for one in found)

    def _known(self, kind: str) -> Mapping[str, tuple[Item, Item]]:
        """The things of a kind by id, each behind its home; of two with one id, the first."""
        if kind not in self._index:
            written = reversed(tuple(self.written(kind)))
            self._index[kind] = {one.id: (home, one) for home, one in written}  # type: ignore[attr-defined]
        return self._index[kind]

    @cached_property
    def _index(self) -> dict[str, Mapping[str, tuple[Item, Item]]]:
        return {}

    @property
    def roles(self) -> tuple[Role, ...]:
        return self.of(Role)

    @property
    def promises(self) -> tuple[Promise, ...]:
        return self.of(Promise)

    @property
    def client_types(self) -> tuple[ClientType, ...]:
        return self.of(ClientType)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return self.of(Fact)

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        return self.of(Placeholder)

    @property
    def terms(self) -> tuple[Term, ...]:
        return self.of(Term)

    @property
    def policies(self) -> tuple[Policy, ...]:
        return self.of(Policy)

    @property
    def words(self) -> tuple[Words, ...]:
        return self.of(Words)

    @cached_property
    def section(self) -> Mapping[str, Section]:
        """Sections by id."""
        return {section.id: section for section in self.sections}

    @cached_property
    def journey(self) -> Mapping[str, Journey]:
        """Journeys by id."""
        return {journey.id: journey for journey in self.journeys}

    @cached_property
    def touchpoint(self) -> Mapping[str, Touchpoint]:
        """Touchpoints by id, over all journeys."""
        return {touchpoint.id: touchpoint for journey in self.journeys for touchpoint in journey.touchpoints}

    @cached_property
    def journey_of(self) -> Mapping[str, Journey]:
        """The journey of each touchpoint, by the touchpoint's id."""
        return {touchpoint.id: journey for journey in self.journeys for touchpoint in journey.touchpoints}

    @cached_property
    def role(self) -> Mapping[str, Role]:
        """Roles by id."""
        return {role.id: role for role in self.roles}

    @cached_property
    def fact(self) -> Mapping[str, Fact]:
        """Facts by id, and each dimension as a fact: its value, with the words that change with it as forms."""
        return {**{one.id: _as_fact(one).chosen(self.cell) for one in self.outline.dimensions}, **{fact.id: fact for fact in self.facts}}

    @cached_property
    def dimension(self) -> Mapping[str, Dimension]:
        """Dimensions by id."""
        return {one.id: one for one in self.outline.dimensions}

    def variants(self, id: str, form: str = "") -> tuple[tuple[Scope, str | None], ...]:
        """What readers see of a fact for which values; for a plain one nothing. None where there is no such form, or no value."""
        named = tuple(one for one in self.outline.dimensions if one.id in self._varies_by(id))
        if not named:
            return ()
        if not is_formula(self.fact[id].value):
            return tuple(
                (one.scope, (dict(one.forms).get(form) if form else one.value) or None) for one in self.fact[id].values
            )
        found: dict[str | None, list[Chosen]] = {}
        for values in product(*(one.values for one in named)):
            cell = {one.id: value.id for one, value in zip(named, values, strict=True)}
            facts = tuple(self.fact[one].chosen(cell) for one in self.fact)
            found.setdefault(Handbook(outline=Outline(), shared={"fact": facts}).value(id, form), []).append(cell)
        return tuple(
            (tuple((name, (one,)) for name, one in cell.items()), value)
            for value, cells in found.items()
            for cell in cells
        )

    def _varies_by(self, id: str, asked: frozenset[str] = frozenset()) -> set[str]:
        """The dimensions with whose values the fact changes."""
        fact = self.fact.get(id)
        if fact is None or id in asked or not (fact.values or is_formula(fact.value)):
            return set()
        below = (self._varies_by(found[1], asked | {id}) for found in facts_in(fact.value))
        return {name for one in fact.values for name, _ in one.scope}.union(*below)

    def value(self, id: str, form: str = "") -> str | None:
        """What readers see of `{{ id.form }}`: of a fact that is made of others, what it comes to; None where there is none."""
        fact = self.fact.get(id)
        if fact is None or form or not is_formula(fact.value):
            return fact.form(form) if fact else None
        known = self.outcome(fact)
        return None if isinstance(known, NoValue) else known

    def outcome(self, fact: Fact) -> str | NoValue:
        """What a fact that is made of others comes to, or why it comes to nothing."""
        if fact.id not in self._outcomes:
            self._outcomes[fact.id] = NoValue("cycle", id=fact.id)  # whoever asks for it meanwhile goes round in a circle
            try:
                self._outcomes[fact.id] = outcome(fact.value, self._operand, fact.round)
            except NoValue as none:
                self._outcomes[fact.id] = none
        return self._outcomes[fact.id]

    def _operand(self, id: str, form: str) -> str:
        fact = self.fact.get(id)
        if fact is not None and not form and is_formula(fact.value):
            known = self.outcome(fact)
            if isinstance(known, NoValue):
                raise known if known.form == "cycle" else NoValue("operand", id=id)
            return known
        value = self.value(id, form)
        if value is None:
            raise NoValue("operand", id=id)
        return value

    @cached_property
    def _outcomes(self) -> dict[str, str | NoValue]:
        return {}

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The number of each section of the order, planned ones included, from 1."""
        return self.whole.number if self.whole else {entry.id: number for number, (_, entry) in enumerate(self.order, start=1)}

    @cached_property
    def order(self) -> tuple[tuple[Part, Listed | Planned], ...]:
        """The sections named in `handbook.yml`, each with its part."""
        return tuple((part, entry) for part in self.outline.parts for entry in part.sections)

    @cached_property
    def part_of(self) -> Mapping[str, Part]:
        """The part of each section of the order, by the section's id."""
        return {entry.id: part for part, entry in self.order}

    @cached_property
    def attached(self) -> Mapping[str, tuple[Touchpoint, ...]]:
        """The touchpoints whose standard each section is, by the section's id, in the order of the journeys."""
        found: dict[str, list[Touchpoint]] = {}
        for touchpoint in self.touchpoint.values():
            for section in touchpoint.standard:
                found.setdefault(section, []).append(touchpoint)
        return {section: tuple(touchpoints) for section, touchpoints in found.items()}

    @cached_property
    def of_file(self) -> Mapping[str, tuple[Item, ...]]:
        """The top items written in each file, by its path."""
        found: dict[str, list[Item]] = {}
        for item in self.items():
            found.setdefault(item.source.file, []).append(item)
        return {file: tuple(items) for file, items in found.items()}

    def items(self) -> Iterator[Item]:
        """The top items of every file: journeys, sections and each of the shared things."""
        yield self.outline
        yield from self.journeys
        yield from self.sections
        for kind in SHARED:
            yield from self.shared.get(kind.name, ())
        yield from self.probes
        yield from self.months


def _as_fact(dimension: Dimension) -> Fact:
    values = tuple(
        FactValue(scope=((dimension.id, (one.id,)),), value=one.title, forms=one.words) for one in dimension.values
    )
    return Fact(id=dimension.id, title=dimension.title, values=values, source=dimension.source)


def touchpoint_id(reference: str) -> str:
    """The id of the touchpoint that `journey/touchpoint` or `touchpoint` names; ids are unique over all journeys."""
    return Reference.parse(reference, ("touchpoint",)).target[1]
