"""The grammar of deadlines with something changed, in its own place: only what is made of that is made anew."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from witnesses import Word, statement

from sulist import deadline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType

ROOM = deadline.__name__
ROOMS = {
    one.name: importlib.import_module(f"{ROOM}.{one.name}")
    for one in pkgutil.iter_modules(deadline.__path__)
} | {"": deadline}
SOURCES = {
    name: Path(module.__file__ or "").read_text(encoding="utf-8") for name, module in ROOMS.items()
}


class Name(NamedTuple):
    """A name, and the module of the room that has it; a method is one of no module, whichever class it is of."""

    module: str
    name: str


class Statement(NamedTuple):
    """What a module says of its ``names``, and of which others: a value, or an import; a function or a class has no code."""

    module: str
    names: frozenset[Name]
    of: frozenset[Name]
    code: CodeType | None


def _module(written: str) -> str:
    """What a module of the room is called in it; any other is called what is no name."""
    return "" if written == ROOM else written.removeprefix(f"{ROOM}.") or "-"


def _imported(node: ast.ImportFrom) -> Iterator[tuple[str, Name]]:
    """The names that an import brings, and what they are in the module that has them."""
    for one in node.names:
        yield one.asname or one.name, Name(_module(node.module or ""), one.name)


def _statements() -> tuple[Statement, ...]:
    """All of the room, a module behind those that it imports."""
    found: dict[str, list[Statement]] = {}

    def visit(name: str) -> None:
        if name in found or name not in ROOMS:
            return
        found[name] = []
        tree = ast.parse(SOURCES[name])
        modules: dict[str, str] = {}  # by what they are called here
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                modules |= {own: one.name for own, one in _imported(node) if one.name in ROOMS}
        own = []
        for node in tree.body:
            if isinstance(node, ast.ImportFrom):
                for _own, one in _imported(node):
                    visit(one.name if one.name in ROOMS else one.module)
            own += [_statement(name, node, modules)]
        del found[name]
        found[name] = own

    for name in ROOMS:
        visit(name)
    return tuple(one for own in found.values() for one in own)


def _statement(module: str, node: ast.stmt, modules: dict[str, str]) -> Statement:
    names: set[Name] = set()
    of: set[Name] = set()
    for one in ast.walk(node):
        if isinstance(one, ast.ImportFrom):  # in a function too
            of |= {origin for _own, origin in _imported(one)}
            names |= {Name(module, own) for own, _origin in _imported(one) if one is node}
        elif isinstance(one, ast.FunctionDef | ast.ClassDef):
            if one is node or one.name[:2] != "__":
                names.add(Name(module if one is node else "-", one.name))
        elif isinstance(one, ast.Name):
            of.add(Name(module, one.id))
        elif isinstance(one, ast.Attribute):
            whose = one.value.id if isinstance(one.value, ast.Name) else ""
            of.add(Name(modules.get(whose, "-"), one.attr))
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        walked = [one for target in targets for one in ast.walk(target)]
        names |= {Name(module, one.id) for one in walked if isinstance(one, ast.Name)}
        of -= names
    is_value = isinstance(node, ast.Assign | ast.AnnAssign | ast.ImportFrom)
    code = compile(ast.Module([node], []), f"<{module}>", "exec") if is_value else None
    return Statement(module, frozenset(names), frozenset(of), code)


STATEMENTS = _statements()


@cache
def _made_of(changed: Name) -> tuple[tuple[Statement, ...], tuple[Any, ...]]:
    """What is made anew where a name means something else, in the order of the room; and the functions that keep what they made of it."""
    names, before = {changed}, 0
    while len(names) > before:
        before = len(names)
        for one in STATEMENTS:
            if one.of & names:
                names |= one.names
    anew = [one for one in STATEMENTS if one.code and one.of & names and changed not in one.names]
    made = [vars(ROOMS[one.module]).get(one.name) for one in names if one.module in ROOMS]
    return tuple(anew), tuple(one for one in made if hasattr(one, "cache_clear"))


@contextmanager
def changed(module: str, name: str, change: Callable[[dict[str, Any]], object]) -> Iterator[None]:
    """The grammar in which ``change`` gives a name of a module another meaning, until the end."""
    anew, keeping = _made_of(Name(module, name))
    whole = [(vars(one), vars(one).copy()) for one in ROOMS.values()]

    def forget() -> None:
        for function in keeping:
            function.cache_clear()

    try:
        change(vars(ROOMS[module]))
        forget()
        for one in anew:
            exec(one.code or "", vars(ROOMS[one.module]))  # noqa: S102 - a line of sulist itself
        forget()  # what was kept while not all of it was made
        yield
    finally:
        for here, kept in whole:
            here.update(kept)
        forget()


@contextmanager
def lacking(module: str, table: str, word: Word) -> Iterator[None]:
    """The grammar without a word of a table, or of the pattern that a function makes."""
    code = _without(module, table, word)
    with changed(module, table, lambda names: exec(code, names)):  # noqa: S102
        yield


@cache
def _without(module: str, table: str, word: Word) -> CodeType:
    """What is said of a table, without a word."""
    said = statement(SOURCES[module], table)
    lines = word.without(SOURCES[module]).splitlines(keepends=True)
    first = min(one.lineno for one in (said, *getattr(said, "decorator_list", ())))
    return compile("".join(lines[first - 1 : said.end_lineno]), f"<{module}>", "exec")
