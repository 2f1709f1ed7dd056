"""`cjm private`: the records about people, which lie outside the handbook: where, whose, about whom, how long."""

import datetime as dt
import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from cjm.cli.answer import answering, opened
from cjm.cli.candidates import ids
from cjm.cli.options import A_DAY, PERSON, For, Lang, Root, Today, day_option
from cjm.language.says import Says

_WHERE = Says("{folder}\nотвечает: {owner}", "{folder}\nowner: {owner}")
_OVER = Says(
    "срок хранения вышел у записей: {count}. Удалит их: cjm private tidy",
    "records past their term: {count}. To delete them: cjm private tidy",
)
_TIDIED = Says("удалено записей, чей срок вышел: {count}", "records past their term deleted: {count}")
_JOINED = Says("перенято записей: {count}", "records taken over: {count}")
_DIFFERS = Says("{name}: на двух ноутбуках разное, оставлена здешняя", "{name}: differs on the two laptops, this one is kept")  # fmt: skip
_KEPT = Says("{name} · {id}", "{name} · {id}")
_MISSING = Says("cjm private {action}: чего не хватает — {what}", "cjm private {action}: missing {what}")
_NEEDS = {
    "open": Says("--owner «Имя Фамилия», кто отвечает за личные записи", '--owner "Full Name", who answers for the private records'),
    "person": Says("имени и --role; кто ушёл — имени и --until", "a name and --role; of one who left a name and --until"),
    "show": Says("имени", "a name"),
    "same": Says("имени или номера и --as, с кем это один человек", "a name or id, and --as, with whom it is one person"),
    "join": Says("папки с другого ноутбука", "the folder of the other laptop"),
}  # fmt: skip

HELP = Says(
    "Личные записи: сотрудники и всё о них. Лежат вне гайдлайна и не публикуются.",
    "Private records: employees and all about them. They lie outside the handbook and are never published.",
)
app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def command(
    root: Root,
    today: Today,
    chosen: For,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", default_factory=lambda: None, autocompletion=ids("role")),
        Says("Роль; можно несколько.", "A role; may be given again."),
        Says("РОЛЬ", "ROLE"),
    ],
    action: Annotated[
        Literal["where", "open", "person", "show", "same", "join", "tidy"],
        typer.Argument(),
        Says(
            "where — где лежат и сколько; open — завести; person — кто пришёл или ушёл; show — всё о человеке; same — это один человек с тем, кто в --as; join — записи с другого ноутбука; tidy — удалить, чей срок вышел.",
            "where they lie and how many; open to begin; person who came or left; show all about one; same, who is one person with that of --as; join those of another laptop; tidy what is past its term.",
        ),
    ] = "where",
    name: Annotated[
        str, typer.Argument(), Says("Имя человека или папка.", "Name of a person, or a folder."), PERSON
    ] = "",
    owner: Annotated[
        str, typer.Option("--owner"), Says("Кто отвечает за личные записи.", "Who answers for the private records."), PERSON
    ] = "",
    kept_as: Annotated[
        str, typer.Option("--as"), Says("С кем это один человек.", "With whom it is one person."), PERSON
    ] = "",
    since: Annotated[dt.date | None, day_option("--from"), Says("Первый день; без ключа — сегодня.", "The first day; today without it."), A_DAY] = None,
    until: Annotated[dt.date | None, day_option("--until"), Says("Последний день.", "The last day."), A_DAY] = None,
    lang: Lang = None,
) -> None:  # fmt: skip
    from cjm.app import private
    from cjm.app.choosing import chosen_values

    handbook, language = opened(root, lang)
    missing = {
        "open": not owner,
        "person": not name or not (role or until),
        "show": not name,
        "same": not name or not kept_as,
        "join": not name,
    }
    if missing.get(action):
        raise typer.BadParameter(_MISSING.to(language, action=action, what=_NEEDS[action]))
    with answering(language):
        scope = tuple((key, (value,)) for key, value in chosen_values(chosen or (), handbook).items())
        roles = private.known_roles(role or (), handbook)
        room = private.open_room(handbook, root, owner) if action == "open" else private.opened_room(handbook, root)
        if action == "person":
            one = private.put_person(room, name, roles, since or today, until, scope)
            typer.echo(_KEPT.to(language, name=one.name, id=one.id))
        elif action == "same":
            one = private.put_together(room, name, kept_as, today)
            typer.echo(_KEPT.to(language, name=one.name, id=one.id))
        elif action == "show":
            one, records = private.shown_person(room, name)
            for kept, entry in records:
                typer.echo(f"{kept.says.to(language)}: {json.dumps(dict(entry), ensure_ascii=False, indent=1)}")
        elif action == "join":
            count, differ = private.join_room(room, Path(name), today)
            typer.echo(_JOINED.to(language, count=count))
            for differing in differ:
                typer.echo(_DIFFERS.to(language, name=differing), err=True)
        elif action == "tidy":
            typer.echo(_TIDIED.to(language, count=len(private.tidy_room(room, today))))
        else:
            state = private.state_of(room, today)
            typer.echo(_WHERE.to(language, folder=room.folder, owner=room.owner))
            for kept, count in state.counts.items():
                typer.echo(f"{kept.says.to(language)}: {count}")
            if state.over:
                typer.echo(_OVER.to(language, count=len(state.over)))
