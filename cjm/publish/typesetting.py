"""A folder with print templates and their data in, PDF or PNG out: Typst, in a process of its own.

What Typst needs of memory is given back with the process, and what makes it fall over does not take the program along.
As a program: one JSON object on standard input says what to set, files in the folder are what comes out.
"""

import datetime as dt
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

PDF, PNG = "out.pdf", "out-{n}.png"
# glibc keeps for itself what large tables leave behind when they grow: 30 MB of 270, and never the same.
_THRIFTY = {"MALLOC_ARENA_MAX": "1", "MALLOC_MMAP_THRESHOLD_": "131072"}
_FELL_OVER = "Typst ended with code {code}"


class TypesettingFailed(Exception):
    """The print templates could not be set; the reason is Typst's own, with file and line."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """How a folder is set: with which template and fonts, on which day, as what."""

    template: str
    fonts: str
    today: dt.date
    form: Literal["pdf", "png"] = "pdf"
    ppi: int = 144


def typeset(folder: Path, sheets: Sheets) -> list[bytes]:
    """The PDF, or the pages as PNG, of the template in `folder`. Raises TypesettingFailed."""
    order = {
        "folder": str(folder), "template": sheets.template, "fonts": sheets.fonts, "form": sheets.form, "ppi": sheets.ppi,
        "timestamp": int(dt.datetime(sheets.today.year, sheets.today.month, sheets.today.day, 12, tzinfo=dt.UTC).timestamp()),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-P", str(Path(__file__))],
        input=json.dumps(order).encode(), capture_output=True, check=False, env=os.environ | _THRIFTY,
    )  # fmt: skip
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise TypesettingFailed(said or _FELL_OVER.format(code=done.returncode))
    if sheets.form == "pdf":
        return [(folder / PDF).read_bytes()]
    return [(folder / PNG.format(n=number + 1)).read_bytes() for number in range(int(done.stdout))]


# Private functions


def _main() -> None:
    import typst

    order = json.load(sys.stdin)
    folder = Path(order["folder"])
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[order["fonts"]])
    common = {"root": str(folder), "font_paths": fonts, "timestamp": order["timestamp"]}
    source = str(folder / order["template"])
    try:
        if order["form"] == "pdf":
            typst.compile(source, output=str(folder / PDF), pdf_standards=["a-2a", "ua-1"], **common)
            return
        made = typst.compile(source, format="png", ppi=order["ppi"], **common)
    except typst.TypstError as error:
        sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        # Typst names the folder absolutely or as seen from where we stand; the author knows it by its own name.
        told = f"{error.diagnostic or error.message}"
        sys.exit(re.sub(rf"\S*{re.escape(folder.name)}", "templates/print", told))
    pages = made if isinstance(made, list) else [made]
    for number, page in enumerate(pages, start=1):
        (folder / PNG.format(n=number)).write_bytes(page)
    print(len(pages))


if __name__ == "__main__":
    _main()
