"""The files of a handbook, an id and another in, the files with the thing called so everywhere out, or why not.

Nothing is taken on trust: what is written is read again, and must say the same but for the id, be used in as many places,
and be found fault with as before. Where hundreds of files name it as a plain value of a field, some for each such field are
read, and all in which it stands otherwise; in the rest letters of an id take the place of letters of an id, with a blank or a
bracket on either side, which is as plain a value: nothing else of the file is read otherwise.
"""

import dataclasses
import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from cjm.approval.history import FOLDER as APPROVALS
from cjm.edit import Changed, Edit, FieldPlace, Refused, changed, insert, set_field
from cjm.edit.change import as_written
from cjm.edit.tree import parse_tree
from cjm.gc_pause import collector_resting
from cjm.language import letters
from cjm.language.says import Says
from cjm.language.signs import as_read
from cjm.lint.baseline import FILE, Baseline, read_baseline, renamed
from cjm.lint.choice import RuleChoice
from cjm.lint.finding import Finding
from cjm.lint.rules import bad_id
from cjm.lint.verdict import Verdict, judge
from cjm.load import Files, load
from cjm.model import Handbook, Journey, Place, Section, Written
from cjm.model.fields import Name, specs
from cjm.model.registry import KINDS
from cjm.repair.mend import decoded, encoded
from cjm.workspace.find_references import Mention, naming, uses
from cjm.workspace.named import parts_of, things_named
from cjm.workspace.narrow import within
from cjm.workspace.plain_references import MAY_HIDE, plain_references
from cjm.workspace.subjects import below, identities, identity

_UNKNOWN = Says("имени «{id}» здесь нет", 'there is no "{id}" here')
_NEAR = Says("имени «{id}» здесь нет. Возможно, {near}", 'there is no "{id}" here. Perhaps {near}')
_SEVERAL = Says("«{id}» здесь несколько, назовите одно: {names}", 'there are several "{id}" here, name one: {names}')
_TWICE = Says(
    "«{id}» дано дважды ({places}): сначала исправьте это", '"{id}" is given twice ({places}): mend that first'
)
_OTHER_KIND = Says("«{new}»: вид вещи не меняется, это {kind}", '"{new}": the kind of a thing stays, this is a {kind}')
_SAME = Says("«{id}» так и называется", '"{id}" is called so already')
_TAKEN = Says("имя «{id}» уже занято ({where})", 'the id "{id}" is taken already ({where})')
_SPOKEN_OF = Says(
    "имя «{id}» уже упоминают ({where}): ссылка оттуда попала бы не туда",
    'the id "{id}" is spoken of already ({where}): the link there would lead elsewhere',
)
_UNREAD = Says("{file} не читается, а «{id}» там может стоять: сначала исправьте его", '{file} cannot be read, and may speak of "{id}": mend it first')  # fmt: skip
_ALIAS = Says(
    "{file}: на «{id}» указывает псевдоним YAML, который стоит и за другое. Запишите имя там, где оно нужно",
    '{file}: a YAML alias of "{id}" stands for something else as well. Write the id out where it is meant',
)
_LOST = Says(
    "после переименования на «{new}» ссылались бы из {after} мест, а на «{old}» ссылаются из {before}: ничего не записано",
    '"{new}" would be used in {after} places, and "{old}" is used in {before}: nothing was written',
)
_MORE = Says("после переименования стало бы не так: {file}: {message}. Ничего не записано", "after it something would be wrong: {file}: {message}. Nothing was written")  # fmt: skip
_FEWER = Says("после переименования не нашлось бы то, что находится сейчас: {file}: {message}. Ничего не записано", "after it something would not be found that is found now: {file}: {message}. Nothing was written")  # fmt: skip

_MANY, _SHOWN = 300, 5  # files in which an id stands as a plain value; of each field that holds it


