"""Reads facts out of what sulist prints and writes of one day: screens, page, papers, workbook, calendar, JSON.

A fact is told of an item under a name that every place shares: ``state`` and ``colour`` by their English words in the answers,
``percent``, ``left`` (days, negative once over), ``leads`` (units). A place tells those that it shows.
"""

from __future__ import annotations

import html
import re
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

STATES = {
    "未反馈": "no-report", "未启动": "not-started", "推进中": "in-progress", "待复核": "reported-done",
    "办结": "closed", "重新办理": "reopened", "调整": "withdrawn",
}  # fmt: skip
COLOURS = {"红灯": "red", "黄灯": "yellow", "绿灯": "green", "蓝灯": "blue", "不亮灯": "none"}
DONE = ("reported-done", "closed", "withdrawn")
Facts = dict[str, Any]
Told = dict[str, Facts]


def state_of(text: str) -> Facts:
    """推进中 40%, in either language: the state, and the percent where it is told."""
    words = re.fullmatch(r"(.*?)(?:\s+(\d+)%)?", text.strip())
    assert words
    state = STATES.get(words[1], words[1].replace(" ", "-"))
    assert state in STATES.values(), text
    if words[2] is None and state in DONE:
        return {"state": state}  # then it goes without saying
    return {"state": state, "percent": int(words[2]) if words[2] else None}


def colour_of(text: str) -> str:
    """绿灯：正常, in either language."""
    word = re.split("[：:]", text.strip())[0].replace("no light", "none")
    colour = COLOURS.get(word, word)
    assert colour in COLOURS.values(), text
    return colour


def days_of(text: str) -> int | None:
    """逾期5天 is -5, 剩余5天 is 5, in either language; — is no day at all."""
    if text.strip() in ("", "—"):
        return None
    if re.search("今天|当日|today", text):
        return 0
    over = re.search(r"逾期(\d+)天|(\d+) days? over", text)
    if over:
        return -int(over[1] or over[2])
    left = re.search(r"(?:剩余|还有|距时限)(\d+)天|(\d+) days? left", text)
    assert left, text
    return int(left[1] or left[2])


def day_in(text: str, year: int) -> date:
    """The first day of a text: 2021-08-31, 2022年3月31日, or 8月31日 of the year asked about."""
    found = re.search(r"(\d{4})-(\d\d)-(\d\d)", text)
    if not found:
        found = re.search(r"(?:(\d{4})年)?(\d+)月(\d+)日", text)
    assert found, text
    return date(int(found[1] or year), int(found[2]), int(found[3]))


# ---- screens -------------------------------------------------------------------------------------


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _cut(line: str, starts: list[int]) -> list[str]:
    """A line at the columns at which its table's headings begin."""
    cells, at = [""] * len(starts), 0
    for sign in line:
        cells[max(place for place, start in enumerate(starts) if start <= at)] += sign
        at += _width(sign)
    return [cell.strip() for cell in cells]


def tables(screen: str) -> list[tuple[str, list[dict[str, str]]]]:
    """Each table of a screen with the line above it; lines below a row without a first cell belong to it."""
    lines = screen.splitlines()
    found = []
    for number, line in enumerate(lines):
        if not re.fullmatch("─+", line):
            continue
        heading = lines[number - 1]
        starts = [
            _width(heading[: one.start()]) for one in re.finditer(r"(?<!\S)\S+(?: \S+)*", heading)
        ]
        names = _cut(heading, starts)
        rows: list[list[str]] = []
        for row in lines[number + 1 :]:
            if not row.strip():
                break
            cells = _cut(row, starts)
            if cells[0] or not rows:
                rows.append(cells)
            else:
                rows[-1] = [
                    f"{above}\n{cell}".strip() for above, cell in zip(rows[-1], cells, strict=True)
                ]
        above = lines[number - 2] if number > 1 else ""
        found.append((above, [dict(zip(names, row, strict=True)) for row in rows]))
    return found


def first_table(screen: str) -> list[dict[str, str]]:
    """The rows of the table that a screen begins with; none where it has no table."""
    found = tables(screen)
    return found[0][1] if found else []


