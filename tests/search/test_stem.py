"""The stemmer of the browser cuts every word as the published Snowball does."""

import re

import pytest
import snowballstemmer

from cjm.model import Handbook
from cjm.search.script import javascript

ENGLISH = re.findall(
    "[a-z]+",
    """
    appointment appointments booking bookings cancel cancelled cancelling cancellation classes complaining complaint
    complaints dying ties tied cries cried hopping hoping hoped falling agreed feed bleed succeeded proceed exceed
    evening inning outing herring news skies early only generously university arsenal organization international paste
    pasted national rationalization relational conformably vietnamization predication operator feudalism decisiveness
    hopefulness callousness formaliti sensitiviti sensibiliti electrical electriciti adjustment dependent adoption
    controlling rolled yes saying boy boyish enjoy happily possibly analogy geologist luxuriating knees gas this kiwis
""",
)


@pytest.mark.parametrize("language", ["russian", "english"])
def test_stems_are_those_of_snowball(language: str, handbook: Handbook) -> None:
    russian = {
        word.replace("ё", "е") for text in handbook.sources.values() for word in re.findall("[а-яё]+", text.lower())
    }
    english = {word for text in handbook.sources.values() for word in re.findall("[a-z]+", text.lower())} | set(ENGLISH)
    words = sorted(russian if language == "russian" else english)
    (stem,) = javascript(f"words => words.map(word => CJMStem.{language}(word))")
    reference = snowballstemmer.stemmer(language)
    assert dict(zip(words, stem(words), strict=True)) == {word: reference.stemWord(word) for word in words}
