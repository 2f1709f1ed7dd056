"""Leads and deals of Bitrix24: the columns that stood on the screen, under the names that it shows there."""

MEANS = {
    "id": "drop", "создан": "at", "дата создания": "at", "кем создан": "drop", "ответственный": "drop", "клиент": "client", "контакт": "client",
    "комментарий": "words", "стадия": "by", "источник": "by", "рабочий телефон": "drop", "мобильный телефон": "drop", "—": "drop",
}  # fmt: skip


def takes(heading: tuple[str, ...]) -> bool:
    """By its id and a column that only it has."""
    return (
        "id" in heading
        and bool({"стадия", "источник"} & set(heading))
        and bool({"создан", "дата создания"} & set(heading))
    )
