"""What a document of a long list costs, and that it grows in step with the list.

``python benchmarks/documents.py`` installs the wheel with its extra into a clean environment and
exports each kind of 1,000 and of 10,000 items with three reports on each, sends the forms out and
looks at them filled in, as whole processes; medians of 3 runs.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
import venv
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lists import lines

from sulist.journal.journal import head_line
from sulist.journal.record import Record, as_line
from sulist.listfile.worklist import load
from sulist.write.documents import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
SIZES = (1_000, 10_000)
RUNS = 3
TARGET = 11.0  # ten times the items, and a little


def journal(file: str) -> Iterator[str]:
    """The lines of a journal on a list of ``lines``: every lead reports in three months."""
    worklist = load(file)
    yield head_line(worklist)
    number = 0
    for month in (3, 4, 5):
        day = date(2021, month, 20)
        for item in worklist.items:
            number += 1
            yield as_line(
                Record(
                    day,
                    item.id,
                    "report",
                    item.lead[0].name,
                    "lead",
                    status="in-progress",
                    percent=10 * month,
                    done="完成前期工作，正在办理用地手续。",
                    problem="资金尚未到位。" if item.serial % 50 == 0 else "",
                    period=f"2021-0{month}",
                    written=f"{day}T09:00:00+08:00",
                    seq=number,
                    id=f"r{number}",
                )
            )


def cost(command: list[str]) -> tuple[float, float]:
    """Seconds and the most memory, in MiB, that a process takes; never less than this script has."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - began, used.ru_maxrss / 1024


def main() -> None:
    """Measures every kind."""
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        venv.create("environment", with_pip=True)
        programs = Path(folder) / "environment" / "bin"
        extra = f"{ROOT}[documents]"
        subprocess.run([programs / "pip", "install", "--quiet", "--compile", extra], check=True)
        for number in SIZES:
            file = Path(f"{number}") / "items.yaml"
            file.parent.mkdir()
            file.write_text("\n".join(lines(number)), encoding="utf-8")
            told = "".join(f"{line}\n" for line in journal(str(file)))
            file.with_name("progress.yaml").write_text(told, encoding="utf-8")
        sulist = str(programs / "sulist")
        day = ["--as-of", "2021-06-01"]
        for kind in KINDS:
            export = [sulist, "export", kind, *day, "--output", "made", "--overwrite"]
            measure(f"export {kind}", dict.fromkeys(SIZES, export))
        dispatch = [sulist, "dispatch", "--month", "2021-06", *day, "--overwrite", "--directory"]
        measure("dispatch", {number: [*dispatch, f"{number}/forms"] for number in SIZES})
        collect = [sulist, "collect", "--dry-run", "--on", "2021-06-28"]
        commands = {}
        for number in SIZES:
            forms = Path(f"{number}", "forms")
            fill_in(forms)
            commands[number] = [*collect, *map(str, forms.iterdir())]
        measure("collect --dry-run", commands)


def fill_in(folder: Path) -> None:
    """Fills in every row of every form in a folder."""
    from openpyxl import load_workbook

    for file in folder.iterdir():
        book = load_workbook(file)
        for row in book.worksheets[0].iter_rows(min_row=5):
            row[6].value, row[7].value = "推进中", 0.6
            row[9].value = "用地手续已办结，完成招标。"
        book.save(file)


def measure(name: str, commands: dict[int, list[str]]) -> None:
    """Prints what a command costs at each size, and how it grows."""
    found = []
    for number, command in commands.items():
        runs = [cost([*command, "--file", f"{number}/items.yaml"]) for _run in range(RUNS)]
        found.append([statistics.median(column) for column in zip(*runs, strict=True)])
    (few, small), (many, large) = found
    mark = "" if many / few <= TARGET else "   MISSED"
    print(
        f"{name:<17} {few:6.2f} s {small:5.0f} MiB for 1,000   {many:6.2f} s {large:5.0f} MiB"
        f" for 10,000   ratio {many / few:5.2f}   target {TARGET}{mark}",
        flush=True,
    )


if __name__ == "__main__":
    main()
