"""A list file's bytes → text → nodes that know their place. The only importer of yaml.

The parser's events are read rather than its constructed objects: marks stay right, a
duplicated key stays visible, a date stays text, and 10,000 items take a fraction of the time.
"""

from __future__ import annotations

import codecs
import sys
from contextlib import suppress
from sys import intern
from typing import TYPE_CHECKING, Any

import yaml

from sulist.base.errors import BrokenListError
from sulist.base.i18n import _
from sulist.base.showing import unsafe_character
from sulist.listfile.source import Comment, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from sulist.base.problem import Problem

MAX_BYTES = 64 * 2**20
MAX_DEPTH = 16
# Keys and values; what holds others counts at its beginning and at its end. 100,000 items have
# 1,200,000; a text of two bytes a value is refused in the time that these take.
MAX_PARTS = 1_300_000
_AROUND = 2  # the beginnings of the stream and of its document


class Scalar:
    """A text in the file; ``plain`` where it stands without quotes, as numbers do."""

    __slots__ = ("column", "line", "plain", "value")

    def __init__(self, value: str, line: int, column: int, plain: bool) -> None:
        self.value = value
        self.line = line
        self.column = column
        self.plain = plain


class Sequence:
    """A YAML sequence: its nodes in order."""

    __slots__ = ("column", "line", "nodes")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.nodes: list[Node] = []


