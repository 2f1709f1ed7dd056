"""`cjm news`: a letter for the messenger: what changed, what went well, what clients say, since a day or a revision."""

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import Lang, Root, SinceWhen, Today
from cjm.language.says import Says

HELP = Says(
    "Письмо в мессенджер: что изменилось, что получилось, что говорят клиенты — с дня или ревизии.",
    "A letter for the messenger: what changed, what went well, what clients say, since a day or a revision.",
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
    from cjm.export.letter import as_letter

    here, language = opened(root, lang)
    with answering(language):
        made = told_since(here, root, since, today=today)
        show(as_letter(made))
