"""Writes the tables of ``docs/deadlines.zh-CN.md`` and ``docs/units.zh-CN.md``, the pages for who fills in a list.

Each row is a row of the specification, and what stands beside it is what sulist says of it in Chinese, so none
can be untrue; what is to be written instead is read too. ``--check`` changes nothing, and exits with 1 where a
page is not what it should be.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "deadline"), str(ROOT / "tests" / "units")]

import deadline_specification as of_deadlines  # noqa: E402
import units_specification as of_units  # noqa: E402

from sulist import units  # noqa: E402
from sulist.base import i18n  # noqa: E402
from sulist.deadline import DeadlineError, parse  # noqa: E402
from sulist.deadline.explain import explain  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# What may be written: rows of the specification's tables that a clerk meets most.
DEADLINES = (
    "8月31日前", "8月底前", "明年3月底前", "6月底前（2023年）", "8月",
    "即日起至8月底", "6月底前启动,12月底前完成", "3个月内", "于10个工作日内", "春节前", "每月5日前上报",
    "每季度末", "每季度末报送进展，年底前完成", "长期坚持", "12月底前，并持续推进", "换届前完成",
)  # fmt: skip
CELLS = (
    "区经发局", "区财政局和区农办", "县文化和旅游局及各乡镇", "区直各部门", "区直有关部门", "区属、驻区各单位",
    "省科技厅、工业和信息化厅", "水西、水东、沙石镇", "区政务服务局牵头，区发改局、区住建局配合",
    "牵头单位：市农业局，配合单位：市科协、市供销社", "区卫健委会同区教育局", "区水利局、区林业局，其中区林业局为牵头单位",
    "此项工作由区水利局牵头，并会同区林业局落实", "各镇按照属地管理原则负责", "市公安局、市司法局等相关单位",
)  # fmt: skip
# What is doubtful: it is read, with a mark.
DOUBTFUL = ("8月前", "12月中旬前", "9月初")
# What is refused, and what may be written instead.
NO_DEADLINES: Mapping[str, tuple[str, ...]] = {
    "6月15日(星期一)": ("6月15日（星期二）",),
    "30日前": ("6月30日前",),
    "8月内": ("8月底前", "8个月内"),
    "11月至2月": ("11月至次年2月",),
    "12月底前启动，6月底前完成": ("2021年12月底前启动，2022年6月底前完成",),
    "4月、6月20日前": ("4月20日、6月20日前",),
    "8月底或9月底前": ("9月底前",),
    "原定6月底前，现延期至12月底前": ("12月底前",),
    "每月底前，12月底前完成": ("每月底前报送，12月底前完成", "每月底前，至12月底"),
    "每周一调度": ("每周一次", "每周一前"),
    "情况说明年底前报送": ("情况说明，年底前报送",),
    "应当在5个工作日内答复": ("印发之日起5个工作日内",),
    "区住建局、各镇（街道）": ("8月底前",),
}
NO_CELLS: Mapping[str, tuple[str, ...]] = {
    "无": ("区住建局",),
    "区住建局、王书记": ("区住建局",),
    "区水利局（王五）": ("区水利局",),
    "12月底前": ("区住建局",),
    "新建学校2所": ("区教育局",),
    "会议由区水利局参加": ("区水利局",),
    "启迪科技": ("启迪科技有限公司",),
    "章贡、南康、赣县": ("章贡区、南康区、赣县区人民政府",),
    "省教育⏎省残联": ("省教育厅、省残联",),
    "省、市林业局": ("省林业局、市林业局",),
    "区住建局或区城管局": ("区住建局、区城管局", "区住建局"),
    "区住建局（区城管局配合）": ("区住建局牵头，区城管局配合",),
    "区水利局、区林业局，其中区财政局牵头": ("区水利局、区林业局，其中区水利局牵头",),
    "业务单元：区住建局": ("责任单位：区住建局",),
    "区住建局（区房管局": ("区住建局、区房管局",),
}


def deadline_told(phrase: str) -> str:
    """What sulist says of a deadline in the list of 2021, in Chinese."""
    known = {"year": of_deadlines.YEAR, "issued": of_deadlines.ISSUED}
    return explain(parse(phrase, **known, as_of=of_deadlines.ISSUED))  # type: ignore[arg-type]


def cell_told(cell: str) -> str:
    """What sulist says of a cell of units, in Chinese."""
    return "".join(units.explain(_as_typed(cell)))


def refused(tell: Callable[[str], str], phrase: str) -> str:
    """Why sulist refuses a phrase or a cell, in Chinese.

    Raises:
        ValueError: it does not.
    """
    try:
        tell(phrase)
    except (DeadlineError, units.UnitError) as error:
        return error.reason
    raise ValueError(f"{phrase}: it is read")


def rows_of(kind: str) -> tuple[set[str], set[str]]:
    """What the specification has that is read, and that is refused."""
    if kind == "deadline":
        read = {row.phrase for table in of_deadlines.READ for row in table.rows}
        return read, {row.phrase for row in of_deadlines.REFUSED.rows}
    read = {row.cell for table in of_units.READ for row in table.rows}
    return read, {row.cell.replace("\n", "⏎") for row in of_units.REFUSED.rows}


def accepted(tell: Callable[[str], str], phrases: Iterable[str], known: set[str]) -> str:
    """The table of what may be written, and what it means."""
    lines = ["| 写法 | 表示 |", "|---|---|"]
    for phrase in phrases:
        if phrase not in known:
            raise ValueError(f"{phrase}: no row of the specification")
        lines.append(f"| `{phrase}` | {tell(phrase)} |")
    return "\n".join(lines)


def instead(
    tell: Callable[[str], str], phrases: Mapping[str, tuple[str, ...]], known: set[str]
) -> str:
    """The table of what is refused, why, and what may be written instead."""
    lines = ["| 写法 | 为什么，怎样改 | 例如改成 |", "|---|---|---|"]
    for phrase, better in phrases.items():
        if phrase not in known:
            raise ValueError(f"{phrase}: no row of the specification")
        for one in better:
            tell(one)
        said = "，或".join(f"`{one}`" for one in better)
        lines.append(f"| `{phrase}` | {refused(tell, phrase)} | {said} |")
    return "\n".join(lines)


def _as_typed(cell: str) -> str:
    return cell.replace("⏎", "\n")


def pages() -> dict[Path, str]:
    """Each page, as it should be."""
    i18n.use("zh_CN")
    made = {}
    for kind, tell, good, doubtful, bad in (
        ("deadline", deadline_told, DEADLINES, DOUBTFUL, NO_DEADLINES),
        ("units", cell_told, CELLS, (), NO_CELLS),
    ):
        read, not_read = rows_of(kind)
        tables = {"可写": accepted(tell, good, read), "不可写": instead(tell, bad, not_read)}
        if doubtful:
            tables["存疑"] = accepted(tell, doubtful, read)
        page = ROOT / "docs" / f"{'deadlines' if kind == 'deadline' else 'units'}.zh-CN.md"
        text = page.read_text(encoding="utf-8")
        for name, table in tables.items():
            head, mark, rest = text.partition(f"<!-- table: {name} -->\n")
            _old, end, tail = rest.partition("<!-- end -->")
            if not mark or not end:
                raise ValueError(f"{page.name}: no place for the table {name}")
            text = f"{head}{mark}{table}\n{end}{tail}"
        made[page] = text
    return made


def main() -> int:
    """Writes the pages, or compares them."""
    stale = [page for page, text in pages().items() if page.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv[1:]:
        for page in stale:
            print(f"{page.name} is not what tools/clerk_pages.py writes", file=sys.stderr)
        return 1 if stale else 0
    for page in stale:
        page.write_text(pages()[page], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
