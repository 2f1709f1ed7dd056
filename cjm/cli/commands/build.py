"""`cjm build`: check the handbook and make its site; a handbook with errors leaves the last good site."""

import datetime as dt
import sys
import time
from pathlib import Path

import click

from cjm.cli.options import colour_wanted, lang_option, root_option, today_option
from cjm.language.says import Language, Says
from cjm.model import Handbook

_REFUSED = Says(
    "Сайт не собран: сначала исправьте найденное. Прежний сайт остался как был. Черновик собирается с --draft.",
    "No site was built: mend what was found first. The site from before stays. A draft is built with --draft.",
)
_BUILT = Says("Сайт: {where} · {pages} · {seconds} с", "Site: {where} · {pages} · {seconds} s")
_PACKED = Says("Архив: {where} — распаковать и открыть index.html", "Archive: {where} — unpack it and open index.html")
_EITHER = Says("либо --draft, либо --released", "either --draft or --released")
_NOTHING_APPROVED = Says(
    "здесь ещё ничего не утверждали, показывать нечего: cjm pdf, потом cjm approve",
    "nothing was approved here yet, so there is nothing to show: cjm pdf, then cjm approve",
)
_RELEASED = Says(
    "Только утверждённое. В прежней редакции разделов: {older} · ещё не утверждено: {without}",
    "Only what was approved. Sections in an earlier wording: {older} · not approved yet: {without}",
)


@click.command(help="Проверить гайдлайн и собрать сайт. Check the handbook and build its site.")
@root_option
@lang_option
@today_option
@click.option("--draft", is_flag=True, help="Собрать и с ошибками. Build in spite of errors.")
@click.option("--released", is_flag=True, help="Только утверждённое. Only what was approved.")
@click.option("--zip", "zipped", is_flag=True, help="Ещё и архив, чтобы передать сайт. Also a zip to hand over.")
def command(root: Path, lang: Language | None, today: dt.date, draft: bool, released: bool, zipped: bool) -> None:
    started = time.monotonic()
    from cjm.cli.baseline import known_findings, strict
    from cjm.cli.progress import Progress
    from cjm.cli.save import not_written
    from cjm.cli.show import from_here
    from cjm.language.numerals import counted
    from cjm.lint.choice import Choice
    from cjm.load import load_folder
    from cjm.publish import Hindered, Notice, publish
    from cjm.publish.worker import Asked, Judged, Meanwhile
    from cjm.report.text import as_text, summary

    handbook = load_folder(root)
    language = lang or handbook.outline.language
    if released and draft:
        raise click.UsageError(_EITHER.to(language))
    # Of a released edition only what all sections share must hold: what is being written in them is not shown.
    choice = Choice(profile="draft") if draft or released else Choice()
    shown_site = _as_released(handbook, today, language) if released else handbook
    progress = Progress(language)
    judged: list[Judged] = []

    def told(found: Judged) -> bool:
        """Show what was found, and say whether the site may stand in spite of it."""
        judged.append(found)
        progress.finish()
        if found.shown:
            click.echo(as_text(found.shown, handbook.sources, language, colour=colour_wanted()))
        return draft or not found.failed

    with Meanwhile(handbook, Asked(today, choice, known_findings(root), language), shown_site) as meanwhile:

        def is_sound() -> bool:
            if not judged:
                told(meanwhile.judged())
            return draft or not judged[0].failed

        def watch(what: str, done: int, of: int) -> None:
            progress(what, done, of)
            if meanwhile.judged_by_now() and not is_sound():
                raise Hindered

        def may_stand() -> bool:
            # The probes are written for what the sections say today.
            return is_sound() and (released or told(meanwhile.probed()))

        made, notices = None, tuple[Notice, ...]()
        try:
            # What cannot be read or understood is said at once; pages need not bear it.
            if not handbook.problems or is_sound():
                made = publish(
                    shown_site, root, meanwhile.index, today=today, draft=draft, may_stand=may_stand, progress=watch
                )
                notices = made.notices
        except Hindered as hindered:
            notices = hindered.notices if is_sound() else ()
        except OSError as error:
            progress.finish()
            raise click.ClickException(
                not_written(error, language, error.filename or root / "site_build/out")
            ) from error
        if not is_sound() and not handbook.unread and not released:  # else its search would lack what cannot be read
            told(meanwhile.probed())
    progress.finish()
    for notice in notices:
        click.echo(notice.to(language))
    shown = [finding for found in judged for finding in found.shown]
    accepted, baselined = sum(found.accepted for found in judged), sum(found.baselined for found in judged)
    click.echo(summary(shown, accepted, baselined, len(handbook.sources), language), nl=False)
    if made is None:
        click.echo(_REFUSED.to(language) + strict(shown, handbook, language), err=True)
        sys.exit(1)
    if zipped:
        click.echo(_PACKED.to(language, where=from_here(_pack(handbook.outline.id, made.site, today, language))))
    pages = counted(made.pages, ("страница", "страницы", "страниц"), ("page", "pages"), language)
    seconds = f"{time.monotonic() - started:.1f}".replace(".", "," if language == "ru" else ".")
    click.echo(_BUILT.to(language, where=from_here(made.site / "index.html"), pages=pages, seconds=seconds))


# Private functions


def _as_released(handbook: Handbook, today: dt.date, language: Language) -> Handbook:
    """The handbook as it was approved; says what is left out, and stops where nothing was."""
    from cjm.approval import standings
    from cjm.approval.release import released

    stand = standings(handbook, today)
    if not stand.history.records:
        raise click.UsageError(_NOTHING_APPROVED.to(language))
    made = released(handbook, stand)
    older = sum(one.status == "changed" for one in stand.of.values()) - len(
        [id for id in made.unapproved or () if stand.of[id].last]
    )
    click.echo(_RELEASED.to(language, older=older, without=len(made.unapproved or ())))
    return made


def _pack(name: str, site: Path, today: dt.date, language: Language) -> Path:
    from cjm.cli.save import saving
    from cjm.publish import files_below, pack

    target = site.with_name(f"{name or 'handbook'}.zip")
    with saving(language, target):
        pack(files_below(site), name or "handbook", target, today)
    return target