def _cell(row: dict[str, str], *names: str) -> str:
    return next(row[name] for name in names if name in row)


def of_ledger_screen(screen: str) -> Told:
    """``sulist ledger``."""
    return {
        row["编号"]: state_of(_cell(row, "state", "状态"))
        | {
            "colour": colour_of(_cell(row, "light", "灯号")),
            "left": days_of(_cell(row, "left", "剩余").split("\n")[0]),
        }
        for row in first_table(screen)
    }


def _open_until(state: str, text: str, as_of: date) -> Facts:
    """The days that are left until the day of a text, of what is still to be done."""
    if state in DONE:
        return {}
    found = re.search(r"\d{4}-\d\d-\d\d", text)
    return {"left": (date.fromisoformat(found[0]) - as_of).days if found else None}


def of_list_screen(screen: str, as_of: date) -> Told:
    """``sulist list``."""
    told = {}
    for row in first_table(screen):
        state = state_of(_cell(row, "state", "状态"))["state"]
        left = _open_until(state, _cell(row, "due", "到期日"), as_of)
        told[row["编号"]] = {"state": state, "deadline": row["完成时限"], **left}
    return told


def of_shown(screen: str, as_of: date) -> Told:
    """``sulist show`` of every item."""
    told: Told = {}
    for part in re.split(r"\n\n(?=\d+-\d+  )", screen)[1:]:
        identity = part.split("  ")[0]
        state = re.search(
            r"^(?:状态：|State: )([^·\n]*?)(?:（自.*?起）| since \S+)?(?: · (\d+)%)?$", part, re.M
        )
        light = re.search("^(?:灯号：|Light: )(.*)$", part, re.M)
        leads = re.search("^牵头：(.*)$", part, re.M)
        assert state, part
        assert light, part
        facts = state_of(f"{state[1].strip()} {state[2]}%" if state[2] else state[1])
        due = re.search("^(?:日期：|Date: )(.*)$", part, re.M)
        deadline = re.search("^完成时限：(.*)$", part, re.M)
        told[identity] = {
            **facts,
            **_open_until(facts["state"], due[1] if due else "", as_of),
            "deadline": deadline[1] if deadline else "",
            "colour": colour_of(light[1]),
            "leads": set(leads[1].split("、")) if leads else set(),
        }
    return told


def due_rows(screen: str, year: int) -> list[tuple[str, date, int | None]]:
    """``sulist due``: item, day, days left."""
    return [
        (
            row["编号"],
            day_in(_cell(row, "due", "到期日"), year),
            days_of(_cell(row, "left", "剩余")),
        )
        for row in first_table(screen)
    ]


# ---- JSON ----------------------------------------------------------------------------------------


def of_json(answer: dict[str, Any]) -> Told:
    """An answer of items, one row each."""
    told = {}
    for item in answer["items"]:
        progress = item["progress"]
        told[item["id"]] = {
            "state": progress["state"],
            "percent": progress["percent"],
            "colour": progress["light"],
            "left": item["days_left"],
            "overdue": progress["overdue_days"],
            "deadline": item["deadline"]["text"],
            "text": item["text"],
        }
    return told


# ---- the page ------------------------------------------------------------------------------------


def _text(markup: str) -> str:
    return html.unescape(re.sub("<[^>]+>", "", markup)).strip()


def of_page(page: str) -> Told:
    """Each item of the page, as it is read there."""
    told = {}
    for found in re.finditer(r'<details class="item" id="i-(\S+?)".*?</details>', page, re.DOTALL):
        item = found[0]
        light = re.search(r'<span class="light[^"]*">(.*?)</span>', item)
        state = re.search(r'<span class="state">(.*?)</span>', item)
        assert light, item
        assert state, item
        facts = [_text(one) for one in re.findall(r'<span class="fact[^"]*">(.*?)</span>', item)]
        left = [days_of(fact) for fact in facts if re.match(r"逾期\d|剩余|今天", fact)]
        leads = re.search(r"<dt>涉及单位</dt><dd>.*?<i>牵头</i><bdi>(.*?)</bdi>", item)
        deadline = re.search("<dt>完成时[限间]</dt><dd[^>]*>(.*?)</dd>", item)
        told[found[1]] = state_of(_text(state[1])) | {
            "deadline": _text(deadline[1]) if deadline else "",
            "colour": colour_of(_text(light[1])),
            "left": left[0] if left else None,
            "leads": set(_text(leads[1]).split("、")) if leads else set(),
        }
    return told


