"""A text is free of the slips that everybody sees.

A word that is always misspelt in the same way, a blank before a comma, two full stops, a sentence that breaks off: the client who reads it in a
message judges the whole company by it.

Bad:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь , улыбнитесь.  # here
    say: Здраствуйте! Перезвоним в течении часа.  # here
  - id: sit
    do: Предложите сесть.. спросите,как доехали.  # here
```

Good:

```yaml
section: visit
title: Визит
performer: administrator
steps:
  - id: greet
    do: Поздоровайтесь, улыбнитесь.
    say: Здравствуйте! Перезвоним в течение часа.
  - id: sit
    do: Предложите сесть... и спросите, как доехали.
```

When to accept: in words of a client that are quoted as he wrote them.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from cjm.language.inflection import folded
from cjm.language.says import Says
from cjm.lint.finding import Found, found
from cjm.lint.lexicon.misspelt import MISSPELT, slips_of_nouns
from cjm.lint.one_file import SOUGHT, OneFile, TextOfField
from cjm.lint.wanted import WantedTyped, WantedWords

RU = """В тексте нет описок, которые видят все.

Слово, в котором все ошибаются одинаково, пробел перед запятой, две точки, оборванная фраза: клиент, который читает это в сообщении, судит
по нему о всей компании.

Когда можно принять: в словах клиента, которые приведены так, как он написал.
"""

CODE = "426"
SEVERITY = "warning"
PROFILE = "review"

SAYS = {
    "word": Says("опечатка: «{words}»", 'a misspelt word: "{words}"'),
    "blank": Says("пробел перед знаком препинания: «{words}»", 'a blank before a punctuation mark: "{words}"'),
    "tight": Says("нет пробела после знака препинания: «{words}»", 'no blank behind a punctuation mark: "{words}"'),
    "dash": Says("дефис вместо тире: «{words}»", 'a hyphen in the place of a dash: "{words}"'),
    "thrice": Says("буква повторена трижды: «{words}»", 'a letter stands three times: "{words}"'),
    "double": Says("знак препинания повторён: «{words}»", 'a punctuation mark is repeated: "{words}"'),
    "cut": Says("фраза оборвана: «…{words}»", 'the sentence breaks off: "…{words}"'),
    "capital": Says("прописная буква посреди фразы: «{words}»", 'a capital in the middle of a sentence: "{words}"'),
}
HINT = {
    "word": Says("напишите «{right}»", 'write "{right}"'),
    "blank": Says("уберите пробел", "take the blank out"),
    "tight": Says("поставьте пробел", "put a blank"),
    "dash": Says("поставьте тире: —", "write a dash: –"),
    "thrice": Says("уберите лишнюю", "take one out"),
    "double": Says("оставьте один", "keep one"),
    "cut": Says("допишите её", "finish it"),
    "capital": Says("поставьте точку или строчную букву", "put a full stop, or a small letter"),
}
_LETTERS = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"(?P<blank>[^\W\d_]{2,} [,;](?=\s)|[^\W\d_]{2,} [.!?](?=\s|\Z))|(?P<tight>[а-яё]{2,}[,;!?][а-яёА-ЯЁ]{2,}|[а-яё]{3,}\.[А-ЯЁ][а-яё]+)|(?P<dash>[^\W\d_]{2,} - (?=[^\W\d_]{2,}))|(?P<double>,\s*,|(?<![.])\.\.(?![.])|!{2,}|\?{3,}|;;)|(?P<thrice>(?<![\wА-ЯЁ])[а-яёa-z]*(?P<letter>[а-яёa-vy-z])(?P=letter){2,}[а-яёa-z]*)")
_SPARED = re.compile(r"`[^`\n]*`|\]\([^()\n]*\)|\w+://\S+|\S+@\S+|\|[^\n]*\|")
_MISTYPED = WantedWords(lambda word: word in slips_of_nouns())
_SOFT = WantedWords(lambda word: word.endswith(("тся", "ться")))
_WRONG_SOFT = re.compile(
    r"(?<![\w-])(?:(?:может|могут|можете|можем|хочет|хотят|хотите|надо|нужно|можно|нельзя|пора|чтобы|готов[аы]?|будет|будут|должн[аы]|должен|просит|просят|решил[аи]?|успел[аи]?) (?:ли )?(?:он |она |они |вы |клиент |ребёнок )?(?:не )?[а-яё]{2,}[еиюуая]т(?<!ть)ся|(?:он|она|они|оно|кто) (?:не |уже )?[а-яё]{2,}ться)(?!\w)",
    re.IGNORECASE,
)
_SIGNS = WantedTyped(r"^[,;.!?]|^-$|,,|\.\.|!!|\?\?|;;|[а-яё][,;!?.][А-ЯЁа-яё]")
_THRICE = WantedWords(re.compile(r"([а-яa-vy-z])\1\1").search)
_TOLD = 40  # letters of what is cut
_NOT_HERE = frozenset((*SOUGHT, "Probe.query", "Term.not", "Words.say"))
_SMALL = r"в|во|на|с|со|к|ко|по|до|от|из|у|о|об|за|под|над|при|про|для|без|через|и|а|но|или|чтобы|если|потому|который|которая|которые|the|an|and|or"  # an English sentence may end with a preposition
_CUT = re.compile(rf"(?:\w[^.!?\n]* (?:{_SMALL})(?:\s*\Z|[.!?](?:\s|\Z))|\w[,:]\s*\Z)", re.IGNORECASE)
_STOPPED = WantedTyped(rf"^(?:{_SMALL})[.!?]$", re.IGNORECASE)
_LAST = frozenset(_SMALL.split("|"))
_WHOLE_ONES = frozenset(("Step.do", "Step.how", "Step.done_when", "Step.say", "Step.write", "Variant.text", "Conflict.answer", "Conflict.why", "Conflict.follow_up", "Never.instead", "Option.because", "Promise.measure", "Promise.promise", "Role.summary", "Role.decides", "Conflict.alone", "Section.purpose", "Section.trigger", "Section.result", "Duty.done_when", "Term.means", "ClientType.portrait", "Touchpoint.client", "Touchpoint.backstage"))
_OPENERS = WantedWords(frozenset(("не", "если", "но", "когда", "чтобы", "поэтому", "потом", "после", "это", "они", "она", "он", "мы", "его", "для", "тогда")))
_CAPITAL = re.compile(r"[а-яё»>}], (?:Не|Если|Но|Когда|Чтобы|Поэтому|Потом|После|Это|Они|Она|Он|Мы|Его|Для|Тогда) [а-яё<{]+")
_HEAD = 2  # letters: the shortest of them


def check(file: OneFile) -> Iterator[Found]:
    for text, wrong, right in dict.fromkeys((file.texts[number], *slip) for word, there in file.wanted(_BEGUN) for slip in _slips(word) for number in there):
        yield from _misspelt(text, wrong, right)
    for text in dict.fromkeys((*file.with_any(_SIGNS), *file.with_any(_THRICE))):
        for mark in _MARKS.finditer(_plain(text)) if text.field not in _NOT_HERE else ():
            yield found(text.place, "thrice" if mark["thrice"] else str(mark.lastgroup), quote=mark[0], words=mark[0].strip())
    for word, there in file.wanted(_MISTYPED):
        for text in (file.texts[number] for number in there):
            slip = next((one for one in _LETTERS.findall(_plain(text)) if folded(one) == word), "") if text.field not in _NOT_HERE else ""
            if slip and not (slip[0].isupper() and not text.text.startswith(slip)):  # a name
                yield found(text.place, "word", quote=slip, words=slip, right=slips_of_nouns()[word])
    for text in file.with_any(_SOFT):
        soft = _WRONG_SOFT.search(text.text) if text.field not in _NOT_HERE else None
        if soft is not None:
            right = soft[0].replace("тся", "ться") if "ться" not in soft[0] else soft[0].replace("ться", "тся")
            yield found(text.place, "word", quote=soft[0], words=soft[0], right=right)
    ending = [text for text, parts in zip(file.texts, file.parts, strict=True) if parts and (parts[-1] in _LAST or parts[-1][-1] in ",:")]
    for text in dict.fromkeys((*ending, *file.with_any(_STOPPED))):
        cut = _CUT.search(_plain(text)) if text.field in _WHOLE_ONES else None
        if cut is not None:
            yield found(text.place, "cut", words=cut[0].strip()[-_TOLD:])
    for text in file.with_any(_OPENERS):
        capital = _CAPITAL.search(text.text) if text.field not in _NOT_HERE else None
        if capital is not None:
            yield found(text.place, "capital", quote=capital[0], words=capital[0])


# Private functions


@cache
def _by_head() -> Mapping[str, list[tuple[str, str, str]]]:
    """By its first letters the word that tells whether it is worth while to look: its beginning, the slip, what is right."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for wrong, right in MISSPELT.items():
        begin = folded(max(_LETTERS.findall(wrong.partition("(")[0].replace("\\b", "")), key=len))
        found.setdefault(begin[:_HEAD], []).append((begin, wrong, right))
    return found


def _slips(word: str) -> list[tuple[str, str]]:
    """What may be misspelt where a word stands, and what is right."""
    near = [(wrong, right) for begin, wrong, right in _by_head().get(word[:_HEAD], ()) if word.startswith(begin)]
    return [(wrong, right) for wrong, right in near if " " in wrong or "-" in wrong or re.match(folded(wrong), word)]


_BEGUN = WantedWords(_slips, _by_head())


def _misspelt(text: TextOfField, wrong: str, right: str) -> Iterator[Found]:
    if folded(wrong.partition("(")[0].partition("\\b")[0]) not in folded(text.text):
        return
    plain = _plain(text)
    for slip in re.finditer(rf"(?<![\w-]){wrong}", plain, re.IGNORECASE) if text.field not in _NOT_HERE else ():
        rest = re.match(r"\w*", plain[slip.end() :])
        words = slip[0] + (rest[0] if rest else "")
        yield found(text.place, "word", quote=words, words=words, right=right)


def _plain(text: TextOfField) -> str:
    """The text without what is no prose: code, addresses, tables."""
    return _SPARED.sub(lambda spared: "\u2007" * len(spared[0]), text.text)
