"""Documents made by chance: columns, levels, legends, remarks, several tables, struck and hidden things, in every format."""

from __future__ import annotations

import html
import random
from typing import TYPE_CHECKING, Any, NamedTuple

from pdf_made import TYPE, letters, pdf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_STEMS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
_WIDE = ("html", "docx", "xlsx")  # that merge, strike out and hide


class ChanceCell(NamedTuple):
    """A cell: what it shows, and what is struck out or hidden behind that.

    ``down``: it is one with the cell above; ``wide`` is over how many columns it goes.
    """

    text: str
    struck: str = ""
    hidden: str = ""
    down: bool = False
    wide: int = 1


class ChanceTable(NamedTuple):
    """A table: the lines of its header, its rows, all as wide; a row of one cell goes over all columns."""

    rows: list[list[ChanceCell]]
    width: int


Block = str | ChanceTable


class Chance:
    """Makes a document's blocks from a seed; each word that it makes is unlike the others."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - the same documents each time
        self.made = 0

    def blocks(self) -> list[Block]:
        """Lines, tables and lines."""
        chance = self.random
        blocks: list[Block] = [*self._some(_BEFORE), f"滨河区2024年重点任务清单{self._number()}号"]
        blocks += self._some(_UNDER)
        for _table in range(chance.choice((1, 1, 1, 2, 3))):
            blocks += [self._table(), *self._some(_BETWEEN)]
        return [*blocks, *self._some(_AFTER)]

    def _some(self, lines: tuple[str, ...]) -> list[Block]:
        return [line.format(n=self._number()) for line in lines if self.random.random() < 0.3]

    def _number(self) -> int:
        self.made += 1
        return 100 + self.made

    def _unit(self) -> str:
        self.made += 1
        first, second = divmod(self.made, len(_STEMS))
        return f"区{_STEMS[first % len(_STEMS)]}{_STEMS[second]}局"

    def _table(self) -> ChanceTable:
        chance = self.random
        kinds = ["序号", "重点任务", chance.choice(("牵头单位", "责任单位", "主办部门"))]
        kinds += chance.sample(_FURTHER, chance.randint(1, 4))
        if chance.random() < 0.3:
            chance.shuffle(kinds)
        width = len(kinds)
        named = [f"怪栏{self._number()}" if kind == "怪栏" else kind for kind in kinds]
        rows = [[ChanceCell(kind) for kind in named]]
        if (at := kinds.index("重点任务") + 1) == width - 2:  # two headings below one
            below = [
                *[ChanceCell("", down=True)] * at,
                ChanceCell("第一季度"),
                ChanceCell("第二季度"),
            ]
            rows[0][at:] = [ChanceCell(f"进度安排{self._number()}", wide=2), ChanceCell("")]
            rows, kinds[at:] = [rows[0], below], ["怪栏", "怪栏"]
        serial = 0
        for at in range(chance.randint(2, 7)):
            kind = chance.random()
            if kind < 0.15:
                rows.append([ChanceCell(self._line(_BANDS))])
                continue
            serial += 1
            row = [self._cell(one, serial, first=at == 0 or len(rows[-1]) == 1) for one in kinds]
            rows.append(row)
            if kind > 0.9:
                rows.append([ChanceCell(self._line(_LAST))])
        return ChanceTable(rows, width)

    def _line(self, lines: tuple[str, ...]) -> str:
        return self.random.choice(lines).format(n=self._number())

    def _cell(self, kind: str, serial: int, *, first: bool) -> ChanceCell:
        chance = self.random
        if kind == "序号":
            return ChanceCell(str(serial))
        if not first and kind in ("类别", "重点任务", "工作目标") and chance.random() < 0.25:
            return ChanceCell("", down=True)
        if not first and kind in ("完成时限", "备注") and chance.random() < 0.15:
            return ChanceCell("同上")
        if kind in ("配合单位", "备注", "完成时限") and chance.random() < 0.2:
            return ChanceCell("")
        text = self._text(kind)
        struck = f"，旧文{self._number()}" if chance.random() < 0.06 else ""
        hidden = f"，暗文{self._number()}" if chance.random() < 0.06 else ""
        return ChanceCell(text, struck, hidden)

    def _text(self, kind: str) -> str:
        chance = self.random
        if kind in ("牵头单位", "责任单位", "主办部门", "配合单位"):
            units = [self._unit() for _one in range(chance.randint(1, 3))]
            way = chance.random()
            if way < 0.1:
                return f"牵头单位：{units[0]}；配合单位：{self._unit()}"
            if way < 0.2:
                return f"{units[0]}（{self._number()}号文）"
            return chance.choice(("、", "、", "\n", " ")).join(units)
        if kind == "完成时限":
            return chance.choice(("8月底前", "全年", f"择机{self._number()}", "2024-09-30"))
        if kind in ("分管领导", "责任人"):
            return chance.choice(("张三", "李某（副区长）", f"赵二{13800000000 + self._number()}"))
        stem = {"类别": "分类", "重点任务": "办好事情", "备注": "附带说明"}.get(kind, "写上内容")
        return f"{stem}{self._number()}" + chance.choice(("", "。", f"；再办{self._number()}件。"))


_FURTHER = (
    "类别 工作措施 配合单位 分管领导 责任人 完成时限 备注 工作目标 进展情况 怪栏 怪栏".split()
)
_BEFORE = ("附件{n}", "滨政办发〔2024〕{n}号", "各镇第{n}片区：", "序言第{n}段落。")
_UNDER = ("（口径：甲类{n}）", "填报单位：第{n}小组")
_BETWEEN = ("（二）后续部分{n}", "上表说明{n}。", "注：排在第一位的为牵头单位")
_AFTER = ("注：本表解释{n}。", "联系人：某某，电话{n}", "滨河区人民政府办公室", "2024年3月4日")
_BANDS = ("一、分部工作{n}", "（一）小节工作{n}", "分部标题{n}", "第二部分 大类{n}（3项）")
_LAST = ("注：行间说明{n}", "合计{n}项", "行尾文字{n}")


def write(blocks: list[Block], file: Path) -> None:
    """The document in the format that the file's name says."""
    _WRITERS[file.suffix[1:]](blocks, file)


