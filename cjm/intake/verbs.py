"""A line of an instruction in, whether it tells to do something, and who does it, out."""

import re
from dataclasses import dataclass
from functools import lru_cache

from cjm.language.dictionary import dictionary

_WORD = re.compile(r"[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*")
_CONDITION = re.compile(
    r"(?:If|When|As soon as|Если|Когда|При условии, что|В случае,? если|Если же|Как только)\s+(.+?)(?:,\s+(?:то\s+)?|\s+[—–-]\s+|:\s+)(.+)$",
    re.IGNORECASE | re.DOTALL,
)
_DEEDS = (
    "ask|tell|call|write|send|check|open|close|put|take|give|offer|say|greet|make|add|delete|remove|enter|record|note|fill|"
    "confirm|explain|listen|thank|wait|bring|show|help|use|keep|do|go|click|select|press|choose|set|create|update|review|report|inform|"
    "follow|ensure|verify|contact|apologi[sz]e|introduce|return|sign|print|save|copy|log|run|start|stop|turn|read|prepare|provide|dictate|forward"
)
_ENGLISH = re.compile(rf"(?:please\s+)?(?:{_DEEDS})\b", re.IGNORECASE)
_ENGLISH_ACTOR = re.compile(rf"(?:the |a |an |each )?([a-z]+(?: [a-z]+)?) (?:{_DEEDS})(?:e?s)\b", re.IGNORECASE)
_NOT_ACTORS = frozenset((
    "клиент", "ребенок", "ребёнок", "человек", "гость", "родитель", "покупатель", "заказчик", "посетитель", "пользователь",
    "client", "guest", "customer", "visitor",
))  # fmt: skip
_NO_DEED = frozenset(
    ("есть", "нет", "быть", "бывает", "является", "может", "можно", "нужно", "стоит", "значит", "пусть")
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be done, on which condition, and the word for who does it where the line names one."""

    do: str
    when: str = ""
    actor: str = ""


def deed(text: str) -> Deed | None:
    """The step that a line tells; None where it tells none."""
    found = _CONDITION.match(text)
    if found and len(found[1]) <= 80 and (rest := _plain_deed(found[2])) is not None:
        return Deed(found[2][:1].upper() + found[2][1:], found[1].strip(), rest)
    actor = _plain_deed(text)
    return None if actor is None else Deed(text, "", actor)


def is_somebody(text: str) -> bool:
    """Whether a line is the name of somebody who does something: «Старший приёмщик»."""
    words = [found[0].lower() for found in _WORD.finditer(text)]
    return 0 < len(words) <= 3 and any(_nominative(word) for word in words)


def client_acts(text: str) -> bool:
    """Whether the line tells what a client does: that is no step of ours, and may be what begins one."""
    words = [found[0].lower() for found in _WORD.finditer(text)][:3]
    return len(words) > 1 and words[0] in _NOT_ACTORS and any(_form(word) == "person" for word in words[1:])


# Private functions


def _plain_deed(text: str) -> str | None:
    """The actor's word, nothing where the line has none; None where nothing is done."""
    text = re.sub(
        r"^(?:затем|потом|далее|также|сразу|обязательно|всегда|после этого|необходимо|нужно|надо|следует|просим)[ ,]+",
        "",
        text,
        flags=re.IGNORECASE,
    )
    if _ENGLISH.match(text):
        return ""
    if found := _ENGLISH_ACTOR.match(text):
        return None if found[1].lower() in _NOT_ACTORS else found[1]
    words = [found[0] for found in _WORD.finditer(re.split(r"[.;:?!«(]| [—–-] ", text, maxsplit=1)[0])][:7]
    # «Через 8 занятий главный педагог звонит»: the actor comes before the verb; «не» belongs to it.
    for at, word in enumerate(words):
        if word.lower() in _NO_DEED:
            return None
        form = _form(word.lower())
        if form == "past":
            return None
        if form in ("command", "infinitive"):
            return "" if at == 0 or (at <= 4 and _small(words[:at])) else None
        if form == "person" and word.lower().endswith("тся") and any(map(_may_be_thing, words[:at])):
            return None  # «Пары хранятся 30 дней»: that is how it is, and nobody is told to do it
        if form == "person":
            return _actor(words[:at])
        if form == "other" and at > 4:
            return None
    return None


def _small(words: list[str]) -> bool:
    """Whether nothing before the verb is its subject: «не забудьте», «перед уходом проверьте»."""
    return not any(_nominative(word.lower()) for word in words)


def _actor(words: list[str]) -> str | None:
    named = [at for at, word in enumerate(words) if _nominative(word.lower())]
    if not named:  # «Регламент описывает …»: a thing does something, and nobody is told to
        return None if any(_subject(word.lower()) for word in words) else ""
    first = named[0]
    while first and _form(words[first - 1].lower()) == "adjective":
        first -= 1
    name = " ".join(words[first : named[-1] + 1])
    return None if words[named[-1]].lower() in _NOT_ACTORS else name


@lru_cache(20_000)
def _nominative(word: str) -> bool:
    """Whether a word may be who does something: somebody, in the nominative."""
    if "-" in word:
        return _nominative(word.rpartition("-")[2]) or _nominative(word.partition("-")[0])
    reading = dictionary().parse(word)[0]
    return "NOUN" in reading.tag and "nomn" in reading.tag and ("anim" in reading.tag or not reading.is_known)


@lru_cache(20_000)
def _may_be_thing(word: str) -> bool:
    """Whether a word can be a thing in the nominative."""
    return any({"NOUN", "nomn", "inan"} <= set(one.tag.grammemes) for one in dictionary().parse(word.lower()))


@lru_cache(20_000)
def _subject(word: str) -> bool:
    """Whether a word is most likely a noun in the nominative."""
    reading = dictionary().parse(word)[0]
    return "NOUN" in reading.tag and "nomn" in reading.tag


@lru_cache(20_000)
def _form(word: str) -> str:
    readings = dictionary().parse(word)
    if not readings[0].is_known and "-" not in word:
        return "other"
    if {"PREP", "CONJ", "PRCL"} & set(readings[0].tag.grammemes):  # «при» is no form of «переть»
        return "other"
    for reading in readings[:2]:
        tag = reading.tag
        if reading.score < 0.2 and "impr" not in tag:
            continue
        if "INFN" in tag:
            return "infinitive"
        if "VERB" in tag:
            if "impr" in tag and any("past" in one.tag for one in readings):
                return "past"  # «пришли»
            if "impr" in tag:
                return "command" if "excl" in tag or word.endswith("те") or reading.score > 0.4 else "other"
            if "past" in tag:
                return "past"
            return "person"
        if "ADJF" in tag:
            return "adjective"
    return "other"
