"""The name of a shared table in, what one can find in it out: roles, promises, client types, words, terms."""

from collections.abc import Callable, Iterator, Mapping

from cjm.addresses import CHANNELS, CLIENTS, GLOSSARY, PROMISES, ROLES, WORDS, term_anchor
from cjm.model import Handbook

Found = tuple[str, str, str, tuple[str, ...], tuple[str, ...]]  # kind, address, heading, prose, speech


def shared_places(table: str, handbook: Handbook) -> Iterator[Found]:
    """The places of the table that a section shows; what other sections say in their own text (facts, conflicts) has none."""
    if table in _TABLES:
        yield from _TABLES[table](handbook)


# Private functions


def _roles(handbook: Handbook) -> Iterator[Found]:
    for role in handbook.roles:
        yield (
            "role",
            f"{ROLES}#role-{role.id}",
            role.title,
            (role.summary, *role.tasks, *role.shared, *role.decides, role.contact),
            (),
        )


def _promises(handbook: Handbook) -> Iterator[Found]:
    for promise in handbook.promises:
        yield "promise", f"{PROMISES}#promise-{promise.id}", promise.promise, (promise.to, promise.measure), ()


def _client_types(handbook: Handbook) -> Iterator[Found]:
    for one in handbook.client_types:
        prose = (one.portrait, one.where, one.fights_for, *one.responds_to, *one.blocks)
        yield "client", f"{CLIENTS}#type-{one.id}", one.title, prose, (*one.asks, one.script)


def _words(handbook: Handbook) -> Iterator[Found]:
    for words in handbook.words:
        yield "never", f"{WORDS}#words-{words.id}", words.say, (), (words.instead,)


def _terms(handbook: Handbook) -> Iterator[Found]:
    for term in handbook.terms:
        yield "term", f"{GLOSSARY}#{term_anchor(term.id)}", term.term, (term.means,), ()


def _channels(handbook: Handbook) -> Iterator[Found]:
    for channel in handbook.outline.channels:
        yield "channel", f"{CHANNELS}#channel-{channel.id}", channel.title, (), ()


_TABLES: Mapping[str, Callable[[Handbook], Iterator[Found]]] = {
    "roles": _roles,
    "promises": _promises,
    "client-types": _client_types,
    "words": _words,
    "glossary": _terms,
    "channels": _channels,
}
