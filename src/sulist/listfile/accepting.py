"""Problems that a list accepts (``accepted:``), each with the reason why it may stay as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.problem import RULES
from sulist.listfile.fetching import meant
from sulist.listfile.yaml_source import Mapping

if TYPE_CHECKING:
    from sulist.base.problem import Problem
    from sulist.listfile.fetching import Fetcher
    from sulist.listfile.yaml_source import Node

_KEYS = ("rule", "item", "reason")
_REQUIRED = ("rule", "reason")


def accepted(reader: Fetcher, root: Node | None, problems: list[Problem]) -> list[Problem]:
    """The problems of a list, those that it accepts with the reason; and what is wrong in what it accepts.

    A warning can be accepted, and an error that is an item's alone; without ``item:`` of every item.
    """
    if not isinstance(root, Mapping):
        return problems
    told = len(reader.problems)
    made = list(problems)
    for node in reader.mappings(root, "accepted"):
        reader.keys(node, _KEYS, _REQUIRED)
        rule, item, reason = (reader.text(node, key) for key in ("rule", "item", "reason"))
        if rule and rule not in RULES:
            reader.report(
                "accepted-known",
                node.entries["rule"][1],
                _("There is no rule {rule}.").format(rule=rule),
                meant(
                    rule, RULES, _("sulist check says the rule behind each problem, in brackets.")
                ),
            )
            continue
        found = [
            at
            for at, one in enumerate(made)
            if one.check == rule
            and (not item or one.item == item)
            and (one.level == "warning" or one.scope == "item")
        ]
        if rule and reason and not found:
            reader.report(
                "accepted-there",
                node,
                _("Nothing that breaks the rule {rule} is here to be accepted.").format(rule=rule),
                _("Delete this entry, or mend its item:."),
            )
        for at in found:
            made[at] = made[at]._replace(accepted=reason)
    return made + reader.problems[told:]
