"""Words of site and print alike that are the name of no field: fields are called as they are declared."""

from cjm.language.says import Says

HEADINGS: dict[str, Says] = {
    "journeys": Says("Пути клиента", "The client's journeys"),
    "step": Says("шаг {number}", "step {number}"),
    "to_section": Says("раздел {number}", "section {number}"),
    "outside": Says("Вне порядка", "Outside the order"),
    "nobody": Says("не назначен", "nobody"),
    "never_reviewed": Says("ещё ни разу", "never yet"),
    "fact": Says("Что", "What"),
}
