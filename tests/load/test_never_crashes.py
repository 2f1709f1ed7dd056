"""The loader answers every input with a handbook: broken bytes, broken YAML, whole files mutilated."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.load import load
from cjm.model import Handbook
from cjm.model.files import FILE_KINDS

PATHS = [kind.pattern.replace("*", "visit") for kind in FILE_KINDS]

SECTION = """section: visit
title: Визит
performer: [admin]
steps:
  - id: greet
    do: Поздоровайтесь.
    say: |
      <Имя>, добрый день!
    next:
      - {when: "пришёл {{ earlier }}", to: wait}
conflicts:
  - {id: late, says: Почему так долго?, pass_on: {to: senior, within: 10 мин}}
"""
YAML_BITS = st.sampled_from(["{", "}", "[", "]", ": ", "- ", "\n", "  ", "\t", '"', "'", "|", ">", "&a ", "*a", "!!x ", "#", "{{ a }}", "«", "?", "---", "%", "\x00", "\ufeff", ",", "~", "<<: *a"])  # fmt: skip


def reads(path: str, raw: bytes) -> None:
    handbook = load({path: raw})
    assert isinstance(handbook, Handbook)
    for problem in handbook.problems:
        assert problem.place.line >= 1 and problem.place.column >= 1
        assert problem.place.file == path or problem.form == "missing-file"


@given(st.sampled_from(PATHS), st.binary(max_size=300))
def test_any_bytes(path: str, raw: bytes) -> None:
    reads(path, raw)


@given(st.sampled_from(PATHS), st.text(max_size=200))
def test_any_text(path: str, text: str) -> None:
    reads(path, text.encode("utf-8", "surrogatepass"))


@given(st.sampled_from(PATHS), st.lists(st.one_of(YAML_BITS, st.sampled_from(SECTION.split())), max_size=60))
def test_any_heap_of_yaml(path: str, bits: list[str]) -> None:
    reads(path, "".join(bits).encode("utf-8"))


@pytest.mark.slow
@settings(max_examples=300)
@given(st.integers(0, len(SECTION)), st.integers(0, 30), YAML_BITS)
def test_a_section_with_a_piece_torn_out(start: int, length: int, instead: str) -> None:
    torn = SECTION[:start] + instead + SECTION[start + length :]
    reads("guideline/sections/visit.yml", torn.encode("utf-8"))