def as_plain(blocks: list[Block]) -> list[Block]:
    """The blocks without what a plain text cannot have: a merged cell is empty, nothing is struck out."""
    return [
        one
        if isinstance(one, str)
        else one._replace(rows=[[ChanceCell(cell.text) for cell in row] for row in one.rows])
        for one in blocks
    ]


def _page(blocks: list[Block], file: Path) -> None:
    written = ""
    for block in blocks:
        if isinstance(block, str):
            written += f"<p>{html.escape(block)}</p>"
            continue
        written += "<table>"
        for at, row in enumerate(block.rows):
            written += "<tr>"
            for column, cell in enumerate(row):
                if cell.down or (column and row[column - 1].wide > 1):
                    continue
                height = 1
                while _is_down(block, at + height, column):
                    height += 1
                wide = f" colspan={block.width if len(row) == 1 else cell.wide} rowspan={height}"
                shown = html.escape(cell.text).replace("\n", "<br>")
                shown += f"<s>{cell.struck}</s>" if cell.struck else ""
                shown += f"<i style='display:none'>{cell.hidden}</i>" if cell.hidden else ""
                written += f"<td{wide}>{shown}</td>"
        written += "</table>"
    file.write_text(f"<html><meta charset=utf-8>{written}", encoding="utf-8")


def _is_down(table: ChanceTable, row: int, column: int) -> bool:
    return row < len(table.rows) and len(table.rows[row]) > column and table.rows[row][column].down


