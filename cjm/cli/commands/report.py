"""`cjm report`: the report from point A to point B: what was, what was done, what the numbers show, what cannot be said yet."""

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import Lang, Root, SinceWhen, Today
from cjm.language.says import Says

HELP = Says(
    "Отчёт из точки А в точку Б: что было, что сделано, что показывают числа и чего пока сказать нельзя.",
    "The report from point A to point B: what was, what was done, what the numbers show, what cannot be said yet.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    today: Today,
    since: SinceWhen,
    lang: Lang = None,
) -> None:
    from cjm.app.compare import told_since
    from cjm.cli.show import show
    from cjm.export.point_to_point import as_point_to_point

    here, language = opened(root, lang)
    with answering(language):
        made = told_since(here, root, since, today=today)
        show(as_point_to_point(made, today))
