"""Plans in, what a person reads of them out: what comes of each document, file by file, and the three lists with their lines."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cjm.edit import YamlValue
from cjm.intake.plan import DOCUMENT_SORTS, END_NAMES, Draft, End, IntakePlan
from cjm.intake.write import Drafted, Stays
from cjm.language.says import Language, Says
from cjm.masking import KINDS_HIDDEN
from cjm.model.registry import KINDS

_HEAD = Says("{document}: {sort}; строк {lines}", "{document}: {sort}; lines {lines}")
_PLANNED = Says("ещё не написанный раздел", "section not written yet")
_EXISTS = Says("уже есть", "already there")
_ENDS = Says("строк: {counts}", "lines: {counts}")
_MASKED = Says("личные данные убраны: {kinds}", "personal data taken out: {kinds}")
_UNSURE = Says("проверьте, имя ли это, строки: {lines}", "see whether these are names, lines: {lines}")
_REPEATED = Says(
    "одно и то же значение в нескольких местах — сделайте его фактом:", "one value in several places — make it a fact:"
)
_VALUE = Says("{value} — строки {lines}", "{value}: lines {lines}")
_LIST = Says("## {end}: {count}", "## {end}: {count}")
_LINE = Says("строка {line}: {text} — {why}", "line {line}: {text} — {why}")
_MORE = Says("… и ещё {count}; весь список — в отчёте", "… and {count} more; the whole list is in the report")
_WHERE = Says("## Куда перенесено", "## Where it went")
_KEPT: dict[str, Says] = {
    "edited": Says(
        "{name}: «{key}» вы меняли, документ тоже; оставлено ваше",
        "{name}: you changed {key}, so did the document; yours stays",
    ),
    "gone": Says("{name}: вы убрали; не возвращено", "{name}: you took it away; it does not come back"),
    "left": Says(
        "{name}: в документе этого больше нет; в гайдлайне осталось",
        "{name}: the document has it no longer; the handbook keeps it",
    ),
}
_SHOWN = 12
_LISTED: tuple[End, ...] = ("not-understood", "ask", "dropped")


def plan_lines(plan: IntakePlan, language: Language) -> Iterator[str]:
    """What comes of the document, for the screen: each thing with its file, and how its lines end."""
    yield _HEAD.to(language, document=plan.document, sort=DOCUMENT_SORTS[plan.sort], lines=len(plan.fates))
    part = ""
    titles = dict(plan.parts)
    for one in plan.drafts:
        if one.kind in ("section", "planned"):
            if one.within != part:
                part = one.within
                yield f"  {titles.get(part, part)}"
            yield f"    {one.title} · {_told(one, language)}"
    for one in plan.drafts:
        if one.kind == "journey":
            yield f"  {one.title} · {_journey(one, language)}"
    for kind in dict.fromkeys(one.kind for one in plan.drafts if one.kind not in ("section", "planned", "journey")):
        things = [one for one in plan.drafts if one.kind == kind]
        known = sum(one.reused for one in things)
        more = f" ({_EXISTS.to(language)}: {known})" if known else ""
        yield f"  {KINDS[kind].file or kind}: {KINDS[kind].says.to(language)} × {len(things)}{more}"
    yield "  " + _ENDS.to(language, counts=_counts(plan, language))
    if plan.masked:
        yield "  " + _masked(plan, language)
    if unsure := list(dict.fromkeys(str(one.line) for one in plan.masked if not one.sure)):
        yield "  " + _UNSURE.to(language, lines=", ".join(unsure))


def listed_ends(plan: IntakePlan, language: Language, most: int = _SHOWN) -> Iterator[str]:
    """The lists «не понял», «спросить клиента», «отброшено» with their lines; of each at most `most`."""
    for end in _LISTED:
        fates = plan.ended(end)
        if not fates:
            continue
        yield _LIST.to(language, end=END_NAMES[end].to(language).capitalize(), count=len(fates))
        for one in fates[:most]:
            yield "- " + _LINE.to(language, line=one.line.number, text=one.line.text[:160], why=one.why or "")
        if len(fates) > most:
            yield "- " + _MORE.to(language, count=len(fates) - most)
        yield ""


def kept_lines(kept: Sequence[Stays], language: Language) -> Iterator[str]:
    """What stays as the author has it although the document says otherwise."""
    for one in kept:
        yield _KEPT[one.why].to(language, name=one.name, key=one.key)


def whole_report(plan: IntakePlan, made: Drafted, language: Language) -> str:
    """The report that lies beside the drafts, in Markdown."""
    lines = [f"# {plan.document}", "", *(f"    {line}" for line in plan_lines(plan, language)), ""]
    lines += [f"- {line}" for line in kept_lines(made.kept, language)]
    if plan.repeated:
        lines += [_REPEATED.to(language), ""]
        lines += ["- " + _VALUE.to(language, value=value, lines=", ".join(map(str, at))) for value, at in plan.repeated]
        lines.append("")
    lines += listed_ends(plan, language, len(plan.fates))
    lines += [_WHERE.to(language), ""]
    lines += [f"- {one.line.number} → {one.where}" for one in plan.ended("field")]
    return "\n".join(lines) + "\n"


# Private functions


def _told(one: Draft, language: Language) -> str:
    if one.kind == "planned":
        return _PLANNED.to(language)
    counts = []
    for key in ("steps", "scripts", "conflicts", "never", "details", "questions"):
        things = one.value.get(key, ())
        if things:
            counts.append(f"{_NAMES[key].to(language)} {len(things)}")
    questions = one.value.get("open", {})
    return ", ".join(
        [
            f"{KINDS['section'].file.replace('*', one.id)}",
            *counts,
            *([f"{_OPEN.to(language)} {len(questions)}"] if questions else []),
        ]
    )


def _journey(one: Draft, language: Language) -> str:
    """The file of a journey with its stages, touchpoints, ways and questions counted."""
    stages = _maps(one.value.get("stages"))
    points = [point for stage in stages for point in _maps(stage.get("touchpoints"))]
    edges = [edge for point in points for edge in _maps(point.get("next"))]
    asked = sum(len(held) for thing in (*stages, *points, *edges) if isinstance(held := thing.get("open"), Mapping))
    counts = {_STAGES: len(stages), _POINTS: len(points), _WAYS: len(edges), _OPEN: asked}
    told = [f"{says.to(language)} {count}" for says, count in counts.items() if count]
    return ", ".join([KINDS["journey"].file.replace("*", one.id), *told])


def _maps(value: YamlValue | None) -> list[Mapping[str, YamlValue]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list | tuple) else []


_STAGES, _POINTS, _WAYS = Says("этапов", "stages"), Says("точек касания", "touchpoints"), Says("дорог", "ways")
_NAMES = {
    "steps": Says("шагов", "steps"), "scripts": Says("скриптов", "scripts"), "conflicts": Says("конфликтов", "conflicts"),
    "never": Says("запретов", "never"), "details": Says("справочных блоков", "details"), "questions": Says("вопросов для проверки", "questions"),
}  # fmt: skip
_OPEN = Says("уточнить", "open")


def _counts(plan: IntakePlan, language: Language) -> str:
    found = Counter(one.end for one in plan.fates)
    return ", ".join(f"{END_NAMES[end].to(language)} {found[end]}" for end in END_NAMES if found[end])


def _masked(plan: IntakePlan, language: Language) -> str:
    found = Counter(one.kind for one in plan.masked)
    return _MASKED.to(
        language, kinds=", ".join(f"{KINDS_HIDDEN[kind].to(language)} {count}" for kind, count in found.items())
    )
