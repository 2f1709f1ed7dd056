"""Sentences in which [[…]] tells of a person in; how much of it is masked, and what else is, out.

    python bench/masking.py bench/masking_ru.txt

A stretch counts as masked when every letter and digit of it is gone. Club words are taken from the handbook in this folder.
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cjm.answers.reading import own_words
from cjm.load import load_folder
from cjm.masking import personal

MARK = re.compile(r"\[\[(.+?)\]\]")


def main(file: Path) -> None:
    keep = own_words(load_folder(Path(__file__).resolve().parents[1]))
    told = missed = plain = falsely = 0
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        text = MARK.sub(r"\1", line)
        wanted, shift = [], 0
        for one in MARK.finditer(line):
            wanted.append((one.start(1) - shift - 2, one.end(1) - shift - 2))
            shift += 4
        hidden = {at for one in personal(text, keep) for at in range(one.start, one.end)}
        for start, end in wanted:
            told += 1
            if any(text[at].isalnum() and at not in hidden for at in range(start, end)):
                missed += 1
                print(f"  missed: {text[start:end]}  in  {text}")
        others = hidden - {at for start, end in wanted for at in range(start, end)}
        plain += not wanted
        if not wanted and others:
            falsely += 1
            print(f"  masked: {''.join(text[at] for at in sorted(others))}  in  {text}")
    print(
        f"masked {told - missed} of {told} ({100 * (told - missed) / max(told, 1):.1f} %), sentences spoilt {falsely} of {plain}"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
