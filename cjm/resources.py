"""Where the content that comes with the program lies: the handbook, the templates and the assets."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped() -> Path:
    """The folder with `guideline`, `touchpoints`, `templates`, `site_build/assets` and `mkdocs.yml`.

    In a checkout (also an editable install) it is the repository itself, in an installed wheel `cjm/_starter`.
    """
    starter = _PACKAGE / "_starter"
    return starter if starter.is_dir() else _PACKAGE.parent
