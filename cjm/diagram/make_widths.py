"""The shipped fonts in, `widths.json` out: the advance width of each character by weight. Run after the fonts change."""

import json
from pathlib import Path
from typing import Any

from cjm.diagram.sizes import WEIGHTS


def widths(folder: Path) -> dict[str, dict[str, int]]:
    """Advance widths in thousandths of the type size, by weight and then by character, from the fonts in `folder`."""
    from fontTools.ttLib import TTFont  # slow to import, and needed only here

    found: dict[str, dict[str, int]] = {}
    for weight in WEIGHTS:
        with TTFont(folder / f"golos-text-{weight}.ttf", lazy=True) as font:
            tables: Any = font
            scale = 1000 / tables["head"].unitsPerEm
            advances = tables["hmtx"].metrics
            found[str(weight)] = {
                chr(code): round(advances[glyph][0] * scale) for code, glyph in sorted(tables.getBestCmap().items())
            }
    return found


if __name__ == "__main__":
    from cjm.resources import shipped

    text = json.dumps(widths(shipped() / "site_build/assets/fonts"), ensure_ascii=False, separators=(",", ":"))
    (Path(__file__).parent / "widths.json").write_text(text + "\n", encoding="utf-8", newline="\n")
