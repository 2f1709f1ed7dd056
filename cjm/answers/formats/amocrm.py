"""Deals of amoCRM: what was sold to whom; of it the day, the tags and the stage are kept."""

MEANS = {
    "id": "drop", "название сделки": "drop", "бюджет": "drop", "ответственный": "drop", "дата создания сделки": "at", "кем создана сделка": "drop",
    "дата редактирования": "drop", "кем редактирована": "drop", "дата закрытия": "drop", "теги": "by", "этап сделки": "by", "воронка": "by",
    "полное имя контакта": "client", "компания контакта": "drop", "примечание": "words",
    **{f"примечание {number}": "words" for number in range(2, 6)},
}  # fmt: skip


def takes(heading: tuple[str, ...]) -> bool:
    """By the names of its first columns."""
    return {"название сделки", "дата создания сделки"} <= set(heading)
