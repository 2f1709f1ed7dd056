"""What a template may use: the page of it is true, no shipped template uses what went, an old one is told what to write."""

import datetime as dt
from pathlib import Path

import pytest

from cjm.load import load_folder
from cjm.pages.contract import GONE, VERSION, contract_page, gone, marked
from cjm.pages.strings import site_strings
from cjm.publish.build import publish
from cjm.publish.notice import Hindered
from cjm.scaffold import new_handbook, write_new

ROOT = Path(__file__).resolve().parents[2]
RENEW = "python -c \"from cjm.pages.contract import contract_page; print(contract_page(), end='')\" > docs/templates.md"


def test_the_page_says_what_there_is() -> None:
    assert (ROOT / "docs" / "templates.md").read_text(encoding="utf-8") == contract_page(), f"run: {RENEW}"


def test_no_shipped_template_uses_what_went() -> None:
    templates = [path for suffix in ("md", "html") for path in (ROOT / "templates").rglob(f"*.{suffix}")]
    assert [(path.name, one) for path in templates for one in gone(path.read_text(encoding="utf-8"))] == []
    assert max(GONE) == VERSION
    words = vars(site_strings("ru"))
    for went in GONE.values():
        assert not [name for name in went if name.startswith("t.") and name[2:] in words]
        assert not [name for name in went.values() if name.startswith("t.") and name[2:] not in words]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("{{ w.url(a.section_page(section.id)) }}", ["a.section_page"]),
        ('id="{{ a.conflict_anchor(one.id) }}" {{ t.nav_clients }}', ["a.conflict_anchor", "t.nav_clients"]),
        ('{{ w.url(a.page("section", section.id)) }} {{ t.nav_says }}', []),
        ("{{ data.check }} {{ format.begins }} {{ t.beginsat }}", []),
    ],
)
def test_names_that_went(line: str, names: list[str]) -> None:
    assert [one.name for one in gone(f"# Mine\n{line}\n")] == names
    assert list(gone(marked("pages/mine.md", line.encode()).decode())) == []


@pytest.mark.parametrize("mark", ["", "{# cjm: template contract 1 #}\n"], ids=["no mark", "an old mark"])
def test_a_build_says_what_to_write_instead(tmp_path: Path, mark: str) -> None:
    write_new(tmp_path, new_handbook(bare=True))
    own = tmp_path / "templates" / "pages" / "section.md"
    own.parent.mkdir(parents=True)
    own.write_text(mark + "# {{ section.title }}\n{{ a.section_page(section.id) }}\n", encoding="utf-8")
    with pytest.raises(Hindered) as hindered:
        list(publish(load_folder(tmp_path), tmp_path, lambda: "", today=dt.date(2026, 11, 22)))
    (notice,) = hindered.value.notices
    line = 3 if mark else 2
    for language, words in (("ru", "из прежней версии"), ("en", "of an earlier version")):
        told = notice.to(language)  # type: ignore[arg-type]
        assert told.startswith(f"templates/pages/section.md:{line}: ") and words in told
        assert 'a.section_page → a.page("section", …)' in told