class Mapping:
    """A YAML mapping: key → (key's node, value's node), in the file's order."""

    __slots__ = ("column", "entries", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.entries: dict[str, tuple[Scalar, Node]] = {}


Node = Scalar | Sequence | Mapping


def decode(data: bytes, file: str) -> Source:
    """The text of a file, without a byte order mark.

    Raises:
        BrokenListError: too large, not UTF-8, or with characters that no text file should hold.
    """
    if len(data) > MAX_BYTES:
        raise _refused(
            Source(file, ""),
            "too-large",
            0,
            _("The file is larger than 64 MiB."),
            _("A list of major matters is far smaller: is it the right file?"),
        )
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        from sulist.base.encodings import not_utf8

        line = data.count(b"\n", 0, error.start)
        raise _refused(Source(file, ""), "encoding", line, *not_utf8(data)) from None
    source = Source(file, text)
    if found := unsafe_character(text):
        at = found.start()
        raise _refused(
            source,
            "control-character",
            text.count("\n", 0, at),
            _("The invisible character {code} stands here.").format(
                code=f"U+{ord(found.group()):04X}"
            ),
            _("Delete it, or type this line again."),
            at - text.rfind("\n", 0, at) - 1,
        )
    return source


def _refused(
    source: Source, check: str, line: int, message: str, remedy: str, column: int = 0
) -> BrokenListError:
    return BrokenListError([source.problem(check, line, column, message, remedy)])


def parse(
    source: Source, watch: Callable[[float], None] | None = None
) -> tuple[Node | None, list[Problem]]:
    """The nodes of a text, and what stands in it that a list may not hold.

    ``watch`` is told the share of the text that is read, 0 to 1.

    Raises:
        BrokenListError: the text is not YAML, or passes a bound, so that reading stopped there.
    """
    return _Builder(source, watch).build()


def _parser(text: str) -> Any:
    """The parser of YAML's events, in C where there is one."""
    cyaml = sys.modules.get("yaml.cyaml")
    return cyaml.CParser(text) if cyaml else yaml.SafeLoader(text)


def _lines_with_hashes(text: str) -> set[int]:
    """The lines, from 0, in which a # stands after a space and after something else."""
    found: set[int] = set()
    line = begin = 0
    for mark in (" #", "\t#"):
        at = text.find(mark)
        if at < 0:
            continue
        line = begin = 0
        while at >= 0:
            line += text.count("\n", begin, at)
            begin = at
            start = text.rfind("\n", 0, at) + 1
            if text[start:at].strip(" \t"):
                found.add(line)
            end = text.find("\n", at)
            at = text.find(mark, end) if end >= 0 else -1
    return found


class _Builder:
    """Builds nodes from events."""

    def __init__(self, source: Source, watch: Callable[[float], None] | None) -> None:
        self.source = source
        self.watch = watch
        self.lines = source.text.count("\n") + 1 if watch else 1
        self.problems: list[Problem] = []
        self.stack: list[Mapping | Sequence] = []
        self.keys: list[Scalar | None] = []
        self.root: Node | None = None
        self.documents = 0

    def build(self) -> tuple[Node | None, list[Problem]]:
        try:
            self._count_where_there_may_be_too_many()
            self._take_all(_parser(self.source.text).get_event)
        except yaml.MarkedYAMLError as error:
            from sulist.listfile.yaml_syntax import syntax_problem, too_deep

            said = error.problem or ""
            # what is never closed is shown where it was opened, and what is no key where it stands
            opened = any(words in said for words in ("end of stream", "',' or '", "expected ':'"))
            mark = (opened and error.context_mark) or error.problem_mark
            line, column = (mark.line, mark.column) if mark else (0, 0)
            self.problems.append(
                too_deep(self.source, line, column, MAX_DEPTH)
                if "nesting depth" in said  # libyaml's own bound, reached while it looks ahead
                else syntax_problem(self.source, line, column, said)
            )
            raise BrokenListError(self.problems) from None
        except yaml.YAMLError:
            message, remedy = _("This is not YAML text."), _("Is it the right file?")
            self.problems.append(self.source.problem("yaml-syntax", 0, 0, message, remedy))
            raise BrokenListError(self.problems) from None
        return self.root, self.problems

    def _count_where_there_may_be_too_many(self) -> None:
        """Refuses a text of far too many parts before any is kept: that takes half the time, and no memory."""
        text = self.source.text
        if text.count(",") + text.count("\n") <= MAX_PARTS:
            return  # nearly every part of a list has a comma or a line of its own
        next_event, event = _parser(text).get_event, None
        with suppress(yaml.YAMLError):  # told where it is met again, with all that stands before it
            for _part in range(MAX_PARTS + _AROUND + 1):
                if (event := next_event()) is None:
                    return
            self._too_many(event)

    def _take_all(self, next_event: Callable[[], Any]) -> None:
        """Takes every event; a text in a mapping, ten of which make an item, without another call."""
        scalar_event, stack, keys = yaml.ScalarEvent, self.stack, self.keys
        room, hashes = MAX_PARTS + _AROUND, _lines_with_hashes(self.source.text)
        mark: Any
        while (event := next_event()) is not None:
            room -= 1
            if room < 0:
                self._too_many(event)
            if type(event) is not scalar_event:
                self._take(event)
                continue
            mark, style = event.start_mark, event.style
            if style == '"' or event.anchor or event.tag:
                self._look_at(event)
            node = Scalar(event.value, mark.line, mark.column, not style)
            if hashes and not style:
                self._keep_comment(node, event.end_mark, hashes)
            if not stack:
                self._add(node)
            elif type(parent := stack[-1]) is Sequence:
                parent.nodes.append(node)
            elif (key := keys[-1]) is None:
                node.value = intern(node.value)  # ten keys stand a thousand times each
                keys[-1] = node
            elif type(parent) is Mapping and key.value not in parent.entries:
                parent.entries[key.value] = (key, node)
                keys[-1] = None
            else:
                self._add(node)

    def _keep_comment(self, node: Scalar, end: Any, hashes: set[int]) -> None:
        """Notes the comment behind a text without quotes: it may be meant as a part of it."""
        if end.line not in hashes:
            return
        behind = self.source.line(end.line + 1)[end.column :]
        comment = behind.lstrip(" \t")
        if comment.startswith("#") and comment != behind:
            at = end.column + len(behind) - len(comment)
            self.source.comments[node.line, node.column] = Comment(end.line, at, comment)

    def _too_many(self, event: Any) -> None:
        """Refuses what is beyond the bound; the ends of the document and of the stream are not."""
        if type(event) in (yaml.DocumentEndEvent, yaml.StreamEndEvent):
            return
        self._problem(
            "too-many-parts",
            event.start_mark,
            _("Here the file passes {n} keys and values.").format(n=f"{MAX_PARTS:,}"),
            _("A list of major matters has far fewer: is it the right file?"),
        )
        raise BrokenListError(self.problems)

    def _take(self, event: Any) -> None:
        """Takes an event that is no text."""
        kind = type(event)
        if kind is yaml.MappingStartEvent:
            self._open(event, Mapping)
        elif kind is yaml.SequenceStartEvent:
            self._open(event, Sequence)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.stack.pop()
            self.keys.pop()
        elif kind is yaml.AliasEvent:
            self._feature(event)
            self._add(Scalar("", event.start_mark.line, event.start_mark.column, True))
        elif kind is yaml.DocumentStartEvent:
            self._document(event)

    def _look_at(self, event: Any) -> None:
        """Reports what a text may not have."""
        # Only a double-quoted text can name a character that does not stand in the file.
        if event.style == '"' and (found := unsafe_character(event.value)):
            self._hidden_character(event, found.group())
        if event.anchor or event.tag:
            self._feature(event)

    def _add(self, node: Node) -> None:
        if not self.stack:
            if self.root is None:
                self.root = node
            return
        parent = self.stack[-1]
        if type(parent) is Sequence:
            parent.nodes.append(node)
            return
        assert isinstance(parent, Mapping)  # noqa: S101 - for the type checker
        key = self.keys[-1]
        if key is None:
            self.keys[-1] = node if isinstance(node, Scalar) else self._bad_key(node)
            return
        if key.value in parent.entries:
            self._duplicate(key, parent.entries[key.value][0])
        else:
            parent.entries[key.value] = (key, node)
        self.keys[-1] = None

    def _open(self, event: Any, container: type[Mapping] | type[Sequence]) -> None:
        mark = event.start_mark
        if event.anchor or event.tag:
            self._feature(event)
        if len(self.stack) >= MAX_DEPTH:
            from sulist.listfile.yaml_syntax import too_deep

            self.problems.append(too_deep(self.source, mark.line, mark.column, MAX_DEPTH))
            raise BrokenListError(self.problems)
        if self.watch:
            self.watch(mark.line / self.lines)
        node = container(mark.line, mark.column)
        self._add(node)
        self.stack.append(node)
        self.keys.append(None)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents == 2:
            self._problem(
                "yaml-syntax",
                event.start_mark,
                _("A second document begins here."),
                _("Keep one list in one file; delete the line ---."),
            )

    def _problem(self, check: str, mark: Any, message: str, remedy: str) -> None:
        self.problems.append(self.source.problem(check, mark.line, mark.column, message, remedy))

    def _feature(self, event: Any) -> None:
        if type(event) is yaml.AliasEvent:
            message = _("The alias *{name} stands here.").format(name=event.anchor)
        elif event.anchor:
            message = _("The anchor &{name} stands here.").format(name=event.anchor)
        else:
            message = _("The tag {tag} stands here.").format(tag=event.tag)
        self._problem(
            "yaml-feature",
            event.start_mark,
            message,
            _("Write the value itself; quote a text that begins with & * or !."),
        )

    def _hidden_character(self, event: Any, character: str) -> None:
        self._problem(
            "control-character",
            event.start_mark,
            _("This text holds the invisible character {code}.").format(
                code=f"U+{ord(character):04X}"
            ),
            _("Delete its escape, which begins with a backslash."),
        )

    def _duplicate(self, key: Scalar, first: Scalar) -> None:
        self.problems.append(
            self.source.problem(
                "duplicate-key",
                key.line,
                key.column,
                _("The key {key} stands here again; it is already in line {line}.").format(
                    key=key.value, line=first.line + 1
                ),
                _("Keep one of the two."),
            )
        )

    def _bad_key(self, node: Node) -> Scalar:
        self.problems.append(
            self.source.problem(
                "wrong-type",
                node.line,
                node.column,
                _("A key must be a plain word."),
                _("Check the indentation and the brackets."),
            )
        )
        return Scalar("", node.line, node.column, True)
