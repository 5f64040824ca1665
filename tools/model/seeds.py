"""A list with its settings and a year of records from a seed, and the days as of which it is asked."""

from __future__ import annotations

import json
from datetime import date
from random import Random
from typing import TYPE_CHECKING

import yaml

from model import civil, papers
from model.living import Office
from model.making import Maker
from model.varying import Kind

if TYPE_CHECKING:
    from pathlib import Path


def make(seed: int, folder: Path, *, of_any_kind: bool = False) -> None:
    """Writes a list, its settings and its journal into a folder; half of the lists are of other kinds, where that is asked for."""
    maker = Maker(seed)
    held = maker.the_list()
    kinds = Random(f"kind of {seed}")
    if of_any_kind and kinds.random() < 0.5:
        held = Kind(kinds, maker).of(held)
    (folder / "items.yaml").write_text(
        yaml.safe_dump(held, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    (folder / "sulist.toml").write_text(maker.the_settings(), encoding="utf-8")
    write_year(maker.random, folder)


def write_year(random: Random, folder: Path, count: int | None = None) -> None:
    """Writes a journal of a year for the list of a folder, of so many records or of as many as chance has it."""
    held = yaml.load((folder / "items.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    head = {"journal": 1, "title": held["title"], "year": int(held.get("year", 0))}
    lines = [head, *Office(random, papers.read_list(folder)).year(count)]
    text = "".join(f"- {json.dumps(line, ensure_ascii=False)}\n" for line in lines)
    (folder / "progress.yaml").write_text(text, encoding="utf-8")


def days_to_ask(seed: int, year: int) -> list[date]:
    """Days as of which a list is asked: any day of its year, and the end of a month or a day of the next year."""
    random = Random(f"days of {seed}")
    any_day = date.fromordinal(date(year, 1, 1).toordinal() + random.randint(20, 364))
    end, after = civil.end(year, random.randint(3, 12)), date(year + 1, random.randint(1, 3), 3)
    return [any_day, end if seed % 3 else after]
