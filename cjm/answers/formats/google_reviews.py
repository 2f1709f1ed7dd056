"""Reviews as the API of Google's business profiles names their parts, in a table."""

MEANS = {
    "reviewid": "drop", "reviewer": "drop", "starrating": "score", "comment": "words", "createtime": "at", "updatetime": "drop",
    "reviewreply": "drop",
}  # fmt: skip


def takes(heading: tuple[str, ...]) -> bool:
    """By the two columns without which it is none."""
    return {"starrating", "createtime"} <= set(heading)
