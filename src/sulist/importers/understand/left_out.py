"""What of a document is nowhere: neither in the list, nor in a doubt, nor told as not used.

Every rule of the import says what it leaves out. Here is looked whether they did: a run of letters that
stands in a cell of the document has to stand in the file, or in what is told beside it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from sulist.base.i18n import _
from sulist.base.invisible import visible
from sulist.base.numerals import to_chinese
from sulist.base.plain import clean_cell
from sulist.importers.drafts import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sulist.importers.drafts import DraftList
    from sulist.importers.grid import Grid

_RUN = re.compile(r"[^\W_]+")
# What the keys and the order of the file say: whose a name is, labels, numbers, the day on which an item came.
_SAID_BY_A_KEY = re.compile(
    "(?<=^[0-9])|(?<=^[0-9]{2})|按职责分工|按职责|分别|共同|具体|牵头|负责|配合|会同|参与|督导|由|落实|完成|下同|等单位|"
    "(?:[此该]项|以上(?:[0-9]+项|各项)?)(?:工作|任务|事项)?|"
    "(?:责任|牵头|配合|主办|协办|协同|协作){1,2}(?:单位|部门|科室|处室)|部门分工|责任人|负责人|完成时[限间]|"
    "另?年中交办(?:的事项|[0-9]+项)?|20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日|^[一二三四五六七八九十]+是|^附件[0-9]+"
)
_NUMBER = re.compile(
    "(?:问题|任务|事项|措施|举措|实事|项目|工程|议题|行动)?[一二三四五六七八九十]+|第(?:[0-9]+|[一二三四五六七八九十]+)[条项件]?"
)
_SHORTEST = 2  # letters of a run that says something


def left_out(grid: Grid, draft: DraftList, text: str, cells: Iterable[str]) -> list[Doubt]:
    """A doubt for each cell of the document of which ``text``, the file, holds a part nowhere.

    ``cells`` are those of the items as they stand in the file: what is in one of them need not be searched for.
    """
    told = list(_told(draft))
    known = {run for one in (*cells, *told) for run in _RUN.findall(_plain(one))}
    in_all = "|".join(_letters([text, *told]))
    found: list[Doubt] = []
    for cell in (cell for row in grid.rows for cell in row.cells):
        runs = [run for run in _runs(cell.text) if run not in known]
        lost = [run for run in runs if not _is_held(run, in_all)]
        if lost:  # a line of a page may break a word
            joined = [run for run in _runs(clean_cell(cell.text)) if _is_held(run, in_all)]
            lost = [run for run in lost if not any(run in one for one in joined)]
        if lost:
            found.append(
                Doubt(
                    cell.place,
                    None,
                    _("“{text}” is nowhere in the list").format(text="…".join(lost)),
                    _("Compare the item with the document, and add what is missing."),
                )
            )
    return found


def _is_held(run: str, in_all: str) -> bool:
    return run in in_all or all(one in in_all for one in _SAID_BY_A_KEY.split(run))


def _told(draft: DraftList) -> Iterator[str]:
    yield from (text for doubt in draft.doubts for text in (doubt.read, doubt.other, doubt.place))
    yield from (one.text for one in draft.unused)
    yield from draft.read_as
    yield draft.legend.text if draft.legend else ""
    for category in draft.categories:
        yield f"{category.title}{category.count}项"
        yield f"{to_chinese(category.number) if category.number else ''}{category.title}"
    front = draft.front
    yield front.title
    yield f"共{front.total}项"
    yield f"合计{front.total}项"
    if front.issued:
        yield f"{front.issued.year}年{front.issued.month}月{front.issued.day}日"


def _letters(texts: Iterable[str]) -> list[str]:
    """The letters and digits of each text, without all that parts them."""
    return ["".join(_RUN.findall(_plain(text))) for text in texts]


def _runs(text: str) -> list[str]:
    runs = _RUN.findall(_plain(text))
    return [
        run
        for run in runs
        if len(run) >= _SHORTEST and not (run.isdecimal() or _NUMBER.fullmatch(run))
    ]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", visible(text))
