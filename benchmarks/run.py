"""The ratios that sulist promises, each against a process that only imports what it needs.

``python benchmarks/run.py`` builds the wheel into a clean, byte-compiled environment and runs both
sides of every pair, now the one first and now the other; the ratio is the median of 41 pairs' own,
since a machine's clock moves from one pair to the next; of fewer for the longest lists. Besides the
packaged list it asks a second one of 18 items that shares no cell with it, and lists as varied as
real ones, with a roster and without. ``python benchmarks/run.py TEXT`` measures only the starts
that have it in their names.
"""

from __future__ import annotations

import json
import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from lists import COUNTY, DISTRICT, items, journal_lines, leads_of, lines, title_of

ROOT = Path(__file__).resolve().parents[1]
CLICK, DATA, RICH = "click", "click, yaml", "click, yaml, rich.console, rich.table"
JSON = ["--format", "json"]
LEAD = {"packaged": "区经发局", "second": "县财政局"}  # a unit that each list of 18 asks for
CELL = """
import json, sys, time
from sulist.units import parse
from sulist.units.roster import Roster
cells, groups = json.load(sys.stdin)
roster = Roster(groups)
for cell in cells[:100]:
    parse(cell, roster=roster)
began = time.process_time()
for cell in cells[100:]:
    parse(cell, roster=roster)
print((time.process_time() - began) / (len(cells) - 100))
"""  # how long a cell takes that was not met before, once the grammar is loaded


