"""What is said when a cell cannot be read; loaded only then."""

from __future__ import annotations

from sulist.base.i18n import N_, _
from sulist.units.ref import UnitError

_SENTENCES = {
    "empty": N_("No unit is named here: write the name of a unit."),
    "long": N_("This text is too long for a cell of units: write units only."),
    "bracket": N_("This bracket has no partner: add the other one, or take this one out."),
    "label": N_(
        "“{name}” is not a label that is known: write 牵头单位, 责任单位, 配合单位, 参与单位 "
        "or 指导单位 before the colon."
    ),
    "person": N_("“{name}” is about a person, and this cell is for units: keep persons elsewhere."),
    "mark": N_(
        "“{name}” holds two units, and not the mark between them: write 、 between units, and "
        "only those that are meant."
    ),
    "nobody": N_("“{name}” names no unit: write the unit, or leave the cell out."),
    "task": N_("“{name}” reads as a task, not as a unit: write units only, with 、 between them."),
    "unknown": N_(
        "“{name}” does not end as the name of a unit does (局, 办, 公司, 镇 …): write its full name, "
        "or put it on the roster (units:) if it is one."
    ),
    "name": N_("“{name}” is not the name of a unit: write units only, with 、 between them."),
}


def refusal(trouble: str, cell: str, span: tuple[int, int], name: str = "") -> UnitError:
    """The error for one kind of ``trouble`` at ``span`` of ``cell``, about the text ``name``."""
    return UnitError(cell, span, _(_SENTENCES[trouble]).format(name=name))
