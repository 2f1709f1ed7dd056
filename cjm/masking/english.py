"""A text in, the names of people in it that are written in Latin letters out: by titles, by given names, by initials.

What is an ordinary word as well (Will, Mark, Grace) is no name by itself.
"""

import re
from collections.abc import Collection, Iterator
from itertools import zip_longest

from cjm.masking.hidden import Hidden

_GIVEN = frozenset((
    "aaron", "anastasia", "nastya", "dasha", "masha", "sasha", "katya", "dima", "misha", "olga", "tanya", "vika",
    "sofi", "sofia", "sonya", "liza", "polina", "alina", "arina", "kristina", "ksenia", "lena", "svetlana", "yulia",
    "zhenya", "kolya", "vanya", "petya", "roma", "timur", "ruslan", "ilya", "kirill", "nikita", "egor", "gleb",
    "oleg", "pavel", "sergey", "dmitry", "andrey", "alexey", "mikhail", "vladimir", "marat", "artem", "artyom",
    "abigail", "adam", "adrian", "aidan", "alan", "albert", "alex", "alexander", "alexandra", "alice", "alicia",
    "allison", "amanda", "amber", "amelia", "amy", "andrea", "andrew", "angela", "anita", "ann", "anna", "anne",
    "annie", "anthony", "antonio", "arthur", "ashley", "barbara", "beatrice", "ben", "benjamin", "bernard", "beth",
    "betty", "beverly", "bob", "bonnie", "bradley", "brandon", "brenda", "brian", "bridget", "bruce", "bryan",
    "callum", "cameron", "carl", "carla", "carlos", "carmen", "carol", "caroline", "carolyn", "catherine", "cathy",
    "charles", "charlotte", "chelsea", "cheryl", "chloe", "chris", "christian", "christina", "christine",
    "christopher", "cindy", "claire", "clara", "colin", "connor", "craig", "cynthia", "daisy", "dan", "daniel",
    "danielle", "darren", "dave", "david", "deborah", "debra", "denise", "dennis", "derek", "diana", "diane",
    "dominic", "donald", "donna", "doris", "dorothy", "doug", "douglas", "dylan", "edward", "eileen", "elaine",
    "eleanor", "elena", "elizabeth", "ella", "ellen", "ellie", "emily", "emma", "eric", "erica", "erin", "ethan",
    "eugene", "eva", "evan", "evelyn", "felix", "fiona", "florence", "frances", "francis", "fred", "frederick",
    "gareth", "gary", "gavin", "george", "georgia", "gerald", "geraldine", "gillian", "gina", "glenn", "gloria",
    "gordon", "graham", "greg", "gregory", "hannah", "harold", "harriet", "harry", "heather", "helen", "henry",
    "holly", "howard", "hugh", "ian", "irene", "isaac", "isabel", "isabella", "isabelle", "jack", "jackie", "jacob",
    "jacqueline", "jake", "james", "jamie", "jane", "janet", "janice", "jason", "jasmine", "jean", "jeff",
    "jeffrey", "jenna", "jennifer", "jenny", "jeremy", "jerry", "jesse", "jessica", "jill", "jim", "jimmy", "joan",
    "joanna", "joanne", "joe", "joel", "johanna", "john", "johnny", "jonathan", "jordan", "jose", "joseph",
    "josephine", "josh", "joshua", "joyce", "juan", "judith", "judy", "julia", "julian", "julie", "karen", "kate",
    "katherine", "kathleen", "kathryn", "kathy", "katie", "keith", "kelly", "ken", "kenneth", "kevin", "kieran",
    "kimberly", "kirsty", "kyle", "larry", "laura", "lauren", "laurie", "lawrence", "leah", "leo", "leonard",
    "leslie", "lewis", "liam", "linda", "lindsay", "lisa", "liz", "logan", "lois", "lorraine", "louis", "louise",
    "lucas", "lucy", "luke", "lydia", "lynn", "madison", "malcolm", "marcus", "margaret", "maria", "marie",
    "marilyn", "marion", "marjorie", "martha", "martin", "mary", "mason", "matt", "matthew", "maureen", "max",
    "megan", "melanie", "melissa", "michael", "michelle", "miguel", "mike", "mildred", "molly", "monica", "morgan",
    "nancy", "naomi", "natalie", "natasha", "nathan", "neil", "nicholas", "nick", "nicola", "nicole", "nigel",
    "noah", "nora", "norman", "olivia", "oliver", "oscar", "owen", "pamela", "patricia", "patrick", "paul", "paula",
    "pauline", "pedro", "peggy", "peter", "phil", "philip", "phillip", "phyllis", "rachel", "ralph", "raymond",
    "rebecca", "rhys", "richard", "rita", "rob", "robert", "roberta", "robin", "rodney", "roger", "ronald",
    "rosemary", "rosie", "ross", "roy", "russell", "ruth", "ryan", "sally", "sam", "samantha", "samuel", "sandra",
    "sara", "sarah", "scott", "sean", "sebastian", "shannon", "sharon", "shaun", "sheila", "shirley", "simon",
    "sophia", "sophie", "stacey", "stanley", "stella", "stephanie", "stephen", "steve", "steven", "stewart",
    "stuart", "sue", "susan", "suzanne", "sylvia", "tara", "ted", "teresa", "terry", "theodore", "theresa",
    "thomas", "tiffany", "tim", "timothy", "tina", "todd", "tom", "tommy", "tony", "tracey", "tracy", "travis",
    "trevor", "valerie", "vanessa", "veronica", "vicky", "victoria", "vincent", "virginia", "vivian", "walter",
    "wayne", "wendy", "wesley", "william", "yvonne", "zachary", "zoe",
))  # fmt: skip
_ALSO_WORDS = frozenset((
    "mark", "will", "grace", "hope", "rose", "may", "june", "april", "bill", "frank", "jack", "rob", "sue", "pat",
    "art", "ray", "dean", "grant", "drew", "faith", "joy",
))  # fmt: skip
_CAPITAL = r"[A-Z][a-z]+(?:[-'’](?!s\b)[A-Z]?[a-z]+)*"
_TITLED = re.compile(rf"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s+{_CAPITAL}(?:\s+{_CAPITAL})?")
_INITIALS = re.compile(rf"(?<!\w)(?:(?:[A-Z]\.\s?){{1,2}}{_CAPITAL}|{_CAPITAL}\s+[A-Z]\.(?!\w))")
_WORD = re.compile(rf"(?<![\w@./-])(?:(?:Mc|Mac|O['’]){_CAPITAL}|{_CAPITAL})(?![\w@/])")
_OPENS = re.compile(r"(?:^|[.!?]\s|\n)\s*$")
# What stands behind a name in capitals without being one: «Ask Anna About …», a trade, a day.
_JOINED = re.compile(r"\s(?:[A-Z]\.\s)?")
_PLACES = frozenset(
    ["street", "road", "avenue", "station", "square", "park", "house", "club", "hotel", "school", "bridge", "county"]
)
_NO_SURNAME = frozenset((
    "the", "and", "or", "is", "has", "will", "can", "from", "at", "in", "on", "of", "to", "about", "before",
    "after", "please", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "manager",
    "director", "administrator", "team", "street", "road", "house", "club", "studio", "hotel", "school",
))  # fmt: skip


