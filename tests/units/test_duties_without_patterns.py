"""What is found of labels and verbs without their patterns is what the patterns find."""

from __future__ import annotations

from conftest import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from sulist.units import duties, duty_labels, vocabulary

WORDS = sorted(
    {
        *duty_labels.LABEL_WORDS,
        *duty_labels.LABEL_NOUNS,
        *duties._BESIDE_VERBS,
        *duties.COMMON_VERBS,
        *duties._OTHER_VERBS,
    }
)
BETWEEN = (
    "县财政局 区经发局 ： （ ） 等 单位 由 会同 会同县 县 省市 区级 按职责分工 为 是 总 局 村 、 ， 整改 第一 主要 "
    "各乡镇 在 人 政 会 建设单位 （牵头） 作为"
).split()
TEXTS = st.lists(
    st.sampled_from(WORDS) | st.sampled_from(BETWEEN) | st.sampled_from(duties.COMMON_VERBS),
    min_size=1,
    max_size=6,
).map("".join)
MANY = settings(max_examples=examples(1500), deadline=None, derandomize=True, database=None)


@MANY
@given(TEXTS)
def test_labels_are_those_of_the_pattern(key: str) -> None:
    """Where each label stands and which duty it gives, whatever is told without the pattern."""
    found = [one for one in duty_labels.labels().finditer(key) if duty_labels._is_label(key, one)]
    whole = tuple([(*one.span(), duty_labels.duty_of(one.group())) for one in found])
    assert duty_labels.label_spans.__wrapped__(key) == whole


@MANY
@given(TEXTS)
def test_a_note_is_that_of_the_pattern(key: str) -> None:
    """区经发局（牵头）: the first bracket that holds only a duty, unless it opens the text."""
    found = duties._notes().search(key)
    assert duties._note(key) == (found.span() if found and found.start() else None)


@MANY
@given(TEXTS)
def test_phrases_of_common_verbs_are_those_of_the_pattern(key: str) -> None:
    """They are found alone only where nothing beside them would be a part of the phrase."""
    if found := duties._common_spans(key):
        assert found == [one.span() for one in duties._verbs().finditer(key)]


@MANY
@given(TEXTS)
def test_a_text_opens_with_a_verb_as_the_pattern_tells(key: str) -> None:
    """会同县配合: 县 is a place there, and no name goes on."""
    assert duties._opens_with_verb(key) == bool(duties._verbs().match(key))


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
    assert sorted(written) == sorted({*duties.COMMON_VERBS, *duties._OTHER_VERBS})
