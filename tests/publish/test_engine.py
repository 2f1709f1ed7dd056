"""Our loop over MkDocs' pages builds what MkDocs' own builds, with its plugins and its warnings, and can be stopped."""

import datetime as dt
import logging
import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import jinja2
import pytest

from cjm.publish.engine import Built, EngineFailed, build_pages

pytestmark = pytest.mark.slow  # MkDocs builds, twice

DAY = dt.date(2026, 11, 22)
HOOKS = """from pathlib import Path
def on_page_markdown(markdown, page, config, files):
    return markdown + f"\\n\\nhook {page.file.src_uri}\\n"
def on_env(env, config, files):
    env.globals["mine"] = 1
def on_post_build(config):
    Path(config.site_dir, "after.txt").write_text("after")
def on_build_error(error):
    Path(__file__ + ".error").write_text(type(error).__name__)
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Documents with a page outside the navigation, one that is left out, a template and links that lead nowhere."""
    files = {
        "mkdocs.yml": "site_name: Test\nsite_url: https://example.org/\ntheme: {name: mkdocs}\nplugins: []\nhooks: [hooks.py]\nextra_templates: [own.html]\n"
        "nav: [index.md, sub/two.md]\nexclude_docs: hidden.md\nnot_in_nav: aside.md\nvalidation: {links: {anchors: warn}}\n",
        "hooks.py": HOOKS,
        "docs/index.md": "# One\n\n[two](sub/two.md) [lost](no.md) [anchor](sub/two.md#nowhere)\n",
        "docs/sub/two.md": "# Two\n",
        "docs/aside.md": "# Aside\n",
        "docs/hidden.md": "# Hidden\n",
        "docs/own.html": "<p>{{ config.site_name }}</p>",
        "docs/picture.txt": "text",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path / "mkdocs.yml"


def ours(config: Path, site: Path, **how: bool) -> Generator[Built, None, tuple[str, ...]]:
    return build_pages(config, site, day=DAY, templates=jinja2.FileSystemBytecodeCache(str(config.parent)), **how)


def outcome(steps: Generator[Built, None, tuple[str, ...]]) -> tuple[list[Built], tuple[str, ...]]:
    seen = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as stopped:
            return seen, stopped.value


def files(site: Path) -> dict[str, bytes]:
    return {str(file.relative_to(site)): file.read_bytes() for file in sorted(site.rglob("*")) if file.is_file()}


def test_it_builds_what_mkdocs_builds(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    seen, warned = outcome(ours(config, tmp_path / "ours"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(dt.datetime(2026, 11, 22, tzinfo=dt.UTC).timestamp())))
    with caplog.at_level(logging.WARNING, "mkdocs"):
        build(load_config(str(config), site_dir=str(tmp_path / "theirs"), strict=False))
    assert files(tmp_path / "ours") == files(tmp_path / "theirs")
    assert list(warned) == [record.getMessage() for record in caplog.records] and len(warned) == 2
    assert seen == [Built(1, 3), Built(2, 3), Built(3, 3)]


def test_only_what_changed_is_built_again(config: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    outcome(ours(config, site))
    (site / "stays.txt").write_text("what is there stays")
    for name in ("index", "sub/two/index"):
        (site / f"{name}.html").write_text("old")
    os.utime(config.parent / "docs/index.md", (2**32, 2**32))
    _, warned = outcome(ours(config, site, only_changed=True))
    assert (site / "index.html").read_text(encoding="utf-8") != "old"
    assert (site / "sub/two/index.html").read_text() == "old" and (site / "stays.txt").is_file()
    assert not [message for message in warned if "dirty" in message]
    outcome(ours(config, site))
    assert not (site / "stays.txt").exists() and (site / "sub/two/index.html").read_text(encoding="utf-8") != "old"


def test_closed_it_stops_and_leaves_the_process_as_it_was(config: Path, tmp_path: Path) -> None:
    handlers, epoch = list(logging.getLogger("mkdocs").handlers), os.environ.get("SOURCE_DATE_EPOCH")
    steps = ours(config, tmp_path / "site")
    assert next(steps) == Built(1, 3)
    steps.close()
    assert (
        len(
            [
                name
                for name in files(tmp_path / "site")
                if name in ("index.html", "sub/two/index.html", "aside/index.html")
            ]
        )
        == 1
    )
    assert list(logging.getLogger("mkdocs").handlers) == handlers and os.environ.get("SOURCE_DATE_EPOCH") == epoch


@pytest.mark.parametrize(
    ("hook", "told"),
    [
        ("from mkdocs.exceptions import PluginError\n    raise PluginError('stop here')", "stop here"),
        ("1 / 0", "division by zero"),
    ],
)
def test_a_hook_that_fails(config: Path, tmp_path: Path, hook: str, told: str) -> None:
    (config.parent / "hooks.py").write_text(HOOKS + f"def on_nav(nav, config, files):\n    {hook}\n")
    expected: Any = EngineFailed if "stop" in told else ZeroDivisionError
    with pytest.raises(expected, match=told):
        outcome(ours(config, tmp_path / "site"))
    assert (config.parent / "hooks.py.error").read_text() in ("PluginError", "ZeroDivisionError")
