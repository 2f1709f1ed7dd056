"""Why a file from outside is not read: a sentence in both languages."""

from cjm.language.says import Says


class Rejected(Exception):
    """Nothing of the file was taken, and this is why."""

    def __init__(self, why: Says, **values: object) -> None:
        self.says = why.filled(**values) if values else why
        super().__init__(self.says.en)
