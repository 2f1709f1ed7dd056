"""A handbook in, a file with all its open questions out; and from such a file the handbook with the answers in it."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from cjm.app.refusal import Misuse, Refusal, write, write_all
from cjm.language.says import Language, Says
from cjm.load import read_folder
from cjm.model import Handbook
from cjm.repair.answers import Answered, answered
from cjm.view.questions import OpenQuestion, open_questions
from cjm.word.comments import NoWord
from cjm.word.questionnaire import answers_in, as_questionnaire, word_answers, word_questionnaire

_WORD = ".docx"


@dataclass(frozen=True, slots=True)
class QuestionsSent:
    """The questions, and the file in which they stand; None where there are none."""

    questions: tuple[OpenQuestion, ...]
    file: Path | None


class NoAnswers(Misuse):
    """The file has no answers that can be told from other text."""

    SAYS = Says(
        "{file}: ответов не нашлось. Нужен файл, который сделал cjm ask: ответы стоят под словом «Ответ» или в последнем столбце",
        "{file}: no answers were found. It takes the file that cjm ask made: answers stand below the word Answer, or in the last column",
    )


class NoTextFile(Refusal):
    """The file is neither Word's nor a text."""

    SAYS = Says("{file}: это не текст и не файл Word", "{file} is neither a text nor a Word file")


def ask_in_writing(
    handbook: Handbook, root: Path, output: Path | None, language: Language, *, today: dt.date
) -> QuestionsSent:
    """Write all open questions into one file, Word's where its name says so, else Markdown. Raises NotWritten."""
    questions, title = open_questions(handbook), handbook.outline.title
    if not questions:
        return QuestionsSent((), None)
    file = output or root / "site_build/out" / ("вопросы.docx" if language == "ru" else "questions.docx")
    made = word_questionnaire if file.suffix.lower() == _WORD else as_questionnaire
    write(file, made(questions, title, today, language))
    return QuestionsSent(questions, file)


def take_answers(root: Path, file: Path) -> Answered:
    """What the files become with the answers of `file`. Raises NoAnswers, NoTextFile; nothing is written."""
    try:
        word = file.suffix.lower() == _WORD
        found = word_answers(file.read_bytes()) if word else answers_in(file.read_text(encoding="utf-8-sig"))
    except (NoWord, UnicodeDecodeError) as error:
        raise NoTextFile(file=file) from error
    if not found:
        raise NoAnswers(file=file)
    return answered(read_folder(root), found)


def write_answers(root: Path, made: Answered) -> None:
    """Write all the files, or leave all as they were. Raises NotWritten, ChangedMeanwhile."""
    write_all(root, made.files)