def environment(folder: Path) -> Path:
    """A clean environment with the wheel; its folder of programs."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "pip", "install", "--quiet", "--compile", str(ROOT)], check=True)
    return programs


def seconds(command: list[str], *, terminal: bool) -> float:
    """How long one whole process takes, its output going to a pipe or to a terminal of its own."""
    if not terminal:
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - began
    ours, theirs = pty.openpty()
    os.set_blocking(ours, False)
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=theirs, stderr=theirs, stdin=theirs)
    while process.poll() is None:
        try:
            os.read(ours, 65536)
        except BlockingIOError:
            time.sleep(0.0005)
    taken = time.perf_counter() - began
    os.close(ours)
    os.close(theirs)
    return taken


def compare(
    name: str,
    ours: list[str],
    base: list[str],
    target: float,
    *,
    runs: int = 41,
    terminal: bool = False,
) -> None:
    """Prints the ratio of two commands beside its target, where its name has what was asked for."""
    if not all(word in name for word in sys.argv[1:]):
        return
    taken: list[tuple[float, float]] = []
    for run in range(runs + 1):
        first, second = (ours, base) if run % 2 else (base, ours)
        pair = seconds(first, terminal=terminal), seconds(second, terminal=terminal)
        taken.append(pair if run % 2 else pair[::-1])
    pairs = taken[1:]  # the first warms up
    mine, other = (statistics.median(column) * 1000 for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / another for one, another in pairs)
    mark = "" if ratio <= target else "   MISSED"
    print(
        f"{name:<34} {mine:8.1f} ms / {other:7.1f} ms, ratio {ratio:5.2f}   target {target:5.2f}{mark}",
        flush=True,
    )


def main() -> None:
    """Measures everything once."""
    os.environ |= {"SULIST_AS_OF": "2021-06-01", "SULIST_LANG": "en", "TERM": "xterm-256color"}
    for name in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "SULIST_FILE"):
        os.environ.pop(name, None)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        programs = environment(Path(folder) / "environment")
        sulist, python = str(programs / "sulist"), str(programs / "python")

        def imports(modules: str) -> list[str]:
            return [python, "-c", f"import {modules}"]

        second = Path(folder) / "second.yaml"
        second.write_text("\n".join(lines(18, COUNTY)), encoding="utf-8")
        for name, which in (("packaged", []), ("second", ["--file", str(second)])):
            for words in (["due"], ["by-unit", LEAD[name]], ["list"]):
                question, what = [sulist, *words, *which], f"{words[0]}, {name} list"
                compare(f"{what}, table", question, imports(RICH), 1.25, terminal=True)
                for form in ("json", "csv"):
                    asked = [*question, "--format", form]
                    compare(f"{what}, {form}", asked, imports(DATA), 1.25)
        compare("--help of the group", [sulist, "--help"], imports(CLICK), 1.35)
        for name in ("due", "report", "check", "show"):
            compare(f"--help of {name}", [sulist, name, "--help"], imports(CLICK), 1.25)
        if sys.argv[1:]:
            return
        measure_growth(sulist, Path(folder), imports(DATA))
        measure_cells(python)
        measure_progress(sulist, Path(folder))


def measure_growth(sulist: str, folder: Path, base: list[str]) -> None:
    """What many items cost, their cells as varied as real ones, and that it grows in step."""
    for roster in (True, False):
        medians = []
        known = "with" if roster else "without"
        for number, runs in ((10_000, 9), (100_000, 3)):
            file = folder / f"{number} {known}.yaml"
            file.write_text("\n".join(lines(number, roster=roster)), encoding="utf-8")
            question = [sulist, "due", "--before", "8月底", "--file", str(file), *JSON]
            if number == 10_000:
                compare(f"10,000 items {known} a roster, due", question, base, 14, runs=runs)
            medians.append(
                statistics.median(seconds(question, terminal=False) for _run in range(runs))
            )
        print(
            f"100,000 items {known} a roster against 10,000: {medians[1] * 1000:.0f} ms / {medians[0] * 1000:.0f} ms = {medians[1] / medians[0]:.2f}   target 11.00"
        )


def measure_cells(python: str) -> None:
    """What one cell of units costs that was not met before; names repeat, cells do not."""
    cells = list(dict.fromkeys(item.responsible for item in items(10_000)))
    for groups in (DISTRICT.groups, {}):
        taken = [
            float(
                subprocess.run(
                    [python, "-c", CELL],
                    check=True,
                    capture_output=True,
                    input=json.dumps([cells, groups]).encode(),
                ).stdout
            )
            for _run in range(5)
        ]
        known = "with" if groups else "without"
        print(f"a new cell of units {known} a roster: {statistics.median(taken) * 1e6:.0f} µs")


def measure_progress(sulist: str, folder: Path) -> None:
    """What a journal costs beside the list of 2021, and how the ledger grows."""
    from sulist.listfile.worklist import load

    for name in ("without", "with"):
        (folder / name).mkdir()
        (folder / name / "items.yaml").write_bytes((ROOT / "data" / "items.yaml").read_bytes())
    worklist = load(str(ROOT / "data" / "items.yaml"))
    leads = {item.id: item.lead[0].name for item in worklist.items}
    text = "\n".join(journal_lines(worklist.title, leads, 500)) + "\n"
    (folder / "with" / "progress.yaml").write_text(text, encoding="utf-8")
    for words in (["due", *JSON], ["list", "--format", "csv"]):
        ours, base = (
            [sulist, *words, "--file", str(folder / name / "items.yaml")]
            for name in ("with", "without")
        )
        compare(f"{words[0]}, {words[-1]}, 500 records", ours, base, 1.5)
    medians = []
    for number, runs in ((1_000, 9), (10_000, 3)):
        place = folder / f"{number} items"
        place.mkdir()
        (place / "items.yaml").write_text("\n".join(lines(number)), encoding="utf-8")
        text = "\n".join(journal_lines(title_of(DISTRICT), leads_of(number), 10 * number)) + "\n"
        (place / "progress.yaml").write_text(text, encoding="utf-8")
        question = [sulist, "ledger", "--file", str(place / "items.yaml"), *JSON]
        medians.append(statistics.median(seconds(question, terminal=False) for _run in range(runs)))
    print(
        f"ledger, 100,000 records on 10,000 items against 10,000 on 1,000: {medians[1] * 1000:.0f} ms / {medians[0] * 1000:.0f} ms = {medians[1] / medians[0]:.2f}   target 11.00"
    )


if __name__ == "__main__":
    main()
