"""Exams: whom they test, of what, how many questions, how many right ones pass, when again, and who holds them."""

from cjm.language.says import Says
from cjm.model.fields import EXPLANATORY, NORMATIVE, Many, Name, Ref, Text, Wait, Whole, spec
from cjm.model.frozen import frozen
from cjm.model.item import Item
from cjm.model.kind import Kind
from cjm.model.scope import Scope, for_values

MINE = "mine"


@frozen
class Exam(Item):
    """A test with an examiner. Its questions are those of the sections, never published; this is what one may know of it."""

    id: str = spec(Name("exam"), NORMATIVE, "Имя экзамена", "Id of the exam", "newcomer", required=True)
    title: str = spec(Text("label"), EXPLANATORY, "Название", "Title", ("Экзамен нового приёмщика", "Exam of a new receptionist"), required=True)
    roles: tuple[str, ...] = spec(Many(Ref(("role",))), NORMATIVE, "Кто сдаёт", "Who takes it", "administrator", required=True, label=("Кто сдаёт", "Taken by"))
    sections: tuple[str, ...] = spec(
        Many(Ref(("section",), words=((MINE, Says("все разделы своей роли", "all sections of one's role")),))), NORMATIVE,
        "О каких разделах спрашивают; mine — обо всех, которые роль читает (так и без этого)", "The sections it asks about; mine, all that the role reads (so without it too)",
        "mine", label=("О чём", "About"),
    )  # fmt: skip
    questions: int | None = spec(Whole(1, 200), NORMATIVE, "Сколько вопросов", "How many questions", "20", required=True, label=("Вопросов", "Questions"))
    passed: int | None = spec(Whole(1, 200), NORMATIVE, "Сколько верных ответов нужно", "How many right answers pass", "16", required=True, key="pass", label=("Верных для зачёта", "Right to pass"))
    must_know: tuple[str, ...] = spec(Many(Ref(("section",))), NORMATIVE, "О чём ошибаться нельзя: два разных верных ответа", "Where no error is let pass: two different right answers", "[emergency]", label=("Без ошибок", "Without an error"))
    twice: int | None = spec(Wait(), NORMATIVE, "Через сколько сдают второй раз, все", "After what time everybody takes it a second time", ("через 14 дней", "14 days"), label=("Второй раз, все", "A second time, everybody"))
    retry: int | None = spec(Wait(), NORMATIVE, "Через сколько пересдают, кто не сдал", "After what time whoever failed tries again", ("через 3 дня", "3 days"), label=("Пересдача", "Retry"))
    again: int | None = spec(Wait(), NORMATIVE, "За сколько переспрашивают о разделе, который изменился по сути", "Within what time a section is asked again whose meaning changed", ("7 дней", "7 days"), label=("Раздел изменился", "A section changed"))
    examiner: tuple[str, ...] = spec(Many(Ref(("role",))), NORMATIVE, "Кто принимает; не тот, кто сдаёт", "Who holds it; never who takes it", "senior-administrator", required=True, label=("Кто принимает", "Held by"))
    scope: Scope = for_values()


KIND = Kind(
    name="exam", item=Exam, says=Says("экзамен", "exam"), order=243,
    file="guideline/training.yml", key="exams", holds=Says("Обучение: планы по дням и экзамены", "Training: plans by day, and exams"),
    asks=("pass",), title=Says("Экзамены", "Exams"), lead=Says("Кто сдаёт, о чём, сколько вопросов и когда второй раз.", "Who takes them, about what, how many questions, and when again."),
    address="exams.html#exam-{id}", chapter=True, table="exams",
)  # fmt: skip
