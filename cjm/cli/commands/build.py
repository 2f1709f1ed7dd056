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
    from cjm.cli.known import known_findings
    from cjm.cli.progress import Progress
    from cjm.cli.save import not_written
    from cjm.language.numerals import counted
    from cjm.lint.choice import Choice
    from cjm.lint.verdict import Verdict, judge
    from cjm.load import load_folder
    from cjm.publish import Hindered, publish
    from cjm.publish.probes import Search, judge_search
    from cjm.report.text import as_text, summary

    handbook = load_folder(root)
    language = lang or handbook.outline.language
    if released and draft:
        raise click.UsageError(_EITHER.to(language))
    # Of a released edition only what all sections share must hold: what is being written in them is not shown.
    asked = Choice(profile="draft") if draft or released else Choice()
    shown_site = _as_released(handbook, today, language) if released else handbook
    known = known_findings(root)
    progress = Progress(language)

    def show(verdict: Verdict) -> None:
        progress.finish()
        if verdict.shown:
            click.echo(as_text(verdict.shown, handbook.sources, language, colour=colour_wanted()))

    with Search(shown_site) as search:
        verdict = judge(handbook, today=today, asked=asked, baseline=known, language=language)
        show(verdict)
        all_shown, accepted, baselined = [*verdict.shown], len(verdict.accepted), len(verdict.baselined)
        sound = draft or not verdict.failed

        def may_stand() -> bool:
            nonlocal accepted, baselined
            if released:
                return True  # the probes are written for what the sections say today
            found = judge_search(handbook, search.lost(), today=today, asked=asked, baseline=known, language=language)
            show(found)
            all_shown.extend(found.shown)
            accepted, baselined = accepted + len(found.accepted), baselined + len(found.baselined)
            return draft or not found.failed

        try:
            if not sound:
                if not handbook.unread:  # else its search would lack what cannot be read
                    may_stand()
                raise Hindered
            made = publish(
                shown_site, root, search.index, today=today, draft=draft, may_stand=may_stand, progress=progress
            )
            notices = made.notices
        except Hindered as hindered:
            made, notices = None, hindered.notices
        except OSError as error:
            progress.finish()
            raise click.ClickException(
                not_written(error, language, error.filename or root / "site_build/out")
            ) from error
    progress.finish()
    for notice in notices:
        click.echo(notice.to(language))
    click.echo(summary(all_shown, accepted, baselined, len(handbook.sources), language), nl=False)
    if made is None:
        click.echo(_REFUSED.to(language), err=True)
        sys.exit(1)
    if zipped:
        click.echo(_PACKED.to(language, where=_shown(_pack(handbook.outline.id, made.site, today, language))))
    pages = counted(made.pages, ("страница", "страницы", "страниц"), ("page", "pages"), language)
    seconds = f"{time.monotonic() - started:.1f}".replace(".", "," if language == "ru" else ".")
    click.echo(_BUILT.to(language, where=_shown(made.site / "index.html"), pages=pages, seconds=seconds))


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


def _shown(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
