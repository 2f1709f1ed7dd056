"""A handbook and a name in, what hangs on the thing of that name out."""

from cjm.app.refusal import Misuse
from cjm.graph.impact import Impact, impact
from cjm.language import letters
from cjm.language.says import Says
from cjm.model import Handbook, Item
from cjm.workspace.named import things_named
from cjm.workspace.subjects import identities


class NotCalledSo(Misuse):
    """Nothing has this name."""

    SAYS = Says("имени «{name}» здесь нет{near}", 'there is no "{name}" here{near}')
    NEAR = Says(". Возможно, {near}", ". Perhaps {near}")


class SeveralCalledSo(Misuse):
    """More than one thing has this name."""

    SAYS = Says(
        "«{name}» здесь несколько, назовите одно: {names}", 'there are several "{name}" here, name one: {names}'
    )


def impact_of(name: str, handbook: Handbook) -> Impact:
    """What hangs on the thing that `kind:id`, `holder/id` or a bare id names. Raises NotCalledSo, SeveralCalledSo."""
    meant = things_named(handbook, name)
    things = [one for items in meant.values() for one in items if isinstance(one, Item)]
    if not things:
        known = list(identities(handbook))
        near = letters.nearest(name, known) or letters.nearest(name, [one.partition(":")[2] for one in known])
        raise NotCalledSo(name=name, near=NotCalledSo.NEAR.filled(near=near) if near else "")
    if len(meant) > 1:
        raise SeveralCalledSo(name=name, names=", ".join(f"{kind}:{name.rpartition(':')[2]}" for kind, _ in meant))
    return impact(things[0], handbook)
