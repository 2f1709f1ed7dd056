"""What somebody typed behind `--for` in, the values of the dimensions that are chosen out; or why they cannot be."""

from collections.abc import Iterable, Sequence

from cjm.app.refusal import NOTHING, Misuse
from cjm.language.letters import nearest
from cjm.language.says import Says
from cjm.model import Handbook
from cjm.model.dimension import Dimension
from cjm.model.scope import Chosen

_NEAR = Says(" — может быть, {name}?", " — perhaps {name}?")


class NoDimension(Misuse):
    """The handbook has no such dimension."""

    SAYS = Says(
        "--for {given}: разреза «{id}» нет{near}. Пишут разрез=значение; разрезы в guideline/handbook.yml: {known}",
        '--for {given}: there is no dimension "{id}"{near}. Write dimension=value; dimensions in guideline/handbook.yml: {known}',
    )


class NoSuchValue(Misuse):
    """The dimension has no such value."""

    SAYS = Says(
        "--for {given}: значения «{id}» нет{near}. Есть: {known}",
        '--for {given}: there is no value "{id}"{near}. There are: {known}',
    )


class OfTheClient(Misuse):
    """Who is on the line is not known before: a book must not hide what the next client needs."""

    SAYS = Says(
        "--for {given}: «{title}» зависит от клиента на линии (chosen: by-client) и заранее не выбирается. Выбрать можно: {known}",
        '--for {given}: "{title}" depends on the client on the line (chosen: by-client) and is not chosen beforehand. Can be chosen: {known}',
    )


class ChosenTwice(Misuse):
    """One value of each dimension."""

    SAYS = Says("--for {given}: «{title}» уже выбран", '--for {given}: "{title}" is chosen already')


def chosen_values(wishes: Sequence[str], handbook: Handbook) -> Chosen:
    """The values that `branch=north` and the like choose. Raises a Misuse."""
    cell: dict[str, str] = {}
    for given in wishes:
        name, _, value = given.replace(":", "=", 1).partition("=")
        dimension = handbook.dimension.get(name.strip())
        if dimension is None:
            raise NoDimension(
                given=given, id=name, near=_near(name, handbook.dimension), known=_listed(handbook.dimension)
            )
        if dimension.chosen == "by-client":
            mine = [one.id for one in handbook.outline.dimensions if one.chosen == "by-reader"]
            raise OfTheClient(given=given, title=dimension.title, known=_listed(mine))
        if dimension.id in cell:
            raise ChosenTwice(given=given, title=dimension.title)
        cell[dimension.id] = _value(value.strip(), given, dimension)
    return cell


# Private functions


def _value(written: str, given: str, dimension: Dimension) -> str:
    for one in dimension.values:
        if written in (one.id, one.title, *one.was):
            return one.id
    known = [one.id for one in dimension.values]
    raise NoSuchValue(given=given, id=written, near=_near(written, known), known=_listed(known))


def _near(name: str, known: Iterable[str]) -> Says:
    near = nearest(name, list(known))
    return _NEAR.filled(name=near) if near else NOTHING


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "—"
