"""The whole road of an import: documents → grid → drafts → the text of a list file, read back."""

from __future__ import annotations

from os.path import basename
from typing import TYPE_CHECKING, Any, NamedTuple

from sulist.base.errors import BrokenListError
from sulist.base.i18n import _
from sulist.base.showing import printable
from sulist.importers import read_document, yaml_writer
from sulist.importers.drafts import NO_TITLE
from sulist.importers.grid import joined
from sulist.importers.understand.left_out import left_out
from sulist.importers.understand.recognise import Stated, recognise
from sulist.listfile.yaml_source import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sulist.base.problem import Problem
    from sulist.importers.drafts import DraftList
    from sulist.importers.grid import Grid, ReadShare
    from sulist.listfile.item import WorkItem
    from sulist.listfile.worklist import WorkList
    from sulist.sandbox import Document, JobWatch


class Imported(NamedTuple):
    """What an import made: the drafts, the text of the file, and what ``check`` says of it."""

    draft: DraftList
    text: str
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What ``sulist check`` calls an error in the list."""
        return tuple(problem for problem in self.problems if problem.level == "error")

    @property
    def unsaid(self) -> frozenset[str]:
        """The facts of a list that the documents do not print: its title, its total, its day of issue."""
        front = self.draft.front
        title = None if front.title == _(NO_TITLE) else front.title
        said = {"title": title, "total": front.total, "issued": front.issued}
        return frozenset(name for name, value in said.items() if value is None)


def import_job(
    documents: Iterable[Document], number: int, told: Sequence[Any], watch: JobWatch
) -> Imported:
    """The list that one or several documents hold, in their order, whatever it costs.

    A child does it (``bounded``); what else was ``told`` is what is known.

    Raises:
        FileError: a document cannot be read, or holds no list.
    """
    names, grids = [], []
    for at, document in enumerate(documents):
        watch.begins(document.name)
        names.append(printable(document.name))
        grids.append(read_document(document, _part(watch.progress, at, number)))
    watch.ends()
    grid = grids[0] if len(grids) == 1 else _together(names, grids)
    draft = recognise(grid, Stated(*told), ", ".join(names))
    header, sources = yaml_writer.header_of(_packaged()), tuple(map(basename, names))
    text = yaml_writer.write(draft, header, sources)
    if lost := left_out(grid, draft, text, yaml_writer.cells_written(draft)):
        draft = draft._replace(doubts=(*lost, *draft.doubts))
        text = yaml_writer.write(draft, header, sources)
    return Imported(draft, text, _read_back(draft, text))


def as_worklist(imported: Imported, file: str) -> WorkList | None:
    """The list that was imported from ``file``, as if it had been written and loaded; None with errors."""
    from sulist.listfile.worklist import load_text

    try:
        return load_text(imported.text.encode(), file)
    except BrokenListError:
        return None


def _part(progress: ReadShare, at: int, files: int) -> ReadShare:
    """The progress of one document of several."""
    return lambda done, of: progress(at * of + done, files * of)


def _together(files: Sequence[str], grids: Sequence[Grid]) -> Grid:
    """Several documents as one; each place begins with the document's name."""
    return joined([_named(file, grid) for file, grid in zip(files, grids, strict=True)])


def _named(file: str, grid: Grid) -> Grid:
    def at(place: str) -> str:
        return f"{file}: {place}"

    return grid._replace(
        rows=tuple(
            row._replace(cells=tuple(cell._replace(place=at(cell.place)) for cell in row.cells))
            for row in grid.rows
        ),
        remarks=tuple(remark._replace(place=at(remark.place)) for remark in grid.remarks),
        beside=tuple(cell._replace(place=at(cell.place)) for cell in grid.beside),
    )


def _packaged() -> str:
    from pathlib import Path

    from sulist.base.located import packaged_list

    return Path(packaged_list()).read_text(encoding="utf-8")


def _read_back(draft: DraftList, text: str) -> tuple[Problem, ...]:
    """What ``check`` says of the text, once every cell has come back from it as it was."""
    from sulist.listfile.worklist import examine_text

    read, problems = examine_text(text.encode(), "")
    keys = yaml_writer.keys_of(draft)
    written = [
        (
            item.id,
            item.part_of.id if item.part_of else "",
            yaml_writer.printed_serial(item),
            item.assigned,
            yaml_writer.cells_of(item, keys),
            {heading: cell for heading, cell in item.more.items() if cell},
        )
        for item in draft.items
    ]
    back = [
        (
            item.id,
            item.part_of,
            item.printed_serial,
            item.assigned,
            _cells(item, keys),
            dict(item.more),
        )
        for item in (read.items if read else ())
    ]
    if read is None or written != back or read.issued != draft.front.issued:
        raise AssertionError("a cell did not come back from the file as it was read")
    return tuple(problems)


def _cells(item: WorkItem, keys: Sequence[str]) -> dict[str, str]:
    """The cells of an item as they stand in the file, also where they cannot be read."""
    values = {key: item.node.entries[key][1] for key in keys if key in item.node.entries}
    cells = {key: one.value for key, one in values.items() if isinstance(one, Scalar)}
    return {**cells, "text": item.text}
