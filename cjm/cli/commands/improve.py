"""`cjm improve`: before a change when its effect will be seen, after it what the numbers bear to be said."""

from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.candidates import ids
from cjm.cli.options import ID, Lang, Root
from cjm.language.says import Says

HELP = Says(
    "Помогло ли улучшение: до перемены — когда это будет видно, после — что позволяют сказать числа.",
    "Whether an improvement helped: before it when that will be seen, after it what the numbers bear.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)
_NONE = Says("улучшения «{id}» с мерой нет{known}", 'there is no improvement "{id}" with a measure{known}')
_KNOWN = Says(". Есть: {ids}", ". There are: {ids}")
_THANKS = Says("Сказать спасибо тем, кто об этом говорил:\n  {words}", "To thank those who spoke of it:\n  {words}")
_ASKED = Says("  случаев {count}: {ids}", "  cases, {count}: {ids}")


@app.command()
def command(
    root: Root,
    name: Annotated[
        str, typer.Argument(autocompletion=ids("improvement")), Says("Имя улучшения; без него — все.", "The id of one; all without it."), ID
    ] = "",
    lang: Lang = None,
) -> None:  # fmt: skip
    from cjm.app.cases import who_asked
    from cjm.cli.show import show
    from cjm.figures import changes_for_clients
    from cjm.figures.progress import as_progress
    from cjm.voice.improving import progress

    handbook, language = opened(root, lang)
    found = progress(handbook)  # all of them, whichever is shown: they share one budget of error
    known = [one.improvement.id for one in found]
    if name and name not in known:
        raise typer.BadParameter(
            _NONE.to(language, id=name, known=_KNOWN.to(language, ids=", ".join(known)) if known else "")
        )
    show(as_progress((one for one in found if name in ("", one.improvement.id)), handbook, language))
    for one in changes_for_clients(handbook):
        if one.improvement.id == name:
            with answering(language):
                asked = who_asked(handbook, root, one.improvement)
            typer.echo("\n" + _THANKS.to(language, words=one.thanks.strip()))
            if asked:
                typer.echo(_ASKED.to(language, count=len(asked), ids=", ".join(case.id for case in asked)))
