"""What is wrong in lists, as plain objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sulist.write.json.items import FORMAT, about

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sulist.listfile.worklist import Checked


def problems(checked: Checked) -> dict[str, Any]:
    """Every problem of one list, by place."""
    return {
        "format": FORMAT,
        "list": _checked(checked),
        "problems": _problems(checked),
        "errors": checked.errors,
        "warnings": checked.warnings,
    }


def problems_of_several(several: Sequence[Checked]) -> dict[str, Any]:
    """Every problem of several lists, list by list; a file that cannot be read is left out."""
    read = [one for one in several if not one.unread]
    return {
        "format": FORMAT,
        "lists": [_checked(one) | {"errors": one.errors, "warnings": one.warnings} for one in read],
        "left_out": [{"file": one.file, "reason": one.unread} for one in several if one.unread],
        "problems": [problem for one in read for problem in _problems(one)],
        "errors": sum(one.errors for one in read),
        "warnings": sum(one.warnings for one in read),
    }


def _checked(checked: Checked) -> dict[str, Any]:
    return about(checked.worklist) if checked.worklist else {"file": checked.shown}


def _problems(checked: Checked) -> list[dict[str, Any]]:
    return [
        {
            "file": one.place.file,
            "line": one.place.line,
            "column": one.place.column,
            "level": one.level,
            "check": one.check,
            "message": one.message,
            "remedy": one.remedy,
            "excerpt": one.excerpt,
            "list": checked.file,
        }
        for one in checked.problems
    ]
