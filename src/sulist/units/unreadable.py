"""What is said when a cell cannot be read; loaded only then."""

from __future__ import annotations

from sulist.i18n import _
from sulist.units.ref import UnitError


def refusal(trouble: str, cell: str, span: tuple[int, int], name: str = "") -> UnitError:
    """The error for one kind of ``trouble`` at ``span`` of ``cell``, about the text ``name``."""
    return UnitError(cell, span, _sentences()[trouble].format(name=name))


def _sentences() -> dict[str, str]:
    return {
        "empty": _("No unit is named here: write the name of a unit."),
        "long": _("This text is too long for a cell of units: write units only."),
        "bracket": _("This bracket has no partner: add the other one, or take this one out."),
        "label": _(
            "“{name}” is not a label that is known: write 牵头单位, 责任单位, 配合单位, 参与单位 "
            "or 指导单位 before the colon."
        ),
        "person": _(
            "“{name}” is about a person, and this cell is for units: keep persons elsewhere."
        ),
        "mark": _(
            "“{name}” holds two units, and not the mark between them: write 、 between units, and "
            "only those that are meant."
        ),
        "nobody": _("“{name}” names no unit: write the unit, or leave the cell out."),
        "task": _(
            "“{name}” reads as a task, not as a unit: write units only, with 、 between them."
        ),
        "unknown": _(
            "“{name}” does not end as the name of a unit does (局, 办, 公司, 镇 …): write its full name, "
            "or put it on the roster (units:) if it is one."
        ),
        "name": _("“{name}” is not the name of a unit: write units only, with 、 between them."),
    }
