"""A language in, what the fields are called out, as they are declared: the one table of words for what authors write."""

import re
from collections.abc import Mapping

from cjm.language.headings import HEADINGS
from cjm.language.says import Says
from cjm.model import Journey, Section, Touchpoint
from cjm.model.fields import specs
from cjm.model.section import Conflict, Never, PassOn, Step
from cjm.model.shared import SHARED

# A name that several have is that of the last of them; each is there as `step_say`, `client_type_script` as well.
_RECORDS = (Journey, Touchpoint, *(kind.item for kind in SHARED), PassOn, Never, Conflict, Step, Section)

LABELS: Mapping[str, Says] = {
    name: spec.label
    for record in _RECORDS
    for attribute, spec in specs(record).items()
    for name in (attribute, f"{re.sub(r'(?<=.)(?=[A-Z])', '_', record.__name__).lower()}_{attribute}")
} | HEADINGS
