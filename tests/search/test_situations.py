"""Forty situations at the desk, in the words of those who stand there: one search brings the section that answers each."""

from pathlib import Path

import pytest
import yaml

from cjm.search import ask

SITUATIONS = yaml.safe_load(Path(__file__).parents[1].joinpath("situations.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(index_js: str) -> dict[str, list[str]]:
    answers = ask(index_js, [situation["say"] for situation in SITUATIONS])
    return {answer.query: [hit.id for hit in answer.hits] for answer in answers}


def test_there_are_forty() -> None:
    assert len({situation["say"] for situation in SITUATIONS}) == 40


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation["say"])
def test_one_search_brings_the_section_that_answers(found: dict[str, list[str]], situation: dict[str, str]) -> None:
    assert f"section:{situation['section']}" in found[situation["say"]]
