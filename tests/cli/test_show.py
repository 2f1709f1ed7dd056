"""What the command line says in one line."""

import pytest

from cjm.cli.show import files_named


@pytest.mark.parametrize(("count", "end"), [(1, "f0"), (13, "f12"), (14, "f11, и ещё 2"), (375, "f11, и ещё 363")])
def test_of_many_files_the_first_are_named(count: int, end: str) -> None:
    assert files_named([f"f{n}" for n in range(count)], "ru").endswith(end)
