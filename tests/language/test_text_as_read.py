"""Texts are made one when they are read: no sign that is read otherwise is overlooked by the quick look before it."""

import unicodedata

from cjm.language import signs


def test_whatever_is_read_otherwise_is_seen_at_once() -> None:
    for number in range(0x110000):
        sign = chr(number)
        if signs._EITHER.search(f"я{sign}я"):
            assert signs._SOME.search(sign), f"U+{number:04X}"


def test_a_letter_and_its_mark_are_one_sign_and_dirt_is_none() -> None:
    assert signs.as_read(unicodedata.normalize("NFD", "Йод и ёж")) == "Йод и ёж"
    assert signs.as_read("тре\u00adнер\u200b, \u200eвход") == "тренер, вход"
