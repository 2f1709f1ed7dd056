"""The options that name what of a handbook is printed or exported, as types of their parameters."""

from typing import Annotated

import typer

from cjm.cli.candidates import ids
from cjm.cli.options import ID
from cjm.language.says import Says

OnlyPart = Annotated[
    str | None, typer.Option("--part", autocompletion=ids("part")), Says("Только эта часть.", "Only this part."), ID
]
OnlySection = Annotated[
    str | None,
    typer.Option("--section", autocompletion=ids("section")),
    Says("Только этот раздел.", "Only this section."),
    ID,
]
OnlyRole = Annotated[
    str | None,
    typer.Option("--role", autocompletion=ids("role")),
    Says("Что читает эта роль.", "What this role reads."),
    ID,
]
OnlyJourney = Annotated[
    str | None,
    typer.Option("--journey", autocompletion=ids("journey")),
    Says("Карта пути и его разделы.", "A journey's map and sections."),
    ID,
]
