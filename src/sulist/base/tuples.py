"""Named tuples whose class is made in a tenth of the time: for the values that every start makes.

A plain question makes thirty such classes before it is answered. ``typing.NamedTuple`` compiles a
function for each and looks at every annotation, which together was a tenth of the start. To a type
checker there is no difference, and to whoever uses a value hardly one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter

    class _Kind(type):
        """Makes a class of values out of its annotations, which are its fields, and their defaults."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {one: body[one] for one in fields if one in body}
            # All at once: a class that is changed after it was made is looked through again each time.
            made = {
                **body,
                **{field: _tuplegetter(place, "") for place, field in enumerate(fields)},
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
                "_last": tuple(defaults.values()),
            }
            return super().__new__(cls, name, bases, made)

    class NamedTuple(tuple, metaclass=_Kind):
        """What the values have in common, as ``collections.namedtuple`` has it."""

        def __new__(cls, *values, **named):  # noqa: D102 - as the fields say
            missing, last = len(cls._fields) - len(values), cls._last
            if not named and 0 < missing <= len(last):
                values += last[-missing:]
            elif named or missing:
                values = _all_of(cls, values, named)
            return tuple.__new__(cls, values)

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} takes {len(cls._fields)} values, not {len(made)}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, /, **named):
            values = list(self)
            for name, value in named.items():
                values[self._fields.index(name)] = value
            return tuple.__new__(type(self), values)

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            told = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({told})"

    def _all_of(cls, values, named):
        """The values of all fields: those in their order, those by name, and the defaults."""
        missing, last = len(cls._fields) - len(values), cls._last
        whole = {**cls._field_defaults, **named}
        if missing == len(last) == len(whole):  # only what may be left out, as most are made
            return values + tuple(whole.values())
        rest = cls._fields[len(values) :]
        if whole.keys() >= {*rest} >= named.keys() and missing >= 0:
            return values + tuple([whole[name] for name in rest])
        raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}; not {values} and {named}")
