"""Puts the author's text, links and icons onto one page as safe HTML."""

import re
from collections.abc import Callable, Iterable
from html import escape, unescape

from markupsafe import Markup

from cjm.addresses import address, relative
from cjm.approval.reading import read_digests
from cjm.diff.minor import without_marks
from cjm.figures import journey_heat
from cjm.language import phrases
from cjm.model import Handbook, Journey, Question, Section, touchpoint_id
from cjm.model.digest import exact_digest, plain_data
from cjm.model.section import Call
from cjm.pages.strings import questions_counted
from cjm.view.words import TradeWords
from cjm.wording import Terms, prose_html, prose_line, said_html
from cjm.wording.scopes import as_attribute, scope_told
from cjm.workspace.scopes import own_scope
from cjm.workspace.standards import named, standards

# Everything in which Markdown or HTML could see more than a character.
_NOT_PLAIN = re.compile(r"[^\w\s«»„“”—–‑,;:?…%№₽()'/−×≤≥°+=]|_")
_LINK_TAG = re.compile(r"(<a [^<>]*>|</a>)")
_TAG = re.compile(r"<[^<>]*>")


class PageWriter(TradeWords):
    """What a template calls `w`. It knows where the page lies and which terms it has explained already."""

    def __init__(self, handbook: Handbook, page: str, terms: Terms, icons: Callable[[str], str]) -> None:
        super().__init__(handbook)
        self.page = page
        self.terms = terms.on_page()
        self._icons = icons

    def prose(self, text: str) -> Markup:
        """A Markdown text as blocks."""
        return Markup(prose_html(text, self.handbook, self.link, self.terms))

    def bare(self, text: str) -> Markup:
        """A Markdown text inside a line, no term explained in it: the glossary does not explain itself."""
        return Markup(prose_line(text, self.handbook, self.link))

    def line(self, text: str) -> Markup:
        """A Markdown text inside a line."""
        return Markup(prose_line(text, self.handbook, self.link, self.terms))

    def said(self, text: str) -> Markup:
        """Words to say, their gaps ready to be filled."""
        return Markup(said_html(text, self.handbook))

    def heading(self, text: str) -> Markup:
        """A Markdown text that stands in a Markdown heading: nothing but its words, and its links."""
        if "](" not in text:
            return _plain(self.words(text) if text else "")
        pieces = _LINK_TAG.split(prose_line(text, self.handbook, self.link))
        return Markup("").join(
            Markup(piece) if number % 2 else _plain(unescape(_TAG.sub("", piece)))
            for number, piece in enumerate(pieces)
        )

    def read_digest(self, section: str) -> str:
        """What somebody has read who reads a section today: it is another one when there is something to read again."""
        return read_digests(self.handbook).get(section, "")

    def asked_digest(self, question: Question, section: Section) -> str:
        """What an answer was given to: another one when the question, or what it asks about, says something else."""
        return exact_digest([without_marks(plain_data(question)), self.read_digest(section.id)])[:8]

    def asked_about(self, sections: Iterable[str]) -> str:
        """«9 вопросов»: by how many one tests oneself in these sections; empty for none."""
        found = {one: self.handbook.section[one] for one in sections if one in self.handbook.section}
        count = sum(len(one.practice) for one in found.values())
        return questions_counted(count, self.language) if count else ""

    def title(self, text: str) -> Markup:
        """A one-line text without markup of its own that stands in a Markdown heading."""
        return _plain(self.label(text))

    def lower(self, text: str) -> str:
        """A phrase as it goes on after a colon; a word in capitals, or a name of two, stays."""
        return phrases.lower(text)

    def link(self, reference: str) -> str:
        """The address of `section:id` and the like as seen from this page; empty where there is none."""
        target = reference if self.handbook.shown(reference) is not None else address(reference, self.handbook)
        return relative(target, self.page) if target else ""

    def url(self, target: str) -> str:
        """An address from the root of the site as seen from this page."""
        return relative(target, self.page)

    def icon(self, name: str, kind: str = "") -> Markup:
        """A Material design icon; it says nothing that a word beside it does not say."""
        return Markup(
            f'<span class="icon{" " + escape(kind) if kind else ""}" aria-hidden="true">{self._icons(name)}</span>'
        )

    def channel_icon(self, channel: str) -> Markup:
        """The icon of a channel."""
        found = next((one.icon for one in self.handbook.outline.channels if one.id == channel), "")
        return self.icon(CHANNEL_ICONS.get(found, "circle-small"))

    def touchpoint(self, reference: str) -> str:
        """The title of the touchpoint that `journey/touchpoint` names."""
        touchpoint = self.handbook.touchpoint.get(touchpoint_id(reference))
        return touchpoint.title if touchpoint else reference

    def standard(self, name: str) -> str:
        """The title of what a touchpoint names as its standard: a section, written or planned, or a resource."""
        (known,) = named((name,), standards(self.handbook))
        return str(self.label(known.title)) if known.title else name

    def holds(self, one: object, within: Section | None = None) -> Markup:
        """The attribute by which the page knows for whom a thing holds; none in a page for an emergency, which hides nothing."""
        scope = own_scope(one)
        if not scope or (within is not None and within.kind == "emergency"):
            return Markup("")
        return Markup(f' data-for="{escape(as_attribute(scope))}"')

    def for_whom(self, one: object) -> str:
        """For which values a thing holds, in the author's words."""
        return self.label(scope_told(own_scope(one), self.handbook))

    def heat(self, journey: Journey) -> Markup:
        """The grid of a journey with how warm each touchpoint is, each cell a link."""
        return Markup(journey_heat(journey, self.handbook, lambda id: self.link(f"touchpoint:{id}")))

    def tel(self, number: str) -> str:
        """What rings a number."""
        return "tel:" + re.sub(r"[^\d+*#]", "", number)

    def dialled(self, html: Markup, calls: Iterable[Call]) -> Markup:
        """The text with each of the numbers ready to be rung where it stands."""
        numbers = "|".join(re.escape(escape(call.number)) for call in calls)
        if not numbers:
            return html
        put = re.compile(rf"(<a\b.*?</a>|<[^<>]*>)|(?<!\w)({numbers})(?!\w)", re.DOTALL)
        return Markup(put.sub(lambda at: at[1] or f'<a class="ring" href="{self.tel(at[2])}">{at[2]}</a>', html))

    def handing_over(self, when: str, how: str, within: str) -> Markup:
        """When something is passed on, in which way and by when, as one sentence."""
        way = [self.line(how) if how else "", escape(self.label(within))]
        parts = [self.line(when).rstrip(".") if when else "", ", ".join(part for part in way if part)]
        sentence = ": ".join(part for part in parts if part)
        return Markup(phrases.capital(sentence))


CHANNEL_ICONS = {
    "web": "web", "message": "message-text", "phone": "phone", "desk": "room-service", "payment": "credit-card",
    "sign": "sign-direction", "pool": "pool", "mail": "email", "bot": "robot", "app": "cellphone",
}  # fmt: skip


# Private functions


def _plain(text: str) -> Markup:
    """`text` with every sign that Markdown or HTML could take for its own as a character reference."""
    return Markup(_NOT_PLAIN.sub(lambda found: f"&#{ord(found[0])};", text))