def totals_of_page(page: str) -> dict[str, int]:
    """Its totals, and how many of each light its legend tells."""
    totals = re.findall(r"<dt>([^<]*)</dt><dd>(\d+)</dd>", page)
    legend = re.findall(r"</svg>(\S灯|不亮灯) (\d+)</li>", page)
    return {name: int(number) for name, number in (*totals, *legend)}


# ---- papers, the workbook, the calendar ----------------------------------------------------------


def of_workbook(data: bytes) -> Told:
    """The ledger as a workbook."""
    told = {}
    rows = load_workbook(BytesIO(data)).worksheets[0].iter_rows(values_only=True)
    for row in rows:
        if not re.fullmatch(r"\d+-\d+", str(row[0])):
            continue
        percent = None if row[7] is None else round(float(str(row[7])) * 100)
        over = [int(days) for days in re.findall(r"已逾期(\d+)天", str(row[12] or ""))]
        told[str(row[0])] = {
            "colour": colour_of(str(row[5])),
            "state": STATES[str(row[6])],
            "percent": percent,
            "overdue": max(over, default=0),
            "text": row[1],
            "deadline": row[4],
        }
    return told


def docx_tables(data: bytes) -> Iterator[tuple[list[str], list[list[str]]]]:
    """The headings and the rows of each table, words that are broken over lines joined in the headings."""
    for table in Document(BytesIO(data)).tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        yield [name.replace("\n", "") for name in rows[0]], rows[1:]


def of_annex(data: bytes, ids: list[str]) -> Told:
    """The annex of the meeting's report, whose rows stand in the printed order."""
    rows = next(rows for heading, rows in docx_tables(data) if heading[-1] == "最近反馈")
    items = [row for row in rows if len(set(row)) > 1]
    told = {}
    for identity, row in zip(ids, items, strict=True):
        state, light = row[4].split("\n")
        deadline = row[3].split("\n")[0]
        told[identity] = {"colour": colour_of(light), "deadline": deadline, **state_of(state)}
    return told


def of_word_list(data: bytes, ids: list[str]) -> Told:
    """The list as a paper, whose rows stand in the printed order."""
    ((heading, rows),) = docx_tables(data)
    assert heading[:2] == ["序号", "事项名称"]
    items = [row for row in rows if len(set(row)) > 1]
    return {
        identity: {"text": row[1], "deadline": row[-1]}
        for identity, row in zip(ids, items, strict=True)
    }


def docx_text(data: bytes) -> str:
    """The text outside tables."""
    return "\n".join(one.text for one in Document(BytesIO(data)).paragraphs)


def of_calendar(data: bytes) -> list[tuple[str, date, Facts]]:
    """Each entry: the item, its day, what its description says."""
    found = []
    for event in Calendar.from_ical(data).walk("VEVENT"):
        text = str(event["DESCRIPTION"])
        state = re.search("^状态：(.*)$", text, re.M)
        light = re.search("^灯号：(.*)$", text, re.M)
        identity = re.search(r"\d+-\d+", str(event["SUMMARY"]))
        assert state, text
        assert light, text
        assert identity, text
        facts = {"state": state_of(state[1])["state"], "colour": colour_of(light[1])}
        found.append((identity[0], event.decoded("DTSTART"), facts))
    return found


def of_letters(data: bytes) -> list[tuple[str, str, str]]:
    """Each row of the letters: to whom, which item, why."""
    letters = Document(BytesIO(data))
    units = [
        found[1] for one in letters.paragraphs if (found := re.fullmatch("([^，]+)：", one.text))
    ]
    urging = [one for one in letters.tables if "催办事由" in (c.text for c in one.rows[0].cells)]
    rows = []
    for unit, table in zip(units[::2], urging, strict=True):  # each second one is to be sent back
        for row in table.rows[1:]:
            rows.append((unit, row.cells[0].text, row.cells[3].text))
    return rows
