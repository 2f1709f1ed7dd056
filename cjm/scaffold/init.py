"""What is wanted in, the files of a new handbook by their path out."""

import json
import re
from collections.abc import Iterable, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from cjm.model.files import FILE_KINDS
from cjm.resources import shipped
from cjm.schema import json_schemas

CI: Mapping[str, tuple[tuple[str, str], ...]] = {  # file of cjm/scaffold/ci, path in the repository
    "github": (("github.yml", ".github/workflows/handbook.yml"),),
    "gitlab": (("gitlab.yml", ".gitlab-ci.yml"),),
    "pre-commit": (("pre-commit.yml", ".pre-commit-config.yaml"),),
}
_COMMON = (("gitignore", ".gitignore"), ("gitattributes", ".gitattributes"))
_EXAMPLE = {"ru": "bare", "en": "bare_en"}  # each written in its language, about a trade of its own
_CONTENT = ("guideline", "touchpoints")
_OUTLINE = "guideline/handbook.yml"
_PICTURES = "guideline/files/"
_NOT_COPIED = ("guideline/approvals", "guideline/voice")  # what was signed, or heard, elsewhere is not so here


def new_handbook(
    *, bare: bool = False, language: Literal["ru", "en"] = "ru", own: Mapping[str, bytes] | None = None
) -> dict[str, bytes]:
    """Content, look and settings of the editor. `own` is the content where it is neither of the examples.

    The whole handbook of the program is Russian; whoever begins in another language gets the small example of it.

    Nobody begins with what is ready to be put in force: an example is a draft until its new owner says otherwise.
    """
    here = resources.files(__package__)
    small = bare or language != "ru"
    files = dict(own) if own is not None else _below(here / _EXAMPLE[language]) if small else _content(shipped())
    files[_OUTLINE] = files[_OUTLINE].replace(b"profile: release", b"profile: draft")
    files |= {path: (here / "common" / name).read_bytes() for name, path in _COMMON}
    files |= _below(here / "common" / language)
    for name, schema in json_schemas(language).items():
        files[f"schema/{name}.json"] = _json(schema)
    files[".vscode/settings.json"] = _json(_editor())
    files[".vscode/extensions.json"] = _json({"recommendations": ["redhat.vscode-yaml"]})
    return dict(sorted(files.items()))


def jobs(hosts: Iterable[str], folder: str) -> dict[str, bytes]:
    """The jobs of these code hosts that check each change, by their path in the repository where the handbook has `folder`."""
    here, inside = resources.files(__package__) / "ci", "" if folder == "." else f"{folder}/"
    files = {}
    for name, path in (one for host in hosts for one in CI[host]):
        text = (here / name).read_text(encoding="utf-8")
        pattern = re.escape(inside) if name == "pre-commit.yml" else inside
        files[path] = (
            text.replace("@folder@", f'"{folder}"' if " " in folder else folder).replace("@/", pattern).encode()
        )
    return files


def in_the_way(folder: Path, files: Iterable[str]) -> tuple[str, ...]:
    """Those of `files` that are there already, and whatever stands where a folder would have to be."""
    blocked = []
    for path in files:
        target = folder / path
        if target.exists() or target.is_symlink():
            blocked.append(path)
        for parent in target.relative_to(folder).parents:
            if (folder / parent).is_file() and parent.as_posix() not in blocked:
                blocked.append(parent.as_posix())
    return tuple(blocked)


def write_new(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` below `folder`. A file that came to be there meanwhile is an error, never overwritten."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as stream:
            stream.write(content)


# Private functions


def _content(root: Path) -> dict[str, bytes]:
    files = {}
    for top in _CONTENT:
        for path in sorted((root / top).rglob("*")):
            name = path.relative_to(root).as_posix()
            wanted = path.suffix == ".yml" or (name.startswith(_PICTURES) and path.is_file())
            if wanted and not name.startswith(_NOT_COPIED):
                files[name] = path.read_bytes()
    return files


def _below(folder: Traversable, prefix: str = "") -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            files |= _below(entry, f"{prefix}{entry.name}/")
        else:
            files[prefix + entry.name] = entry.read_bytes()
    return files


def _editor() -> dict[str, object]:
    """Settings of VS Code: completion and checks for each kind of file, two spaces, UTF-8."""
    return {
        "yaml.schemas": {f"./schema/{kind.name}.json": kind.pattern for kind in FILE_KINDS},
        "yaml.format.enable": False,
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.wordWrap": "on",
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
        },
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.exclude": {"site_build/out": True},
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
