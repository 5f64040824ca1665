"""What people call a state, a light, a role, a kind of record: one table, which all faces take."""

from __future__ import annotations

from sulist.base.i18n import _, speaking
from sulist.forms.layout import STATUS_OF
from sulist.journal.record import KINDS
from sulist.listfile.touch import ROLES
from sulist.standing import names
from sulist.standing.course import STATES
from sulist.standing.lights import COLOURS
from sulist.standing.names import ROLE_WORDS, STATE_WORDS, STATUS_WORDS


def test_everything_that_has_a_name_has_it_in_the_one_table() -> None:
    """No more, no less."""
    assert set(names.STATE_NAMES) == set(STATES)
    assert set(names.COLOUR_NAMES) == set(COLOURS)
    assert set(names.ROLE_TERMS) == set(ROLES)
    assert set(names.KIND_NAMES) == set(KINDS)


def test_a_form_offers_the_words_that_the_screens_use() -> None:
    """By the catalogue."""
    assert STATUS_OF == {"未启动": "not-started", "推进中": "in-progress", "已完成": "done"}


def test_a_person_may_type_the_words_that_the_screens_show() -> None:
    """In Chinese as the catalogue has them, or the word of the data; whatever language is spoken."""
    with speaking("zh_CN"):
        states = {_(name): key for key, name in names.STATE_NAMES.items()}
        statuses = {_(name): key for key, name in names.STATUS_NAMES.items()}
    assert states | {key: key for key in STATES} == STATE_WORDS
    assert statuses | {key: key for key in names.STATUS_NAMES} == STATUS_WORDS
    roles = {term: key for key, term in names.ROLE_TERMS.items()}
    assert roles | {key: key for key in ROLES} == ROLE_WORDS
