"""Google Forms, Russian and English: the time first, then the questions as they were asked."""

MEANS = {
    "отметка времени": "at", "timestamp": "at", "баллы": "drop", "score": "drop", "адрес электронной почты": "drop",
    "email address": "drop", "электронная почта": "drop",
}  # fmt: skip


def takes(heading: tuple[str, ...]) -> bool:
    """By its first column."""
    return heading[0] in ("отметка времени", "timestamp")
