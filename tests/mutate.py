"""Modules and their tests in, the small bugs that no test sees out: planted one at a time in a copy of the repository.

    python tests/mutate.py                             # a sample of each room of ROOMS
    python tests/mutate.py cjm/language --every        # every bug that can be planted there
    python tests/mutate.py cjm/atomic.py --most 20 --seed 7

Not a part of the suite: a room takes minutes. What lives is printed with its line; it is either a test that is missing or
a change that changes nothing, and only a reader can tell which.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ROOMS = {  # what is worth it, and the tests that know it best
    "cjm/language": "tests/language tests/wording tests/load/test_accidents.py",
    "cjm/load": "tests/load tests/model",
    "cjm/lint/engine.py": "tests/lint/test_choice.py tests/lint/test_accepted.py tests/lint/test_baseline.py tests/app",
    "cjm/lint/choice.py": "tests/lint/test_choice.py",
    "cjm/lint/suppress.py": "tests/lint/test_accepted.py tests/lint/test_choice.py",
    "cjm/lint/baseline.py": "tests/lint/test_baseline.py tests/lint/test_accepted.py tests/repair/test_rename.py",
    "cjm/workspace/selection.py": "tests/lint/test_graph_rules.py",
    "cjm/lint/verdict.py": "tests/lint/test_choice.py tests/lint/test_accepted.py tests/lint/test_baseline.py",
    "cjm/approval": "tests/approval tests/app/test_approve.py",
    "cjm/publish/tree.py": "tests/publish/test_tree.py",
    "cjm/atomic.py": "tests/cli/test_saved_whole.py",
    "cjm/edit": "tests/edit",
    "cjm/repair": "tests/repair",
    "cjm/word/comments.py": "tests/export/test_word.py",
    "cjm/graph/reading_path.py": "tests/graph/test_reading_path.py",
    "cjm/view/scope.py": "tests/view/test_scope.py",
    "cjm/addresses.py": "tests/wording",
}
_COMPARED = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
}  # fmt: skip
_RECKONED = {
    ast.Add: "-", ast.Sub: "+", ast.Mult: "//", ast.FloorDiv: "*", ast.Mod: "*", ast.BitOr: "&", ast.BitAnd: "|", ast.BitXor: "|",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bug:
    """One change of a file: the bytes from `start` to `end` become `text`."""

    file: str
    line: int
    start: int
    end: int
    text: str

    def told(self, source: bytes) -> str:
        """The line as it is, and what the change makes of it."""
        before = source[self.start : self.end].decode()
        return f"{self.file}:{self.line}  {' '.join(before.split())[:70]}  ->  {' '.join(self.text.split())[:70]}"


def bugs(file: str, source: bytes) -> Iterator[Bug]:
    """Every bug that can be planted in a module; its declarations and messages are left alone."""
    lines = [0]
    for line in source.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))

    def piece(node: ast.expr | ast.stmt) -> str:
        return source[at(node)[0] : at(node)[1]].decode()

    def at(node: ast.expr | ast.stmt) -> tuple[int, int]:
        assert node.end_lineno and node.end_col_offset is not None
        return lines[node.lineno - 1] + node.col_offset, lines[node.end_lineno - 1] + node.end_col_offset

    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, ast.FunctionDef):
            continue
        for node in (inner for statement in function.body for inner in ast.walk(statement)):
            for text in _changed(node, piece):
                yield Bug(file, node.lineno, *at(node), text)  # type: ignore[attr-defined, arg-type]


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("paths", nargs="*", help="modules or folders of cjm/; without any, all of ROOMS")
    asked.add_argument("--tests", help="what pytest runs instead of the tests that ROOMS names")
    asked.add_argument("--most", type=int, default=8, help="how many bugs of a room are planted")
    asked.add_argument("--every", action="store_true", help="plant every bug")
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    planted, lived = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tree"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "out", "__pycache__", ".hypothesis"))
        for room in options.paths or ROOMS:
            tests = (options.tests or _tests_of(room)).split()
            begun = time.monotonic()
            if not _passes(copy, tests, None):
                print(f"{room}: {' '.join(tests)} fails without any bug", file=sys.stderr)
                return 2
            patience = 30 + 5 * (time.monotonic() - begun)
            files = sorted((copy / room).rglob("*.py")) if (copy / room).is_dir() else [copy / room]
            sources = {file.relative_to(copy).as_posix(): file.read_bytes() for file in files}
            chosen = list(dict.fromkeys(bug for file, source in sources.items() for bug in bugs(file, source)))
            random.Random(options.seed).shuffle(chosen)
            for bug in chosen if options.every else chosen[: options.most]:
                source = sources[bug.file]
                (copy / bug.file).write_bytes(source[: bug.start] + bug.text.encode() + source[bug.end :])
                lives = _passes(copy, tests, patience)
                (copy / bug.file).write_bytes(source)
                planted, lived = planted + 1, lived + lives
                print("LIVES " if lives else "killed", bug.told(source), flush=True)
    print(f"{planted} planted, {lived} live")
    return 1 if lived else 0


# Private functions


def _changed(node: ast.AST, piece: Callable[[Any], str]) -> Iterator[str]:
    """What may stand in the place of `node` by mistake."""
    match node:
        case ast.Compare(left, [sign], [right]):
            yield f"({piece(left)}) {_COMPARED[type(sign)]} ({piece(right)})"
        case ast.BoolOp(op, [*values]):
            other = "or" if isinstance(op, ast.And) else "and"
            yield "(" + f" {other} ".join(f"({piece(one)})" for one in values) + ")"
            yield from (piece(one) for one in values)
        case ast.UnaryOp(ast.Not(), operand):
            yield piece(operand)
        case ast.If(test, body) | ast.While(test, body) if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
            whole, asked = piece(node), piece(test)
            yield whole.replace(asked, f"not ({asked})", 1)
        case ast.IfExp(_, body, otherwise):
            yield piece(body)
            yield piece(otherwise)
        case ast.BinOp(left, op, right) if type(op) in _RECKONED and not isinstance(left, ast.Constant | ast.JoinedStr):
            yield f"{piece(left)} {_RECKONED[type(op)]} {piece(right)}"
        case ast.Constant(bool(value)):
            yield str(not value)
        case ast.Constant(int(value)):
            yield str(value + 1)
        case ast.Return(ast.expr() as value) if not isinstance(value, ast.Constant):
            yield "return None"
        case ast.Continue():
            yield "break"
        case ast.Break():
            yield "continue"
        case ast.Expr(ast.Call()):
            yield "pass"
        case ast.Call(ast.Name("max" | "min" as name)):
            yield ("min" if name == "max" else "max") + piece(node)[len(name) :]
        case ast.Call(ast.Name("sorted" | "reversed"), [first, *_]):
            yield f"list({piece(first)})"


def _tests_of(room: str) -> str:
    best = max((known for known in ROOMS if room.startswith(known.removesuffix(".py"))), key=len, default="")
    if not best:
        raise SystemExit(f"{room} is in no room of ROOMS: say --tests")
    return ROOMS[best]


def _passes(copy: Path, tests: list[str], patience: float | None) -> bool:
    """Whether the tests pass in the copy; one that hangs sees the bug."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-m", "not slow"]
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run([*command, *tests], cwd=copy, env=environment, capture_output=True, timeout=patience)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