@dataclass(frozen=True, slots=True)
class Renamed:
    """What becomes of the files, the baseline among them, and in how many places the id stood."""

    old: str  # kind:id
    new: str
    files: tuple[Changed, ...]
    places: int


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something with an id, and what it is to be called."""

    kind: str
    item: Written
    new: str

    @property
    def id(self) -> str:
        return identity(self.item).partition(":")[2]

    @property
    def home(self) -> str:
        return self.item.source.file

    @property
    def home_after(self) -> str:
        """The file of a section or a journey follows its id."""
        path = PurePosixPath(self.home)
        named_after = isinstance(self.item, Section | Journey) and path.stem == self.id
        return str(path.with_stem(self.new)) if named_after else self.home

    def is_meant(self, name: str, file: str) -> bool:
        """Whether `kind:id`, seen in `file`, is this thing, before or after."""
        here = file in (self.home, self.home_after) or not KINDS[self.kind].local
        return here and name in (f"{self.kind}:{self.id}", f"{self.kind}:{self.new}")


@collector_resting()
def rename(files: Files, old: str, new: str, *, today: dt.date, baseline: str = "") -> Renamed:
    """`old` and `new` are `kind:id`, or a bare id where only one thing has it. Raises Refused; records stay as they are."""
    handbook, read, plain = _read(_concerned(files, old, new), old, new)
    thing = _thing(handbook, files, old, new)
    _may_be_called(thing, handbook, files)
    mentions = list(uses(handbook, thing.kind, thing.id, thing.home, of_few=True))
    given = _own_place(thing)
    places = [*([given] if given else ()), *mentions]
    _means_only_it(places, thing, handbook)
    edits = [_respelled(place, thing.id, thing.new, handbook) for place in dict.fromkeys(places)]
    if given is None:  # made from its title so far
        edits += set_field(handbook.sources[thing.home], FieldPlace.of(thing.item, "id"), thing.new)
    edits += [*_in_suppressions(thing, handbook), *_earlier(thing, handbook)]
    alike = [one.place for some in plain.values() for one in some if one.means(thing.kind, thing.home, handbook)]
    edits += [Edit(place, thing.new) for place in alike]
    after = _written(files, edits, thing)
    now = load({thing.home_after if file == thing.home else file: after.get(file, raw) for file, raw in read.items()})
    again = list(uses(now, thing.kind, thing.new, thing.home_after, of_few=True))
    if len(again) != len(mentions):
        raise Refused(_LOST, old=thing.id, new=thing.new, before=len(mentions), after=len(again))
    left_out = frozenset(PurePosixPath(file).stem for file in files.keys() - read.keys())
    verdict = _judged(handbook, left_out, today, baseline)
    known = _in_baseline(baseline, thing, verdict)
    _finds_the_same(verdict, _judged(now, left_out, today, known), thing)
    changes = []
    for file, last in sorted(after.items()):
        first = files[file]
        if isinstance(first, bytes):
            changes.append(
                Changed(file, first, last, thing.home_after if file == thing.home != thing.home_after else "")
            )
    if known != baseline:
        changes.append(
            Changed(FILE, baseline.encode("utf-8", "surrogateescape"), known.encode("utf-8", "surrogateescape"))
        )
    return Renamed(f"{thing.kind}:{thing.id}", thing.new, tuple(changes), len({*places, *alike}))


# Private functions


def _concerned(files: Files, old: str, new: str) -> Files:
    """The files that may speak of either id, and those that all share.

    All of them where something is approved: what was approved rests on more than it names.
    """
    if any(file.startswith(f"{APPROVALS}/") for file in files):
        return files
    # What is written with escapes, invisible signs or in another encoding may be anything.
    names = [_naming(parts_of(word)[2]) for word in (old, new)]
    return {
        file: raw
        for file, raw in files.items()
        if not isinstance(raw, bytes)
        or (file.startswith("guideline/") and file.count("/") == 1)
        or any(name(raw) for name in names)
        or MAY_HIDE.search(raw)
        or as_read(text := raw.decode("utf-8", "replace")) is not text
    }


def _naming(id: str) -> Callable[[bytes], bool]:
    """Whether the id stands in a file, not as a part of a longer one."""
    word = re.escape(id.encode("utf-8"))
    found = re.compile(rb"%s(?<![\w-]%s)(?![\w-])" % (word, word))  # begins with the word: that is looked for fast
    return lambda raw: found.search(raw) is not None


def _read(files: Files, old: str, new: str) -> tuple[Handbook, Files, dict[str, list[Mention]]]:
    """The handbook of those files that must be read, these files, and what the others say of `old` in plain values."""
    of_field: dict[str, dict[str, None]] = {}
    found: dict[str, list[Mention]] = {}
    id = parts_of(old)[2]
    names, names_other = _naming(id), _naming(parts_of(new)[2])
    asked = [(file, raw) for file, raw in files.items() if isinstance(raw, bytes) and names(raw)]
    for file, raw in asked if len(asked) > _MANY and letters.is_id(id) else ():
        there = None if names_other(raw) else plain_references(file, raw, id)
        if there is not None:
            found[file] = [mention for _, mention in there]
            for way in {way for way, _ in there}:
                of_field.setdefault(way, {})[file] = None
    shown = {file for some in of_field.values() for file in islice(some, _SHOWN)}
    plain = {file: mentions for file, mentions in found.items() if file not in shown}
    if len(plain) > _MANY:
        read = {file: raw for file, raw in files.items() if file not in plain}
        handbook = load(read)
        # What was read is to say of itself what was found in it without reading.
        if {one for one in naming(handbook, id) if one.place.file in shown} == {
            one for file in shown for one in found[file]
        }:
            return handbook, read, plain
    return load(files), files, {}


def _thing(handbook: Handbook, files: Files, old: str, new: str) -> _Thing:
    meant = things_named(handbook, old)
    if not meant:
        everything = [identity(item) for top in load(files).items() for item in below(top)]
        ids = [name.partition(":")[2] for name in everything]
        near = letters.nearest(old, everything) or letters.nearest(old.rpartition("/")[2], ids)
        raise Refused(_NEAR if near else _UNKNOWN, id=old, near=near)
    if len(meant) > 1:
        id = parts_of(old)[2]
        names = (f"{own}:{f'{PurePosixPath(file).stem}/' if file else ''}{id}" for own, file in meant)
        raise Refused(_SEVERAL, id=old, names=", ".join(names))
    [((kind, _), items)] = meant.items()
    if len(items) > 1:
        raise Refused(_TWICE, id=old, places=", ".join(_where(item.at()) for item in items))
    other, _, bare = parts_of(new)
    if other not in ("", kind):
        raise Refused(_OTHER_KIND, new=new, kind=KINDS[kind].says)
    return _Thing(kind, items[0], bare)


def _may_be_called(thing: _Thing, handbook: Handbook, files: Files) -> None:
    """Refused where the new id is none, where something has it, or where a link to it stands already."""
    new = thing.new
    if new == thing.id:
        raise Refused(_SAME, id=new)
    if not letters.is_id(new):
        strangers = letters.strangers(new) if letters.is_id(letters.latin_twin(new)) else ""
        raise Refused(bad_id.SAYS["look-alike" if strangers else "form"], id=new, letters=strangers)
    for file in sorted(handbook.unread):
        raise Refused(_UNREAD, file=file, id=thing.id)
    taken = f"{thing.kind}:{new}" in identities(handbook)
    for top in handbook.items():
        for item in below(top) if taken or new in handbook.sources.get(top.source.file, "") else ():
            has = identity(item) == f"{thing.kind}:{new}" and (
                not KINDS[thing.kind].local or item.source.file == thing.home
            )
            had = type(item) is type(thing.item) and item is not thing.item and new in getattr(item, "was", ())
            if has or had:
                raise Refused(_TAKEN, id=new, where=_where(item.at("was") if had else item.at()))
    for place in uses(handbook, thing.kind, new, thing.home, of_few=True):
        raise Refused(_SPOKEN_OF, id=new, where=_where(place))
    if thing.home_after != thing.home and thing.home_after in files:
        raise Refused(_TAKEN, id=new, where=thing.home_after)


def _own_place(thing: _Thing) -> Place | None:
    """Where the id is given; None where it is made from another field."""
    key = next(spec.key for spec in specs(type(thing.item)).values() if isinstance(spec.reads, Name))
    return thing.item.at(key) if key in thing.item.source.names else None


def _respelled(place: Place, old: str, new: str, handbook: Handbook) -> Edit:
    """The edit that puts `new` where `old` stands in `place`; quotation marks around it stay."""
    text = handbook.sources[place.file]
    at = text.rfind(old, place.start, place.end)
    return Edit(within(place, at, at + len(old), text) if at >= 0 else place, new)


def _judged(handbook: Handbook, left_out: frozenset[str], today: dt.date, baseline: str) -> Verdict:
    """What lint says at its strictest. A section whose file was left out is not missing."""
    parts = tuple(
        dataclasses.replace(part, sections=tuple(entry for entry in part.sections if entry.id not in left_out))
        for part in handbook.outline.parts
    )
    seen = dataclasses.replace(handbook, outline=dataclasses.replace(handbook.outline, parts=parts))
    known = read_baseline(baseline) if baseline else Baseline()
    return judge(seen, today=today, asked=RuleChoice(profile="release"), baseline=known)


def _in_suppressions(thing: _Thing, handbook: Handbook) -> Iterator[Edit]:
    """The edits of what handbook.yml accepts for just the file that moves."""
    for accepted in handbook.outline.lint.accept if thing.home_after != thing.home else ():
        if accepted.path == thing.home:
            yield _respelled(accepted.at("path"), thing.home, thing.home_after, handbook)


def _earlier(thing: _Thing, handbook: Handbook) -> tuple[Edit, ...]:
    """The edits that keep the old address of a section or a journey; one that gets back its earlier id changes the two."""
    item = thing.item
    if not isinstance(item, Section | Journey) or not letters.is_id(thing.id):
        return ()
    if thing.new in item.was:
        return (_respelled(item.at("was", item.was.index(thing.new)), thing.new, thing.id, handbook),)
    return insert(handbook.sources[thing.home], FieldPlace.of(item, "was"), thing.id)


def _written(files: Files, edits: Iterable[Edit], thing: _Thing) -> dict[str, bytes]:
    """What the files that change will hold, by the paths that they have now."""
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.place.file, []).append(edit)
    made = {}
    for file, some in by_file.items():
        text = decoded(files[file])
        made[file] = encoded(changed(text, as_written(some, text)), files[file])
    return made


def _means_only_it(places: Iterable[Place], thing: _Thing, handbook: Handbook) -> None:
    """Refused where an alias makes of the id something else as well, which would change with it."""
    sources = ((file, handbook.sources[file]) for file in {place.file for place in places})
    aliased = {file: parse_tree(file, text) for file, text in sources if "&" in text and "*" in text}
    for place, count in Counter(places).items():
        if place.file in aliased and aliased[place.file].times(place.start) > count:
            raise Refused(_ALIAS, file=_where(place), id=thing.id)


def _in_baseline(text: str, thing: _Thing, before: Verdict) -> str:
    """The text of the baseline after the rename."""
    counts: Counter[str] | None = None
    if KINDS[thing.kind].local:  # things of other files may have the same id
        found = (one for one in before.baselined if thing.is_meant(one.id, one.place.file))
        counts = Counter(one.code for one in found)
    text = renamed(text, f"{thing.kind}:{thing.id}", f"{thing.kind}:{thing.new}", counts)
    return renamed(text, thing.home, thing.home_after)


def _finds_the_same(before: Verdict, after: Verdict, thing: _Thing) -> None:
    """Refused where lint finds more, less or elsewhere after it, with the first such finding as the reason."""
    was, now = (Counter(_found(one, thing) for one in verdict.findings) for verdict in (before, after))
    for verdict, other, why in ((after, now - was, _MORE), (before, was - now, _FEWER)):
        for one in verdict.findings:
            if other[_found(one, thing)]:
                raise Refused(why, file=_where(one.place), message=one.message)


def _found(one: Finding, thing: _Thing) -> tuple[object, ...]:
    """A finding without its words and its line, as it reads after the rename."""
    file = thing.home_after if one.place.file == thing.home else one.place.file
    id = f"{thing.kind}:{thing.new}" if thing.is_meant(one.id, file) else one.id
    id = thing.home_after if id == thing.home else id
    return one.code, one.severity, file, id, bool(one.accepted), one.baselined


def _where(place: Place) -> str:
    return f"{place.file}:{place.line}"
