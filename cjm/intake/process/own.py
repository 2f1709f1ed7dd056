"""The marks by which a BPMN file of ours is known again: an element of it in, the fields that were written into it out."""

from cjm.intake.safe_xml import XmlElement

OWN = "urn:cjm:journey"


def own_fields(one: XmlElement) -> tuple[tuple[str, str], ...]:
    """What stands in `extensionElements` in our own namespace."""
    return tuple(
        pair
        for extension in one.of("extensionElements")
        for mark in extension.children
        if mark.space == OWN
        for pair in mark.attributes.items()
    )
