"""`cjm pdf`: check the handbook and print it: all of it, a part, a role's reading, or cards for the desk."""

import datetime as dt
import sys
import time
from pathlib import Path
from typing import Any

import click

from cjm.cli.options import colour_wanted, lang_option, root_option, today_option
from cjm.language.says import Language, Says

_REFUSED = Says(
    "PDF не собран: сначала исправьте найденное. Прежний файл остался как был. Черновик печатается с --draft.",
    "No PDF was made: mend what was found first. The file from before stays. A draft is printed with --draft.",
)
_SEVERAL = Says(
    "что-то одно: --part, --section, --role или --journey", "only one of --part, --section, --role and --journey"
)
_UNKNOWN = Says(
    "--{kind} {id}: такого нет{near}. Есть: {known}", "--{kind} {id}: there is none{near}. There are: {known}"
)
_NEAR = Says(" — может быть, {name}?", " — perhaps {name}?")
_NO_SECTIONS = Says(
    "печатать нечего: в guideline/handbook.yml под parts нет ни одного написанного раздела",
    "there is nothing to print: no section that is written stands under parts in guideline/handbook.yml",
)
_DONE = Says("PDF: {where} · {pages} · {seconds} с", "PDF: {where} · {pages} · {seconds} s")
_PICTURES = Says("Картинки: {where} · {pages} · {seconds} с", "Pictures: {where} · {pages} · {seconds} s")
_TEMPLATE = Says(
    "шаблон печати не выполняется. Исправьте его или удалите: тогда возьмётся тот, что идёт с программой.\n{reason}",
    "a print template fails. Mend it, or delete it to get the one that comes with cjm.\n{reason}",
)


@click.command(help="Напечатать гайдлайн в PDF. Print the handbook as PDF.")
@root_option
@lang_option
@today_option
@click.option("--part", metavar="ИМЯ", help="Только эта часть. Only this part.")
@click.option("--section", metavar="ИМЯ", help="Только этот раздел. Only this section.")
@click.option("--role", metavar="ИМЯ", help="Что читает эта роль. What this role reads.")
@click.option("--journey", metavar="ИМЯ", help="Карта пути и его разделы. A journey's map and sections.")
@click.option("--cards", is_flag=True, help="Карточки A6 для стойки, четыре на листе. Desk cards, four a sheet.")
@click.option("--png", is_flag=True, help="Страницы картинками. The pages as pictures.")
@click.option("--draft", is_flag=True, help="Напечатать и с ошибками, с пометкой. Print in spite of errors, marked.")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="ФАЙЛ", help="Куда записать. Where to write.")
def command(
    root: Path, lang: Language | None, today: dt.date, part: str | None, section: str | None, role: str | None,
    journey: str | None, cards: bool, png: bool, draft: bool, output: Path | None,
) -> None:  # fmt: skip
    started = time.monotonic()
    from cjm.atomic import save
    from cjm.book import book, since
    from cjm.book import cards as desk_cards
    from cjm.cli.baseline import known_findings, strict
    from cjm.cli.save import saving
    from cjm.cli.show import from_here
    from cjm.language.numerals import counted
    from cjm.lint.choice import Choice
    from cjm.lint.verdict import judge
    from cjm.load import load_folder
    from cjm.publish.pdf import TypesettingFailed, pdf, pictures
    from cjm.publish.swap import alone
    from cjm.report.text import as_text, summary

    handbook = load_folder(root)
    language = lang or handbook.outline.language
    cut = _cut({"part": part, "section": section, "role": role, "journey": journey}, handbook, language)
    asked = Choice(profile="draft") if draft else Choice()
    known = known_findings(root)
    verdicts = [
        judge(handbook, today=today, asked=asked, baseline=known, language=language, when=when)
        for when in ("lint", "pdf")
    ]
    shown = [finding for verdict in verdicts for finding in verdict.shown]
    if shown:
        click.echo(as_text(shown, handbook.sources, language, colour=colour_wanted()))
        accepted, baselined = (sum(len(getattr(one, name)) for one in verdicts) for name in ("accepted", "baselined"))
        click.echo(summary(shown, accepted, baselined, len(handbook.sources), language), nl=False)
    if verdicts[0].failed and not draft:
        _refuse(_REFUSED.to(language) + strict(shown, handbook, language))
    if not any(one.id in handbook.section for _, one in handbook.order):
        _refuse(_NO_SECTIONS.to(language))
    if cards:
        made = desk_cards(handbook, today=today, cut=cut, draft=verdicts[0].failed)
    else:
        made = book(handbook, today=today, cut=cut, since=since(handbook, today), draft=verdicts[0].failed)
    out = root / "site_build" / "out"
    name = "-".join(word for word in (handbook.outline.id or "handbook", cut.id, "cards" if cards else "") if word)
    target = output or out / (name if png else f"{name}.pdf")
    del handbook, verdicts  # Typst needs the memory
    try:
        with saving(language, target):
            if png:
                pages = pictures(made, root)
                files = {target / f"{number:03}.png": page for number, page in enumerate(pages, start=1)}
            else:
                files = {target: pdf(made, root)}
            with alone(out):
                for file, content in files.items():
                    save(file, content)
    except TypesettingFailed as failed:
        _refuse(_TEMPLATE.to(language, reason=failed))
    number = len(files) if png else _pages(next(iter(files.values())))
    told = counted(number, ("страница", "страницы", "страниц"), ("page", "pages"), language)
    seconds = f"{time.monotonic() - started:.1f}".replace(".", "," if language == "ru" else ".")
    click.echo((_PICTURES if png else _DONE).to(language, where=from_here(target), pages=told, seconds=seconds))


# Private functions


def _cut(wishes: dict[str, str | None], handbook: Any, language: Language) -> Any:
    from cjm.book import WHOLE, Cut, choices
    from cjm.language.letters import nearest

    asked = [(kind, wish) for kind, wish in wishes.items() if wish is not None]
    if len(asked) > 1:
        raise click.UsageError(_SEVERAL.to(language))
    if not asked:
        return WHOLE
    kind, wish = asked[0]
    known = choices(kind, handbook)  # type: ignore[arg-type]
    if wish not in known:
        near = nearest(wish, known)
        hint = _NEAR.to(language, name=near) if near else ""
        raise click.UsageError(_UNKNOWN.to(language, kind=kind, id=wish, near=hint, known=", ".join(known) or "—"))
    return Cut(kind, wish)  # type: ignore[arg-type]


def _refuse(reason: str) -> None:
    click.echo(reason, err=True)
    sys.exit(1)


def _pages(made: bytes) -> int:
    import io

    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(made)).pages)
