"""What was said is a complaint, a praise or an observation by the score beside it; a score alone is none of them."""

import datetime as dt

import pytest

from cjm.answers.answer import Answer, Score
from cjm.answers.counting import counts_of
from cjm.model import Handbook
from cjm.model.shared.index import Index

CLUB = Handbook(
    shared={"index": (
        Index(id="nps", title="NPS", formula="promoters-minus-detractors"), Index(id="csi", title="CSI", formula="top-two"),
        Index(id="share", title="Доля", formula="share"),
    )}
)  # fmt: skip


@pytest.mark.parametrize(
    ("index", "best", "score", "words", "sort"),
    [
        ("nps", 10, 0, "Ждали час", "complaint"), ("nps", 10, 6, "Ждали час", "complaint"), ("nps", 10, 7, "Ждали, но недолго", "observation"),
        ("nps", 10, 8, "Нормально", "observation"), ("nps", 10, 9, "Спасибо Оле", "praise"), ("csi", 5, 1, "Холодно", "complaint"),
        ("csi", 5, 2, "Холодно", "complaint"), ("csi", 5, 3, "Так себе", "observation"), ("csi", 5, 4, "Хорошо", "praise"),
        ("share", 1, 0, "Не помогли", "complaint"), ("share", 1, 1, "Помогли", "praise"),
        ("nps", 10, 0, "", ""), ("csi", 5, 1, "", ""), ("csi", 5, 5, "", ""),  # a score alone is counted where scores are
    ],
)  # fmt: skip
def test_by_the_score_beside_them(index: str, best: int, score: float, words: str, sort: str) -> None:
    one = Answer("a", "2026-10-02", "review", (Score(index, "", score, best),), words=words, place="shower")
    rows = counts_of([one], CLUB, dt.date(2026, 11, 22))
    assert [row.about.removeprefix("case:") for row in rows if row.about.startswith("case:")] == (
        [sort] if sort else []
    )
    assert [(row.about, row.score, row.n) for row in rows if row.about == index] == [(index, score, 1)]