def is_given_name(word: str) -> bool:
    """Whether a word in small letters is a given name, and no word besides."""
    return word in _GIVEN and word not in _ALSO_WORDS


def english_names(text: str, keep: Collection[str] = ()) -> Iterator[Hidden]:
    """Names in Latin letters, in no order; some may meet."""
    if not re.search(r"[A-Z][a-z]", text):
        return
    for found in _TITLED.finditer(text):
        yield Hidden("name", found.start(), found.end(), found[0])
    for found in _INITIALS.finditer(text):
        given = found[0].split()[0].lower()
        if found[0][1:2] == "." or given in _GIVEN:
            yield Hidden("name", found.start(), found.end(), found[0])
    words = list(_WORD.finditer(text))
    for found, behind in zip_longest(words, words[1:]):
        first, opens = found[0].lower(), _OPENS.search(text[: found.start()]) is not None
        last = behind[0].lower() if behind and _JOINED.fullmatch(text[found.end() : behind.start()]) else ""
        if first in keep or last in keep or last in _PLACES or (first not in _GIVEN and first not in _ALSO_WORDS):
            continue
        surname = bool(last) and last not in _NO_SURNAME
        if first not in _GIVEN and (
            not surname or opens
        ):  # «Will Call», «Mark Done» at the start of a line are what to do
            continue
        end = behind.end() if surname and behind else found.end()
        yield Hidden("name", found.start(), end, text[found.start() : end], surname or not opens)
