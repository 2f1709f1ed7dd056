"""Small handbooks to search in, typed into the test."""

from collections.abc import Callable, Mapping, Sequence

import pytest
import yaml

from cjm.load import load
from cjm.model import Handbook
from cjm.search import SearchAnswer, ask, search_index


def handbook_of(
    sections: Mapping[str, Mapping[str, object]], synonyms: Sequence[Sequence[str]] = (), probes: Sequence[Mapping[str, str]] = (),
    language: str = "ru",
) -> Handbook:  # fmt: skip
    """A handbook with these sections in order: what is given for each is its YAML, a title and a purpose come by themselves."""
    files: dict[str, object] = {
        "guideline/handbook.yml": {
            "handbook": "test", "title": "Test", "language": language,
            "start": [{"title": "Спорят о списании", "hint": "остаток, ошибка", "to": f"section:{next(iter(sections))}"}] if sections else [],
            "parts": [{"id": "all", "title": "All", "sections": list(sections)}],
        },
        "guideline/search.yml": {"synonyms": [list(group) for group in synonyms], "probes": list(probes)},
    }  # fmt: skip
    for name, written in sections.items():
        files[f"guideline/sections/{name}.yml"] = {"section": name, "title": name, "purpose": "—"} | dict(written)
    return load({path: yaml.safe_dump(text, allow_unicode=True).encode() for path, text in files.items()})


@pytest.fixture(scope="session")
def find() -> Callable[..., SearchAnswer]:
    """`find("не пришли", {"no-show": "Клиент не пришёл"})`: the answer, from sections with just a step each."""

    def search(query: str, texts: Mapping[str, str], synonyms: Sequence[Sequence[str]] = ()) -> SearchAnswer:
        written = handbook_of({name: {"steps": [{"do": text}]} for name, text in texts.items()}, synonyms)
        return ask(search_index(written), [query])[0]

    return search


@pytest.fixture(scope="session")
def index_js(handbook: Handbook) -> str:
    """`search-data.js` of the reference handbook."""
    return search_index(handbook)
