"""Plain data in, the YAML for it in the layout of its neighbours out."""

from collections.abc import Mapping, Sequence

from cjm.edit.scalar import scalar

YamlValue = str | Sequence["YamlValue"] | Mapping[str, "YamlValue"]


def in_flow(value: YamlValue) -> str:
    """`value` on one line, as it stands between brackets."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {in_flow(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(in_flow(one) for one in value) + "]"


def behind_key(value: YamlValue, indent: int, like: str, newline: str) -> str:
    """`value` as it stands behind a key that is `indent` columns in; short lists stand in brackets."""
    if isinstance(value, str):
        return scalar(value, indent=indent, like=like, newline=newline)
    margin = " " * (indent + 2)
    if isinstance(value, Mapping) and value:
        return f"{newline}{margin}" + behind_dash(value, indent, 1, newline)
    if isinstance(value, Mapping) or all(isinstance(one, str) for one in value):
        return in_flow(value)
    return "".join(f"{newline}{margin}- {behind_dash(one, indent + 2, 1, newline)}" for one in value)


def behind_dash(value: YamlValue, indent: int, gap: int, newline: str) -> str:
    """`value` as it stands `gap` blanks behind a dash that is `indent` columns in; a map has a line for each key."""
    if not isinstance(value, Mapping) or not value:
        return behind_key(value, indent, "", newline) if isinstance(value, str) else in_flow(value)
    inner = indent + 1 + gap
    lines = []
    for key, one in value.items():
        written = behind_key(one, inner, "", newline)
        lines.append(f"{key}:{'' if written.startswith(newline) else ' '}{written}")
    return f"{newline}{' ' * inner}".join(lines)


def as_read_back(value: YamlValue) -> object:
    """What a file says that has `value` in it."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return tuple((key, as_read_back(one)) for key, one in value.items())
    return [as_read_back(one) for one in value]
