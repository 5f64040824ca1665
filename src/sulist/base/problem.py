"""What can be wrong in the data: a problem, its place, and the table of all rules."""

from __future__ import annotations

from sulist.base.i18n import N_, _
from sulist.base.tuples import NamedTuple

_LEVELS = {"error": N_("error"), "warning": N_("warning")}


class Rule(NamedTuple):
    """A rule that a list has to keep; ``level`` is error (an answer could be wrong) or warning.

    ``scope`` says what an error makes unsure: the whole list, from which nothing is answered then,
    or, where it stands in a cell, that cell and its item alone.
    """

    level: str
    meaning: str
    scope: str = "list"


RULES = {
    # The text of the file, before any meaning.
    "encoding": Rule("error", N_("The file is UTF-8 text.")),
    "control-character": Rule("error", N_("No invisible control characters stand in the text.")),
    "too-large": Rule("error", N_("The file has at most 64 MiB.")),
    "too-deep": Rule("error", N_("Nothing is nested deeper than 16 levels.")),
    "too-many-parts": Rule("error", N_("The file has at most 1,300,000 keys and values.")),
    "yaml-syntax": Rule("error", N_("The file is one YAML document.")),
    "yaml-feature": Rule("error", N_("YAML's anchors, aliases, tags and merges are not used.")),
    "hash-ends-text": Rule("warning", N_("No text is ended by a # after a space.")),
    "duplicate-key": Rule("error", N_("A key stands once in its place.")),
    "too-many-errors": Rule("error", N_("The file has at most 500,000 errors.")),
    # The shape of the data.
    "invisible-character": Rule(
        "error",
        N_("No sign that nobody sees stands in a key, an id, a unit or a deadline."),
        "item",
    ),
    "wrong-type": Rule("error", N_("Every value is of its key's type."), "item"),
    "column-roles": Rule(
        "error", N_("Every printed column has a role, and one of them is the text."), "item"
    ),
    "missing-key": Rule("error", N_("Every key that an answer needs is there."), "item"),
    "unknown-key": Rule("error", N_("There are no other keys."), "item"),
    "empty-text": Rule("error", N_("No text is empty."), "item"),
    "placeholder-left": Rule(
        "error",
        N_(
            "Nothing is left that an import wrote for what it did not find, or init for what is to be written."
        ),
        "item",
    ),
    # The meaning, one function each in checks.py.
    "no-categories": Rule("error", N_("A list has at least one category.")),
    "no-items": Rule("error", N_("A category has at least one item.")),
    "total-as-printed": Rule(
        "error", N_("The items are as many as the printed total, be its parts counted or not.")
    ),
    "count-as-printed": Rule(
        "error",
        N_("A category's items are as many as its printed count, be its parts counted or not."),
    ),
    "category-numbers": Rule("error", N_("Categories have numbers, each above the one before.")),
    "category-gaps": Rule("warning", N_("Categories are numbered from 一 on, without a gap.")),
    "item-ids": Rule(
        "error",
        N_("An id is its category's printed number and the item's serial, without gap or repeat."),
    ),
    "lead-rule": Rule("error", N_("A rule of who leads stands only where no cell says who does.")),
    "part-of": Rule(
        "error", N_("A part is of an item above it in its category that is no part itself.")
    ),
    "lead-on-roster": Rule("error", N_("Every lead unit is on the roster."), "item"),
    "responsible-on-roster": Rule(
        "error", N_("Every unit named as responsible is on the roster."), "item"
    ),
    "collective-has-group": Rule(
        "warning", N_("Every collective, such as 区直各部门, has its group on the roster.")
    ),
    "roster-once": Rule(
        "error", N_("A unit stands once on the roster, and an alias means a unit on it.")
    ),
    "roster-confirmed": Rule("warning", N_("No unit is left under 待核实, to be confirmed.")),
    "lead-cell-leads": Rule("warning", N_("A lead cell that names units names one that leads.")),
    "lead-not-responsible": Rule("warning", N_("A lead unit is not named again as responsible.")),
    "unit-named-once": Rule("warning", N_("A unit is named once in a cell.")),
    "readable-units": Rule("error", N_("Every cell of units can be read."), "item"),
    "readable-deadline": Rule(
        "error", N_("Every deadline can be read, or has a due: of its own."), "item"
    ),
    "due-has-reason": Rule(
        "error", N_("A due: that differs from its phrase says why in due_reason:."), "item"
    ),
    "accepted-known": Rule("warning", N_("What is accepted is a rule of these.")),
    "accepted-there": Rule("warning", N_("What is accepted is still there.")),
    "deadline-in-year": Rule("warning", N_("A deadline lies in the list's year.")),
    "half-width-punctuation": Rule("warning", N_("Chinese text has full-width punctuation.")),
}

# The journal beside the list; a line with an error does not count, and the others do.
JOURNAL_RULES = {
    "journal-list": Rule("error", N_("The journal says of which list it is, and is of this one.")),
    "journal-line": Rule("error", N_("Every line is a record, a comment or empty.")),
    "journal-cut-off": Rule("error", N_("No record is cut off in the middle.")),
    "journal-id": Rule("error", N_("Two different records never have one id.")),
    "journal-order": Rule("error", N_("Every record can follow those before it.")),
    "journal-unit": Rule("warning", N_("Every unit that reports is a unit of the list.")),
    "journal-role": Rule("warning", N_("Only a unit that leads the item reports as its lead.")),
    "journal-newer": Rule(
        "warning", N_("Every kind of record, and every key, is one that this sulist knows.")
    ),
    "journal-clock": Rule(
        "warning", N_("No record was written, or speaks of a day, that has not come.")
    ),
    "journal-seq": Rule(
        "warning", N_("No record's number is far above how many records there are.")
    ),
    "journal-copy": Rule("warning", N_("No copy of the journal lies beside it.")),
}


def in_one_line(file: str) -> str:
    r"""A file's name in a line of a screen, where a line break in it (``\n``) would begin another."""
    return file.replace("\n", "\\n")


def _rule(name: str) -> Rule:
    return RULES.get(name) or JOURNAL_RULES[name]


class Place(NamedTuple):
    """A spot in a file; ``line`` and ``column`` count characters from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{in_one_line(self.file)}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """Something wrong in the data: where, which rule, what, and what to do about it.

    ``item`` is the id of the item in which it is, ``cell`` the key or the heading of its cell, which
    may also be one of the list's own; ``accepted`` why it may stay, where the list says so.
    """

    place: Place
    check: str
    message: str
    remedy: str
    excerpt: str = ""
    item: str = ""
    cell: str = ""
    accepted: str = ""

    @property
    def scope(self) -> str:
        """``list`` or ``item``: what it makes unsure."""
        return "item" if self.cell and _rule(self.check).scope == "item" else "list"

    @property
    def blocks(self) -> bool:
        """Whether nothing is answered from a list that has it."""
        return self.level == "error" and self.scope == "list"

    @property
    def level(self) -> str:
        """``error`` or ``warning``, from the tables of rules."""
        return _rule(self.check).level

    def __str__(self) -> str:
        """As compilers write it, so that editors find the place; the level in the reader's words."""
        return f"{self.place}: {_(_LEVELS[self.level])}: {self.message} [{self.check}]"
