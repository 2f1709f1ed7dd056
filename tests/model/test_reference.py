"""How one thing names another: every form that an author writes, read and written back."""

import pytest

from cjm.model.reference import Reference, is_own


@pytest.mark.parametrize(
    ("written", "kinds", "meant", "target"),
    [
        ("reschedule", ("section",), Reference("section", "reschedule"), ("section", "reschedule")),
        ("offer", ("step", "section"), Reference("", "offer"), ("", "offer")),
        ("section:no-show", ("step", "section"), Reference("section", "no-show"), ("section", "no-show")),
        ("section:no-show/call", ("step", "section"), Reference("section", "no-show", "call"), ("step", "call")),
        ("renewal/offer", ("touchpoint",), Reference("journey", "renewal", "offer"), ("touchpoint", "offer")),
        ("touchpoint:renewal/offer", (), Reference("journey", "renewal", "offer"), ("touchpoint", "offer")),
        ("journey:renewal/offer", (), Reference("journey", "renewal", "offer"), ("touchpoint", "offer")),
        ("touchpoint:offer", ("touchpoint",), Reference("touchpoint", "offer"), ("touchpoint", "offer")),
        ("role:desk", (), Reference("role", "desk"), ("role", "desk")),
        ("role:desk/evening", (), Reference("role", "desk/evening"), ("role", "desk/evening")),
        ("resource:trial-form", (), Reference("resource", "trial-form"), ("resource", "trial-form")),
    ],
)
def test_what_is_written_is_what_is_meant(
    written: str, kinds: tuple[str, ...], meant: Reference, target: tuple[str, str]
) -> None:
    assert Reference.parse(written, kinds) == meant
    assert meant.target == target


@pytest.mark.parametrize("written", ["section:no-show", "section:no-show/call", "journey:renewal/offer", "fact:limit"])
def test_it_is_written_as_it_was_read(written: str) -> None:
    assert str(Reference.parse(written)) == written


@pytest.mark.parametrize("target", ["https://club.example", "tables.html", "sektion:no-show", "mailto:a@b.example", ""])
def test_what_is_no_reference_is_left_alone(target: str) -> None:
    assert not is_own(target)
