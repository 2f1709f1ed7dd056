"""The author's mkdocs.yml over ours: what is united, what is passed over, which paths are moved."""

import pytest
import yaml

from cjm.publish.config import BrokenConfig, effective_config

BASE = "theme: {name: material, logo: a.svg}\nextra_css: [site.css]\nmarkdown_extensions: [toc, attr_list]\n"


def made(author: str) -> tuple[dict[str, object], tuple[tuple[str, int], ...]]:
    found = effective_config(author, BASE, {"site_name": "Клуб"}, lambda path: f"../{path}")
    return yaml.safe_load(found.text), found.ignored


def test_lists_are_united_and_paths_are_right_from_where_the_file_lies() -> None:
    said, ignored = made(
        "hooks: [own.py]\nINHERIT: base.yml\nextra_css: [own.css]\nmarkdown_extensions: [{toc: {permalink: true}}, def_list]\n"
    )
    assert (said["hooks"], said["INHERIT"], said["site_name"], ignored) == (["../own.py"], "../base.yml", "Клуб", ())
    assert said["extra_css"] == ["site.css", "own.css"]
    assert said["markdown_extensions"] == [{"toc": {"permalink": True}}, "attr_list", "def_list"]


def test_what_is_the_handbooks_is_passed_over_and_told_with_its_line() -> None:
    said, ignored = made("theme: {logo: b.svg}\nsite_name: Чужое\n")
    assert (
        said["theme"] == {"name": "material", "logo": "b.svg"}
        and said["site_name"] == "Клуб"
        and ignored == (("site_name", 2),)
    )


@pytest.mark.parametrize(("text", "line"), [("a: [\n", 2), ("- a\n", 1), ("a: b: c\n", 1)])
def test_a_broken_file_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(BrokenConfig) as told:
        made(text)
    assert told.value.args[-1] == line or getattr(told.value, "line", None) == line
