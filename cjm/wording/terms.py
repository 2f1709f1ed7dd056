"""Running text in, the terms of the glossary in it out; on a page each term is shown once."""

import re
from collections.abc import Iterator
from functools import cached_property

from cjm.model import Handbook, Term

_WORD = re.compile(r"\w+")


class Terms:
    """All terms of a handbook in all their forms, ready to be found in text."""

    def __init__(self, handbook: Handbook) -> None:
        self.handbook = handbook
        self.of_form = {
            form.lower(): term for term in handbook.terms for form in (term.term, *term.forms) if form.strip()
        }

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """Finds any form of any term, the longest first."""
        if not self.of_form:
            return None
        forms = sorted(self.of_form, key=lambda form: (-len(form), form))
        return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in forms)})(?!\w)", re.IGNORECASE)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(words[0] for form in self.of_form if (words := _WORD.findall(form)))

    def may_be_in(self, text: str) -> bool:
        """Whether the first word of any form stands in `text`: most texts have none, and this is sooner said."""
        return not self._beginnings.isdisjoint(_WORD.findall(text.lower()))

    def on_page(self) -> "TermsOnPage":
        """The terms for one page, none of them shown yet."""
        return TermsOnPage(self)


class TermsOnPage:
    """Remembers which terms the page has explained already, since a second explanation only disturbs."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.shown: set[str] = set()

    def pieces(self, text: str) -> Iterator[tuple[str, Term | None]]:
        """`text` in pieces, each with the term that it is the first mention of."""
        pattern, position = self.terms.pattern, 0
        for found in pattern.finditer(text) if pattern and self.terms.may_be_in(text) else ():
            term = self.terms.of_form[found[0].lower()]
            if term.id in self.shown:
                continue
            self.shown.add(term.id)
            yield text[position : found.start()], None
            yield found[0], term
            position = found.end()
        yield text[position:], None
