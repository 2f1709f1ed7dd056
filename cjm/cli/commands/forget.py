"""`cjm forget`: delete everything that is kept about a person, so that it does not come back."""

from typing import Annotated

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.options import PERSON, Lang, Root, Today
from cjm.language.says import Says

_DONE = Says(
    "{name}: удалено записей: {gone}, из остальных убран человек: {cut}. С другого ноутбука записи не вернутся",
    "{name}: records deleted: {gone}, person taken out of others: {cut}. Nothing comes back from another laptop",
)
_ASK = Says("Удалить всё о человеке «{name}»? Вернуть будет нельзя", 'Delete everything about "{name}"? It cannot be undone')  # fmt: skip

HELP = Says("Удалить всё, что хранится о человеке.", "Delete everything that is kept about a person.")
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    name: Annotated[str, typer.Argument(), Says("Имя или номер человека.", "Name or id of the person."), PERSON],
    root: Root,
    today: Today,
    yes: Annotated[bool, typer.Option("--yes", "-y"), Says("Не переспрашивать.", "Do not ask again.")] = False,
    lang: Lang = None,
) -> None:
    from cjm.app.private import forget_person, opened_room, shown_person

    handbook, language = opened(root, lang)
    with answering(language):
        room = opened_room(handbook, root)
        one, _ = shown_person(room, name)
        if not yes and not typer.confirm(_ASK.to(language, name=one.name)):
            raise typer.Exit(1)
        one, gone, cut = forget_person(room, one.id, today)
    typer.echo(_DONE.to(language, name=one.name, gone=gone, cut=cut))