def _merges(table: ChanceTable) -> Iterator[tuple[int, int, int, int]]:
    """What is one cell: top, left, bottom, right."""
    for at, row in enumerate(table.rows):
        if len(row) == 1:
            yield at, 0, at, table.width - 1
            continue
        for column, cell in enumerate(row):
            end = at
            while not cell.down and _is_down(table, end + 1, column):
                end += 1
            if end > at or cell.wide > 1:
                yield at, column, end, column + cell.wide - 1


def _word(blocks: list[Block], file: Path) -> None:
    from docx import Document

    document: Any = Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=len(block.rows), cols=block.width)
        for at, row in enumerate(block.rows):
            for column, cell in enumerate(row):
                _fill(table.cell(at, column), cell)
        for top, left, bottom, right in _merges(block):
            table.cell(top, left).merge(table.cell(bottom, right))
    document.save(str(file))


def _fill(place: Any, cell: ChanceCell) -> None:
    """A paragraph a line, and behind the last what is struck out or hidden."""
    place.text, *more = cell.text.split("\n")
    for line in more:
        place.add_paragraph(line)
    if cell.struck:
        place.paragraphs[-1].add_run(cell.struck).font.strike = True
    if cell.hidden:
        place.paragraphs[-1].add_run(cell.hidden).font.hidden = True


def _workbook(blocks: list[Block], file: Path) -> None:
    """One sheet; what is hidden is a comment at its cell, and a cell is struck out whole."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment
    from openpyxl.styles import Font

    book: Any = Workbook()
    sheet = book.active
    top = 1
    for block in blocks:
        rows = [[ChanceCell(block)]] if isinstance(block, str) else block.rows
        for line, row in enumerate(rows, top):
            for column, cell in enumerate(row, 1):
                place = sheet.cell(line, column, cell.struck or cell.text or None)
                place.font = Font(strike=bool(cell.struck))
                place.comment = Comment(cell.hidden, "") if cell.hidden else None
        if isinstance(block, ChanceTable):
            for up, left, down, right in _merges(block):
                sheet.merge_cells(None, top + up, left + 1, top + down, right + 1)
        top += len(rows)
    book.save(file)


def _separated(blocks: list[Block], file: Path) -> None:
    sign = "," if file.suffix == ".csv" else "\t"
    lines = []
    for block in as_plain(blocks):
        rows = [[ChanceCell(block)]] if isinstance(block, str) else block.rows
        for row in rows:
            cells = [cell.text.replace("\n", " ") for cell in row]
            lines.append(sign.join(cells))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _markdown(blocks: list[Block], file: Path) -> None:
    lines = []
    for block in as_plain(blocks):
        if isinstance(block, str):
            lines += ["", block, ""]
            continue
        lines.append("")
        for at, row in enumerate(block.rows):
            cells = [cell.text.replace("\n", "<br>") for cell in row]
            cells += [""] * (block.width - len(cells))
            lines.append(f"| {' | '.join(cells)} |")
            if at == 0:
                lines.append(f"|{' --- |' * block.width}")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _printed(blocks: list[Block], file: Path) -> None:
    """One page, with a rule around each cell; its letters are small enough for its lines."""
    shown, y = b"", 780.0
    for block in as_plain(blocks):
        if isinstance(block, str):
            y -= 12
            shown += letters(30, y, 8, block)
            continue
        wide = 560 / block.width
        for row in block.rows:
            deep = 7.0 * max(len(cell.text.split("\n")) for cell in row) + 4
            y -= deep
            for column, cell in enumerate(row):
                left = 20 + wide * column
                across = 560 if len(row) == 1 else wide
                shown += f"{left} {y} {across} {deep} re S\n".encode()
                for at, line in enumerate(cell.text.split("\n"), 1):
                    shown += letters(left + 2, y + deep - 7 * at, 3.5, line)
        y -= 6
    file.write_bytes(pdf(shown, TYPE))


_WRITERS: dict[str, Any] = {
    "html": _page,
    "docx": _word,
    "xlsx": _workbook,
    "csv": _separated,
    "txt": _separated,
    "md": _markdown,
    "pdf": _printed,
}
FORMATS = tuple(_WRITERS)
