"""A Handbook with its months in, the figures of the client's voice out: numbers in words, with pictures and their tables.

Site and book show the same of them; each sets them out in its own way.
"""

from cjm.figures.hurts import HeatFigures, heat_figures, journey_heat
from cjm.figures.month import IndexCard, MonthFigures, month_figures
from cjm.figures.progress import ImprovementFigure, as_progress, improvement_figures
from cjm.figures.words import FIGURE_WORDS, figure_words
from cjm.figures.you_said import ChangeForClients, changes_for_clients

__all__ = [
    "FIGURE_WORDS", "ChangeForClients", "HeatFigures", "ImprovementFigure", "IndexCard", "MonthFigures", "as_progress", "changes_for_clients",
    "figure_words", "heat_figures", "improvement_figures", "journey_heat", "month_figures",
]  # fmt: skip
