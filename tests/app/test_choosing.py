"""What is typed behind `--for`: a value, its title, its earlier id; and what the program says to everything else."""

import pytest

from cjm.app.choosing import chosen_values
from cjm.app.refusal import Misuse
from cjm.load import load
from cjm.model import Handbook

HANDBOOK = """handbook: club
title: Стандарты
language: ru
dimensions:
  - id: branch
    title: Филиал
    chosen: by-reader
    values: [{id: north, title: Север, was: [old-north]}, {id: south, title: Юг}]
  - id: state
    title: Клиент
    chosen: by-client
    values: [{id: new, title: новый}, {id: old, title: давний}]
parts: []
"""


def handbook() -> Handbook:
    return load({"guideline/handbook.yml": HANDBOOK.encode()})


@pytest.mark.parametrize("typed", ["branch=north", "branch:north", "branch=Север", "branch = old-north"])
def test_a_value_is_chosen_by_its_id_its_title_or_what_it_was(typed: str) -> None:
    assert chosen_values([typed], handbook()) == {"branch": "north"}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["brunch=north"], "разреза «brunch» нет — может быть, branch?"),
        (["branch=nort"], "значения «nort» нет — может быть, north?. Есть: north, south"),
        (["branch"], "значения «» нет. Есть: north, south"),
        (["state=new"], "«Клиент» зависит от клиента на линии (chosen: by-client) и заранее не выбирается. Выбрать можно: branch"),
        (["branch=north", "branch=south"], "«Филиал» уже выбран"),
    ],
)  # fmt: skip
def test_what_cannot_be_chosen_is_said_with_what_can(typed: list[str], told: str) -> None:
    with pytest.raises(Misuse) as refused:
        chosen_values(typed, handbook())
    assert told in refused.value.to("ru")
