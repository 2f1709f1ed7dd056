"""A section in, for each of its steps the steps that may follow it out."""

from cjm.lint.lexicon.conditions import is_rest
from cjm.model import Section

END = -1  # the end of the section, or a step of another one


def leads(section: Section) -> tuple[frozenset[int], ...]:
    """By the number of each step: the numbers of those that may follow. What no branch takes goes on to the next one."""
    numbers = {step.id: number for number, step in enumerate(section.steps) if step.id}
    own = f"section:{section.id}/"
    found = []
    for number, step in enumerate(section.steps):
        following = number + 1 if number + 1 < len(section.steps) else END
        to = {numbers.get(choice.to.removeprefix(own), END) for choice in step.next}
        if not step.next or (len(step.next) == 1 and not is_rest(step.next[0].when)):
            to.add(following)
        found.append(frozenset(to))
    return tuple(found)
