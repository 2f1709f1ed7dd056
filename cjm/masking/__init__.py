"""A text in, what in it tells of a person out, and the text without it.

A false mask costs a word, a miss costs a person: where a word may be a name, it is taken for one and told as unsure.
"""

from cjm.masking.hidden import KINDS_HIDDEN, Hidden, without
from cjm.masking.personal import personal

__all__ = ["KINDS_HIDDEN", "Hidden", "personal", "without"]
