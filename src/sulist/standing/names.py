"""What people call what is known of an item: one table each, its Chinese in the catalogue.

Screens, documents, forms and the words that may be typed all take their words from here.
"""

from __future__ import annotations

from sulist.base.i18n import N_

STATE_NAMES = {
    "no-report": N_("no report"),
    "not-started": N_("not started"),
    "in-progress": N_("in progress"),
    "reported-done": N_("reported done"),
    "closed": N_("closed"),
    "reopened": N_("reopened"),
    "withdrawn": N_("withdrawn"),
}

# What a report itself may say.
STATUS_NAMES = {
    "not-started": N_("not started"),
    "in-progress": N_("in progress"),
    "done": N_("done"),
}

COLOUR_NAMES = {
    "red": N_("red"),
    "yellow": N_("yellow"),
    "green": N_("green"),
    "blue": N_("blue"),
    "none": N_("no light"),
}
REASON_NAMES = {
    "overdue": N_("overdue"),
    "near": N_("near its date"),
    "behind": N_("behind"),
    "no-report": N_("no report"),
    "not-due-yet": N_("not due yet: first report"),
    "done-late": N_("reported done late"),
    "on-schedule": N_("on schedule"),
    "to-verify": N_("to be verified"),
    "closed": N_("closed"),
    "withdrawn": N_("withdrawn"),
    "unread": N_("deadline not read"),
}

KIND_NAMES = {
    "report": N_("report"),
    "extension": N_("extension"),
    "closing": N_("closing"),
    "reopening": N_("reopening"),
    "withdrawal": N_("withdrawal"),
    "correction": N_("correction"),
}

# Who stands behind a record, and its paper, by its keys: the document's own terms.
PEOPLE_TITLES = {
    "filled_by": "填报人",
    "reviewed_by": "审核人",
    "phone": "联系电话",
    "entered_by": "录入人",
    "approved_by": "批准人",
    "paper": "文号",
}

# How an item touches a unit, likewise.
ROLE_TERMS = {"lead": "牵头", "named": "责任", "covered": "涉及", "possible": "可能涉及"}
