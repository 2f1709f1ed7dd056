"""A handbook in, its site in the place of the old one out, and on the way what is found: an event for each."""

import contextlib
import datetime as dt
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

from cjm.app.check import known_findings, strictness
from cjm.app.refusal import Misuse, NotWritten, Refusal, writing
from cjm.app.released import released as approved_edition
from cjm.language.says import Language, Says
from cjm.lint import Finding
from cjm.lint.baseline import Baseline
from cjm.lint.choice import RuleChoice
from cjm.model import Handbook
from cjm.model.scope import NOTHING_CHOSEN, Chosen
from cjm.projection import cut_out
from cjm.publish.archive import pack
from cjm.publish.build import Published, Ready, Rendered, publish
from cjm.publish.engine import Built
from cjm.publish.judged import Judged
from cjm.publish.notice import Hindered, Notice
from cjm.publish.tree import OUT, files_below
from cjm.publish.worker import Asked, Meanwhile


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Only what was approved is shown: so many sections in an earlier wording, so many not at all."""

    older: int
    without: int


@dataclass(frozen=True, slots=True)
class Checked:
    """All that was found, when nothing more will be; `notices` are about everything beside the handbook."""

    findings: tuple[Finding, ...]
    accepted: int
    baselined: int
    notices: tuple[Notice, ...]


class DraftOrReleased(Misuse):
    """A draft shows what is not approved."""

    SAYS = Says("либо --draft, либо --released", "either --draft or --released")


class NotBuilt(Refusal):
    """What was found has to be mended first."""

    SAYS = Says(
        "Сайт не собран: сначала исправьте найденное. Прежний сайт остался как был. Черновик собирается с --draft.{why}",
        "No site was built: mend what was found first. The site from before stays. A draft is built with --draft.{why}",
    )


def build(
    handbook: Handbook, root: Path, *, today: dt.date, language: Language | None = None, draft: bool = False,
    released: bool = False, cell: Chosen = NOTHING_CHOSEN,
) -> Iterator[Narrowed | Rendered | Built | Judged | Checked | Published]:  # fmt: skip
    """Check `handbook` and make its site in `root`, of what holds for `cell`; Published comes last. Raises a Refusal, and the last good site stays.

    A verdict that fails stops the pages at the next one, and so does a caller who closes the generator.
    """
    if draft and released:
        raise DraftOrReleased
    shown, own, known = handbook, None, known_findings(root)
    if released:
        edition = approved_edition(handbook, root, today)
        shown, own, known = edition.handbook, edition.own, Baseline()
        yield Narrowed(edition.older, edition.without)
    shown = cut_out(shown, cell)
    asked = Asked(today, RuleChoice(profile="draft") if draft or released else RuleChoice(), known, language)
    with Meanwhile(shown, asked) as meanwhile:
        tried = yield from _tried(shown, root, meanwhile, today, draft, own)
    findings = tuple(finding for judged in tried.judged for finding in judged.shown)
    accepted, baselined = sum(one.accepted for one in tried.judged), sum(one.baselined for one in tried.judged)
    yield Checked(findings, accepted, baselined, tried.notices)
    if tried.made is None:
        raise NotBuilt(why=strictness(findings, shown))
    yield tried.made


def packed(made: Published, name: str, today: dt.date) -> Path:
    """The site as one file to hand over. Raises NotWritten."""
    target = made.site.with_name(f"{name or 'handbook'}.zip")
    with writing(target):
        pack(files_below(made.site), name or "handbook", target, today)
    return target


# Private functions


@dataclass(frozen=True, slots=True)
class _Tried:
    """How it went."""

    made: Published | None
    judged: tuple[Judged, ...]
    notices: tuple[Notice, ...]


def _tried(
    handbook: Handbook, root: Path, meanwhile: Meanwhile, today: dt.date, draft: bool, own: Path | None
) -> Generator[Rendered | Built | Judged, None, _Tried]:
    released = own is not None  # what was approved was judged when it was: nobody can mend it now
    judged = Judged((), 0, 0, False) if released else None
    probed = made = None
    notices: tuple[Notice, ...] = ()
    if handbook.problems:
        # What cannot be read or understood is said at once; pages need not bear it.
        yield (judged := meanwhile.judged())
    try:
        if judged is None or draft or not judged.failed:
            with contextlib.closing(publish(handbook, root, meanwhile.index, today=today, own=own)) as steps:
                for step in steps:
                    if judged is None and (isinstance(step, Ready) or meanwhile.judged_by_now()):
                        yield (judged := meanwhile.judged())
                    if judged is not None and judged.failed and not draft:
                        break
                    if isinstance(step, Published):
                        made = step
                    elif isinstance(step, Ready):
                        notices = step.notices
                        if not released:
                            yield (probed := meanwhile.probed())
                        if not draft and not released and not (step.sound and (probed is None or not probed.failed)):
                            break
                    else:
                        yield step
    except Hindered as hindered:
        notices = hindered.notices
    except OSError as error:
        raise NotWritten(error, error.filename or root / OUT) from error
    if judged is None:
        yield (judged := meanwhile.judged())
    if judged.failed and not draft:
        notices = ()
        if not handbook.unread and not released:  # else its search would lack what cannot be read
            yield (probed := meanwhile.probed())
    return _Tried(made, (judged, probed) if probed else (judged,), notices)
