"""The ten lists are read by the model of ``tools`` too, which knows nothing of sulist: both answer alike."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from model import holding, papers, sums
from model.asking import Question, Year
from model.seeds import write_year
from test_lists_of_ten_kinds import LISTS
from truths import TRUTHS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Sulist

NAMES = pytest.mark.parametrize("name", TRUTHS)


class Both:
    """One list, asked of sulist and of the model as of a day."""

    def __init__(self, sulist: Sulist, folder: Path, name: str) -> None:
        self.sulist = sulist
        self.folder = folder
        shutil.copy(LISTS / f"{name}.yaml", folder / "items.yaml")
        self.truth = TRUTHS[name]

    def year(self) -> Year:
        """The list and its journal, as the model reads them."""
        return Year(papers.read_list(self.folder), papers.read_journal(self.folder))

    def said(self, *words: str, as_of: date) -> Any:
        """What sulist says."""
        return json.loads(
            self.sulist.text(
                *words, "--format", "json", SULIST_FILE="items.yaml", SULIST_AS_OF=str(as_of)
            )
        )

    def days(self) -> Iterator[date]:
        """The day of the truth, one before and one after it."""
        day = date.fromisoformat(self.truth.as_of)
        for away in (-60, 0, 200):
            yield day + timedelta(away)


@NAMES
def test_the_answers_are_those_of_the_model(sulist: Sulist, tmp_path: Path, name: str) -> None:
    """Of list, due, by-unit, units, categories and report, by people and by what a cell holds, on several days."""
    both = Both(sulist, tmp_path, name)
    year = both.year()
    before = date.fromisoformat(both.truth.before)
    for day in both.days():
        asked = Question(day)
        due = asked._replace(each_date=True)
        questions = [
            (["list"], asked),
            (["due"], due),
            (["due", "--before", str(before)], due._replace(before=before)),
            (["due", "--overdue"], due._replace(overdue=True)),
            (["due", "--within", "60d"], due._replace(within=60)),
        ]
        for unit in year.listed.units(day):
            questions.append((["by-unit", unit], asked._replace(unit=unit)))
        for leader in both.truth.by_leader:
            questions.append((["list", "--leader", leader], asked._replace(leader=leader)))
        for person in both.truth.by_person:
            questions.append((["list", "--person", person], asked._replace(person=person)))
        for heading, text in both.truth.where:
            question = asked._replace(where=(heading, text))
            questions.append((["list", "--where", f"{heading}={text}"], question))
        for words, question in questions:
            told = list(holding.items(year, question, both.said(*words, as_of=day)))
            assert told == [], (words, day)
        assert list(holding.units(year, asked, both.said("units", as_of=day))) == [], day
        said = both.said("report", as_of=day)
        assert list(holding.report(year, asked, None, said)) == [], day


@NAMES
def test_a_year_of_records_means_the_same_to_both(
    sulist: Sulist, tmp_path: Path, name: str
) -> None:
    """A random year of each list: what became of every item, what is owed, what counts, what changed since."""
    both = Both(sulist, tmp_path, name)
    write_year(Random(f"a year of {name}"), tmp_path, 50)  # noqa: S311 - the same in every run
    year = both.year()
    for day in both.days():
        asked = Question(day)
        since = day - timedelta(60)
        told = [
            *holding.items(year, asked, both.said("list", as_of=day)),
            *holding.items(year, asked._replace(each_date=True), both.said("due", as_of=day)),
            *holding.history(year, asked, sums.Past(), both.said("history", as_of=day)),
            *holding.report(
                year, asked, since, both.said("report", "--since", str(since), as_of=day)
            ),
        ]
        owed = sums.owing(year, asked, day, year.listed.settings.rhythm)
        if both.truth.leaders or both.truth.persons:
            told += holding.leaders(year, asked, both.said("leaders", as_of=day))
        told += holding.owing(both.said("owing", "--month", str(day)[:7], as_of=day), owed, day)
        assert told == [], day
