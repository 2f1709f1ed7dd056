"""The secret part of an edition and the examiner's code in, what the page of the exam carries out; and a result's seal.

PBKDF2 stretches the code to two keys: AES-GCM hides questions and key, HMAC seals results. A browser does the same with
`crypto.subtle`. The proof is no more than «marked in the presence of somebody who knew the code».
"""

import base64
import functools
import hashlib
import hmac
import json
import secrets
from typing import Any

from cjm.training.edition import ExamEdition

ROUNDS = 600_000
_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # of a code that is told aloud


def new_code() -> str:
    """A code for an examiner: eight signs in two groups, some forty bits."""
    made = "".join(secrets.choice(_LETTERS) for _ in range(8))
    return f"{made[:4]}-{made[4:]}"


@functools.lru_cache(64)  # each takes a third of a second, and one edition has many results
def keys(code: str, edition: str) -> tuple[bytes, bytes]:
    """What hides the questions, and what seals results. However the code is typed: blanks, hyphens, case."""
    typed = "".join(sign for sign in code.upper() if sign.isalnum())
    made = hashlib.pbkdf2_hmac("sha256", typed.encode(), edition.encode(), ROUNDS, 64)
    return made[:32], made[32:]


def sealed(edition: ExamEdition, code: str) -> dict[str, Any]:
    """What the page carries: the head as it is, the rest encrypted."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # no other command needs it

    plain_text = json.dumps(edition.secret, ensure_ascii=False, separators=(",", ":")).encode()
    nonce = secrets.token_bytes(12)
    hidden = AESGCM(keys(code, edition.id)[0]).encrypt(nonce, plain_text, edition.id.encode())
    packed = {name: base64.b64encode(raw).decode() for name, raw in (("nonce", nonce), ("hidden", hidden))}
    return {"head": edition.head, "rounds": ROUNDS} | packed


def result_seal(key: bytes, result: Any) -> str:
    """The seal of a result: over all of it but the seal, in the order in which the page writes it."""
    said = json.dumps({name: value for name, value in result.items() if name != "seal"}, ensure_ascii=False, separators=(",", ":"))  # fmt: skip
    return hmac.new(key, said.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()
