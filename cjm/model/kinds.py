"""What the kinds of things are called in messages."""

from cjm.language.says import Says

KINDS: dict[str, Says] = {
    "journey": Says("путь", "journey"), "stage": Says("этап", "stage"), "touchpoint": Says("точка касания", "touchpoint"),
    "section": Says("раздел", "section"), "step": Says("шаг", "step"), "script": Says("скрипт", "script"),
    "conflict": Says("конфликт", "conflict"), "question": Says("вопрос", "question"), "detail": Says("справочный блок", "detail"),
    "role": Says("роль", "role"), "person": Says("человек", "person"), "channel": Says("канал", "channel"),
    "part": Says("часть", "part"), "promise": Says("обещание", "promise"), "client-type": Says("тип клиента", "client type"),
    "fact": Says("факт", "fact"), "placeholder": Says("подстановка", "placeholder"), "term": Says("термин", "term"),
    "policy": Says("обещание о путях", "policy"), "words": Says("фраза", "phrase"), "handbook": Says("гайдлайн", "handbook"),
}  # fmt: skip
