"""Words to say in, HTML out: every gap an element of its own that the browser can fill."""

from html import escape

from cjm.model import Handbook
from cjm.wording.gaps import Gap, pieces


def said_html(text: str, handbook: Handbook) -> str:
    """Paragraphs of `text`; a gap is `<span class="gap" data-gap="name">`, a line break stays one."""
    parts = []
    for piece in pieces(text.strip("\n"), handbook):
        parts.append(_gap(piece) if isinstance(piece, Gap) else escape(piece, quote=False))
    paragraphs = [paragraph.strip() for paragraph in "".join(parts).replace("\r", "").split("\n\n")]
    return "".join(f"<p>{'<br>'.join(paragraph.splitlines())}</p>" for paragraph in paragraphs if paragraph)


# Private functions


def _gap(gap: Gap) -> str:
    example = f' data-example="{escape(gap.example)}"' if gap.example else ""
    example += f' data-of="{escape(gap.of)}"' if gap.of else ""
    flags = (" data-capital" if gap.capital else "") + (" data-stays" if gap.stays else "")
    return f'<span class="gap" data-gap="{escape(gap.name)}"{example}{flags}>{escape(gap.written)}</span>'
