"""What is found of labels and verbs without their patterns is what the patterns find."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from conftest import examples

from sulist.units import duty_labels, duty_verbs, vocabulary
from sulist.units.folded import is_inside_brackets

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = sorted(
    {
        *duty_labels.LABEL_WORDS,
        *duty_labels.LABEL_NOUNS,
        *duty_verbs._BESIDE_VERBS,
        *vocabulary.COMMON_VERBS,
        *duty_verbs._OTHER_VERBS,
    }
)
BETWEEN = (
    "县财政局 区经发局 ： （ ） 等 单位 由 会同 会同县 县 省市 区级 按职责分工 为 是 总 局 村 、 ， 整改 第一 主要 "
    "各乡镇 在 人 政 会 建设单位 （牵头） 作为"
).split()
PIECES = (WORDS, BETWEEN, sorted(vocabulary.COMMON_VERBS))


def texts() -> Iterator[str]:
    """As many as are tried, of a few pieces each."""
    chosen = Random("duties")  # noqa: S311 - the same in every run
    for _number in range(examples(3000)):
        pieces = range(chosen.randrange(1, 7))
        yield "".join(chosen.choice(chosen.choice(PIECES)) for _piece in pieces)


def test_labels_are_those_of_the_pattern() -> None:
    """Where each label stands and which duty it gives, whatever is told without the pattern."""
    for key in texts():
        every = duty_labels.labels().finditer(key)
        found = [one for one in every if duty_labels._is_label(key, one)]
        whole = tuple([(*one.span(), duty_labels.duty_of(one.group())) for one in found])
        assert duty_labels.label_spans(key) == whole, key


def test_a_note_is_that_of_the_pattern() -> None:
    """区经发局（牵头）: the first bracket in no other that holds only a duty, unless it opens the text."""
    for key in texts():
        every = [one.span() for one in duty_verbs._notes().finditer(key)]
        first = next((one for one in every if not is_inside_brackets(key, one[0])), (0, 0))
        assert duty_verbs.note(key) == (first if first[0] else None), key


def test_phrases_of_common_verbs_are_those_of_the_pattern() -> None:
    """They are found alone only where nothing beside them would be a part of the phrase."""
    for key in texts():
        if found := duty_verbs._common_spans(key):
            assert found == [one.span() for one in duty_verbs._verbs().finditer(key)], key


def test_a_text_opens_with_a_verb_as_the_pattern_tells() -> None:
    """会同县配合: 县 is a place there, and no name goes on."""
    for key in texts():
        assert duty_verbs._opens_with_verb(key) == bool(duty_verbs._verbs().match(key)), key


def test_every_label_of_a_word_and_a_noun_is_found_whole() -> None:
    """牵头单位： is one label up to its colon, for every such word and noun."""
    for word in duty_labels.LABEL_WORDS:
        for noun in duty_labels.LABEL_NOUNS:
            match = duty_labels.labels().match(f"{word}{noun}：区经发局")
            assert match is not None
            assert match.end() == len(word) + len(noun) + 1


def test_the_verbs_are_those_of_the_vocabulary() -> None:
    """Each verb is a common one or among the others, none is both."""
    written = [one.rpartition(")")[2] for one in vocabulary.VERBS.split("|")]
    assert sorted(written) == sorted({*vocabulary.COMMON_VERBS, *duty_verbs._OTHER_VERBS})
