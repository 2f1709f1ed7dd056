"""A rendered site and the folders of assets in, everything that lies in MkDocs' documents folder out."""

import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from cjm.model import Handbook
from cjm.pages import Site
from cjm.pages.choices import choices_data
from cjm.pages.redirects import redirects
from cjm.publish.offline import SOURCE
from cjm.publish.pictures import shown_files
from cjm.publish.tree import Content, files_below
from cjm.resources import shipped

CHOICES = "assets/choice/choices.js"
_SHOWN = re.compile(r'(?:src|href)="(?:\.\./)*(files/[^"]+)"')
INDEX = "assets/search/search-data.js"
ROBOTS = "robots.txt"


def documents(made: Site, index: str, handbook: Handbook, root: Path, pictures: Iterable[str]) -> dict[str, Content]:
    """Pages, the search's data, assets and `robots.txt` by their path below the documents' folder.

    `pictures` are assets that the theme names: of the icons only these are files of the site.
    """
    named = frozenset(pictures)
    files: dict[str, Content] = {}
    choices = choices_data(handbook)
    if choices:
        files[CHOICES] = choices.encode("utf-8")
    for path, file in _overlaid("site_build/assets", root).items():
        if f"assets/{path}" in named or (_is_loaded(path) and (choices or not path.startswith("choice/"))):
            files[f"assets/{path}"] = file
    files |= {path: text.encode("utf-8") for path, text in (redirects(handbook) | made.pages).items()}
    texts_name = {path for page in made.pages.values() for path in _SHOWN.findall(page)}
    # What lies there and is named by nobody stays.
    files.update({path: raw for path, raw in shown_files(handbook).items() if path in texts_name})
    files[INDEX] = index.encode("utf-8")
    files[ROBOTS] = _robots(handbook).encode("utf-8")
    return files


def theme(root: Path, own_folder: str) -> dict[str, Path]:
    """Templates laid over those of Material: the shipped ones, then the handbook's, then the folder its `mkdocs.yml` names."""
    files = _overlaid("templates/theme", root)
    return files | (files_below(root / own_folder) if own_folder else {})


def own_file(path: str, root: Path) -> Path:
    """An asset of the handbook, else the shipped one of the same name."""
    own = root / "site_build" / path
    return own if own.is_file() else shipped() / "site_build" / path


# Private functions


def _overlaid(folder: str, root: Path) -> dict[str, Path]:
    return files_below(shipped() / folder) | files_below(root / folder)


def _is_loaded(path: str) -> bool:
    # Icons are drawn into the pages, print has its own fonts, the worker's code becomes a part of sw.js.
    pure = PurePosixPath(path)
    hidden = any(part.startswith(".") for part in pure.parts)
    return not (hidden or pure.suffix == ".ttf" or pure.parts[0] == "icons" or f"assets/{path}" == SOURCE)


def _robots(handbook: Handbook) -> str:
    if not handbook.outline.public:
        return "User-agent: *\nDisallow: /\n"
    address = handbook.outline.address
    return "User-agent: *\nAllow: /\n" + (f"Sitemap: {address.rstrip('/')}/sitemap.xml\n" if address else "")
