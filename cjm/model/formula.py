"""The value of a fact that is made of others in («{{ price }} − {{ discount }}»), what readers see out; else why there is none.

Sums, differences, products, quotients, brackets, per cent (of what stands before it) and rounding; nothing else is
computed. A result is written as its operands are: their unit, their decimals, their gaps between thousands.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from cjm.language.inflection import folded, forms_of
from cjm.language.numerals import noun
from cjm.model.reference import FACT

_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_AMOUNT = re.compile(rf"(?P<before>[$€£]\s?)?(?P<number>{_NUMBER})(?P<after>\s*[^\d\s()+*/×÷·:−–-][^\d()+*/×÷·:−–]*)?\s*")
_SIGN = re.compile(r"\s*(?:([+*/×÷·:()−–-])|(?P<fact>\{\{[^{}]*\}\}))\s*")
_SAME = {"−": "-", "–": "-", "×": "*", "·": "*", "÷": "/", ":": "/"}


class NoValue(Exception):
    """Why a formula has no value: which sentence of rule 309, and what it speaks of."""

    def __init__(self, form: str, **values: str) -> None:
        super().__init__(form)
        self.form, self.values = form, values


@dataclass(frozen=True, slots=True)
class _Amount:
    number: Decimal
    unit: str = ""
    like: tuple[re.Match[str], ...] = ()  # the operands as they are written


def is_formula(value: str) -> bool:
    """Whether a fact's value is made of other facts."""
    return "{{" in value


def outcome(formula: str, value_of: Callable[[str, str], str], nearest: int | None) -> str:
    """What `formula` comes to, rounded to whole `nearest`. `value_of` gives the value of a fact by id and form, or raises."""
    reading = _Reading(formula, value_of)
    amount = reading.sum()
    if reading.rest:
        raise NoValue("sign", text=reading.rest)
    return _written(amount, nearest)


# Private functions


class _Reading:
    """A formula that is read from left to right."""

    def __init__(self, formula: str, value_of: Callable[[str, str], str]) -> None:
        self.rest, self.value_of = formula.strip(), value_of

    def sum(self) -> _Amount:
        left = self.product()
        while sign := self.sign("+-"):
            right = self.product()
            if right.unit == "%" != left.unit:
                share = left.number * right.number / 100
                right = _Amount(share, left.unit)
            elif not _same_unit(left, right):
                raise NoValue("units", one=left.unit or str(left.number), other=right.unit or str(right.number))
            number = left.number + right.number if sign == "+" else left.number - right.number
            left = replace(left, number=number, like=left.like + right.like)
        return left

    def product(self) -> _Amount:
        left = self.operand()
        while sign := self.sign("*/"):
            right = self.operand()
            by = right.number / 100 if right.unit == "%" else right.number
            if sign == "/" and not by:
                raise NoValue("zero")
            if sign == "/" and left.unit and _same_unit(left, right):
                left = _Amount(left.number / by)
            elif _counts(right, left):  # 9 600 ₽ for 8 lessons
                left = replace(left, number=left.number * by if sign == "*" else left.number / by)
            elif sign == "*" and _counts(left, right):
                left = replace(right, number=right.number * (left.number / 100 if left.unit == "%" else left.number))
            else:
                raise NoValue("units", one=left.unit, other=right.unit)
        return left

    def operand(self) -> _Amount:
        if self.sign("("):
            inside = self.sum()
            if not self.sign(")"):
                raise NoValue("sign", text=self.rest or "…")
            return inside
        found = _SIGN.match(self.rest)
        if found and found["fact"]:
            self.rest = self.rest[found.end() :]
            named = FACT.fullmatch(found["fact"])
            if named is None:
                raise NoValue("sign", text=found["fact"])
            value = self.value_of(named[1], named[2] or "")
            amount = _AMOUNT.fullmatch(value.strip())
            if amount is None:
                raise NoValue("no-number", id=named[1], value=value)
            return _amount(amount)
        amount = _AMOUNT.match(self.rest)
        if amount is None:
            raise NoValue("sign", text=self.rest or "…")
        self.rest = self.rest[amount.end() :]
        return _amount(amount)

    def sign(self, wanted: str) -> str:
        """The next sign, where it is one of `wanted`."""
        found = _SIGN.match(self.rest)
        sign = _SAME.get(found[1], found[1]) if found and found[1] else ""
        if not found or not sign or sign not in wanted:
            return ""
        self.rest = self.rest[found.end() :]
        return sign


def _amount(found: re.Match[str]) -> _Amount:
    plain = re.sub(r"[ \u00a0\u202f]|,(?=\d{3}(?!\d))", "", found["number"]).replace(",", ".")
    return _Amount(Decimal(plain), (found["before"] or found["after"] or "").strip(), (found,))


def _counts(one: _Amount, other: _Amount) -> bool:
    """Whether `one` says how many of `other`: a bare number, a share, lessons of a price."""
    return one.unit in ("", "%") or (one.unit.isalpha() and not other.unit.isalpha())


def _same_unit(one: _Amount, other: _Amount) -> bool:
    return folded(one.unit) == folded(other.unit) or (
        one.unit.isalpha() and other.unit.isalpha() and forms_of(one.unit).has(folded(other.unit))
    )


def _written(amount: _Amount, nearest: int | None) -> str:
    numbers = [one["number"] for one in amount.like]
    decimals = [found[0] for number in numbers if (found := re.search(r"[.,]\d{1,2}$", number))]
    places = 0 if nearest else max(map(len, decimals), default=1) - 1
    step = Decimal(nearest or 1).scaleb(-places)
    number = (amount.number / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    if not nearest and number != amount.number:
        raise NoValue("uneven", result=f"{amount.number:.4f}".rstrip("0"))
    whole, point, after = f"{abs(number):.{places}f}".partition(".")
    gap = next((found[0] for one in numbers if (found := re.search(r"[\u00a0\u202f,](?=\d{3}(?!\d))", one))), "\u00a0")
    whole = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", gap, whole)
    digits = ("−" if number < 0 else "") + whole + (decimals[0][0] + after if decimals and point else "")
    return _with_unit(digits, int(abs(number)), amount)


def _with_unit(digits: str, number: int, amount: _Amount) -> str:
    """The result with its unit in the form that its number asks for, as one of the operands has it."""
    units = [one for one in amount.like if one["before"] or one["after"]]
    if not units or not amount.unit:
        return digits
    if units[0]["before"]:
        return f"{units[0]['before']}{digits}"
    if len(amount.unit) > 2 and amount.unit.isalpha():
        units = [one for one in units if _plural(int(_amount(one).number)) == _plural(number)]
    if not units:
        raise NoValue("unit-form", result=f"{digits} {amount.unit}")
    blank = "\u00a0" if units[0]["after"][0].isspace() else ""
    return digits + blank + str(units[0]["after"]).strip()


def _plural(number: int) -> str:
    return noun(number, ("1", "2", "5"), "ru")
