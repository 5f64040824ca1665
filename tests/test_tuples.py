"""The named tuples that every start makes are named tuples like others."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from sulist.base.tuples import NamedTuple


class Ours(NamedTuple):
    """A pair and more."""

    first: int
    second: str = "b"
    third: tuple[int, ...] = ()

    @property
    def double(self) -> int:
        """Twice the first."""
        return 2 * self.first


class Theirs(typing.NamedTuple):
    """The same, by ``typing``."""

    first: int
    second: str = "b"
    third: tuple[int, ...] = ()


@pytest.mark.parametrize(
    ("places", "names"),
    [((1,), {}), ((1, "c"), {}), ((1, "c", (2,)), {}), ((), {"third": (1,), "first": 3})],
)
def test_a_value_is_made_as_typing_makes_it(
    places: tuple[object, ...], names: dict[str, object]
) -> None:
    """By place, by name and by default."""
    ours, theirs = Ours(*places, **names), Theirs(*places, **names)  # type: ignore[arg-type]
    assert tuple(ours) == tuple(theirs)
    assert ours._asdict() == theirs._asdict()
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert hash(ours) == hash(theirs)


@pytest.mark.parametrize(
    ("places", "names"),
    [
        ((), {}),
        ((1, "b", (), 4), {}),
        ((1,), {"first": 2}),
        ((1,), {"fourth": 2}),
        ((), {"second": "c"}),
    ],
)
def test_a_value_wants_each_field_once(
    places: tuple[object, ...], names: dict[str, object]
) -> None:
    """One that is missing, unknown or given twice is told as Python tells it of a call."""
    for kind in (Ours, Theirs):
        with pytest.raises(TypeError, match=r"Ours|Theirs|__new__"):
            kind(*places, **names)  # type: ignore[arg-type]


def test_a_value_is_frozen_and_has_its_fields_by_name() -> None:
    """It can be matched, changed into another, copied and stored; it cannot be written to."""
    one = Ours(1, third=(2,))
    match one:
        case Ours(first, second):
            assert (first, second) == (1, "b")
    assert one.double == 2
    assert one._replace(second="z") == Ours(1, "z", (2,)) == Ours._make((1, "z", (2,)))
    assert copy.deepcopy(one) == one == pickle.loads(pickle.dumps(one))  # noqa: S301 - our own
    assert type(pickle.loads(pickle.dumps(one))) is Ours  # noqa: S301
    for name in ("first", "fourth"):
        with pytest.raises(AttributeError):
            setattr(one, name, 2)
    with pytest.raises(ValueError, match="not in tuple"):
        one._replace(fourth=1)  # type: ignore[call-arg]
