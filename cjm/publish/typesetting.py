"""A folder with print templates and their data in, PDF or PNG out: Typst, in a process of its own for each quire.

What Typst needs of memory is given back with the process, and what makes it fall over does not take the program along.
As a program: one JSON object on standard input says what to set, files in the folder are what comes out, and on
standard output where the places of the quire are.
"""

import datetime as dt
import json
import os
import re
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

# glibc keeps for itself what large tables leave behind when they grow: 30 MB of 270, and never the same.
_THRIFTY = {"MALLOC_ARENA_MAX": "1", "MALLOC_MMAP_THRESHOLD_": "131072"}
_FELL_OVER = "{program} ended with code {code}"


class TypesettingFailed(Exception):
    """The print templates could not be set; the reason is Typst's own, with file and line."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """How a folder is set: with which template and fonts, on which day."""

    folder: str
    template: str
    fonts: str
    timestamp: int

    @classmethod
    def of(cls, folder: Path, template: str, fonts: Path, today: dt.date) -> "Sheets":
        noon = dt.datetime(today.year, today.month, today.day, 12, tzinfo=dt.UTC)
        return cls(str(folder), template, str(fonts), int(noon.timestamp()))


def typeset(sheets: Sheets, data: str, *, form: Literal["places", "pdf", "png"], ppi: int) -> Any:
    """Set the file `data` of the folder as `<data>.pdf`, or its pages as `<data>-001.png`; where its places are. Raises TypesettingFailed."""
    return json.loads(in_a_process(Path(__file__), asdict(sheets) | {"data": data, "form": form, "ppi": ppi}))


def in_a_process(program: Path, order: dict[str, Any]) -> bytes:
    """What a program of ours says to the order. Raises TypesettingFailed."""
    done = subprocess.run(
        [sys.executable, "-P", str(program)],
        input=json.dumps(order).encode(), capture_output=True, check=False, env=os.environ | _THRIFTY,
    )  # fmt: skip
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise TypesettingFailed(said or _FELL_OVER.format(program=program.stem, code=done.returncode))
    return done.stdout


# Private functions


def _main() -> None:
    import typst

    order = json.load(sys.stdin)
    folder, data = Path(order["folder"]), order["data"]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[order["fonts"]])
    book = typst.Compiler(
        str(folder / order["template"]), root=str(folder), font_paths=fonts, sys_inputs={"data": data}
    )
    made: Any = []
    try:
        if order["form"] == "pdf":
            book.compile(
                output=str(folder / f"{data}.pdf"), pdf_standards=["a-2a", "ua-1"], timestamp=order["timestamp"]
            )
        elif order["form"] == "png":
            made = book.compile(format="png", ppi=order["ppi"], timestamp=order["timestamp"])
        places = json.loads(book.query("<places>", field="value"))  # what was set just now is remembered
    except typst.TypstError as error:
        sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        # Typst names the folder absolutely or as seen from where we stand; the author knows it by its own name.
        told = f"{error.diagnostic or error.message}"
        sys.exit(re.sub(rf"\S*{re.escape(folder.name)}", "templates/print", told))
    for number, page in enumerate(made if isinstance(made, list) else [made], start=1):
        (folder / f"{data}-{number:03}.png").write_bytes(page)
    print(json.dumps(places[0] if places else {}))


if __name__ == "__main__":
    _main()
