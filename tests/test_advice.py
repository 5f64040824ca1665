"""Advice works when it is followed: every command that a message advises is typed here."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest
from advice import ADVICE, FILES, FILL, FORM, NOT_FOLLOWED, Advice
from conftest import ROOT

from sulist.base import i18n
from sulist.base.extras import install_command
from sulist.base.showing import pasted, pasted_file

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import TypeIn

LANGUAGES = ("en", "zh_CN")


def catalogue() -> dict[str, tuple[list[str], list[str]]]:
    """Each message by its English (the singular), with all that it is in English and in Chinese."""
    pofile = pytest.importorskip("babel.messages.pofile")
    file = os.path.join(i18n.LOCALE_DIRECTORY, "zh_CN", "LC_MESSAGES", "sulist.po")
    with open(file, "rb") as stream:
        messages = [one for one in pofile.read_po(stream) if one.id]
    forms = [
        [[text] if isinstance(text, str) else list(text) for text in (one.id, one.string)]
        for one in messages
    ]
    return {english[0]: (english, chinese) for english, chinese in forms}


MESSAGES = catalogue()


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    """Small lists, journals and documents in the folder."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")


def valued(advice: str) -> str:
    """An advice with values in the place of what stands for them."""
    return " ".join(FILL.get(word, word) for word in advice.split(" "))


def filled(advice: str, journal: Path) -> str:
    """The same; RECORD is the last one written."""
    if " RECORD" in advice or " 记录号" in advice:
        last = re.findall(r'"id": ?"(\w+)"', journal.read_text(encoding="utf-8"))[-1]
        advice = advice.replace(" RECORD", f" {last}").replace(" 记录号", f" {last}")
    return valued(advice)


def pattern_of(beginning: str, language: str) -> str:
    """What a message looks like, given how its English begins; any text stands for a placeholder."""
    (message,) = [one for one in MESSAGES if one.startswith(beginning)]
    forms = MESSAGES[message][language == "zh_CN"]
    patterns = (".+?".join(map(re.escape, re.split(r"\{\w+\}", text))) for text in forms)
    return with_options("|".join(patterns))


def with_options(pattern: str) -> str:
    """A pattern for commands that also fits where the question's own --file and the like stand in them."""
    carried = r"(?: --(?:file|journal|as-of|on) (?:'[^']*'|[\\w./-]*\\w))*"
    return re.sub(r"(sulist(?: |\\ )[a-z]+(?:\\?-[a-z]+)?)\b", rf"\1{carried}", pattern)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", ADVICE, ids=[f"{row.message[:30]}-{row.ask}" for row in ADVICE])
def test_advice_works(row: Advice, language: str, type_in: TypeIn, tmp_path: Path) -> None:
    """What the message says to type is accepted; and where that was the point, so is the first question."""
    with i18n.speaking(language):
        for line in row.setup:
            assert type_in(line)[0] == 0
        code, said = type_in(row.ask, packaged=row.packaged)
        assert code == row.code, said
        assert re.search(pattern_of(row.message, language), said, re.DOTALL), said
        found = re.search(with_options(row.advised), said)
        assert found, said
        then = row.then.format(filled(found[0], tmp_path / "progress.yaml"))
        code, said = type_in(then, packaged=row.packaged)
        assert code == row.ends, (then, said)
        if row.again:
            assert type_in(row.ask)[0] == 0


def test_every_message_with_a_command_is_followed() -> None:
    """Or it is said why not; and no row is about a message that is gone."""
    held = {
        one for one in MESSAGES if re.search(r"sulist [a-z{-]|pip install|soffice|--[a-z]", one)
    }
    known = [row.message for row in ADVICE]
    known += [one for beginnings in NOT_FOLLOWED.values() for one in beginnings]
    assert [one for one in held if not one.startswith(tuple(known))] == []
    assert [one for one in known if not any(each.startswith(one) for each in MESSAGES)] == []


ALTERNATIVES = r"(?:as in|Ask:|Did you mean|It belongs to:|选项，如|请运行：|是否应为|该选项用于：) ?(.+?)[?？]?\n"


def alternatives(said: str) -> list[str]:
    """What a refused command line may be instead."""
    found = re.search(ALTERNATIVES, said)
    assert found, said
    return re.split(" or | 或 ", found[1])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("base", "word"),
    [
        *(("due", one) for one in ("逾期", "本月", "8月底", "2021-08", "今天", "30天", "办结", "甲局", "1-2", "二", "一", "重点", "桥", "a b", "牵头", "report", "区直部门", "—unit 区甲局", "甲")),
        *(("report", one) for one in ("逾期", "本月", "甲局", "桥", "一", "1-2", "30天", "8月底", "办结")),
        *(("owing", one) for one in ("6月", "甲局", "区丁镇", "桥", "1-2")),
        *(("dispatch -d d", one) for one in ("6月", "甲局", "区丁镇")),
        *(("by-unit 甲局", one) for one in ("8月底", "牵头", "桥")),
        *(("export list -o x.docx", one) for one in ("甲局", "本月", "逾期")),
        *(("units", one) for one in ("甲局", "一", "桥")),
        *(("list --file other.yaml", one) for one in ("桥", "1-2", "report", "牵头")),
        ("explain deadline 8月", "底前"),
        ("explain units 区甲局", "区乙局"),
        ("ledger", "$(桥)"),
    ],
)  # fmt: skip
def test_a_word_without_its_option_is_asked_for_as_advised(
    base: str, word: str, language: str, type_in: TypeIn
) -> None:
    """Every alternative that is named is accepted."""
    typed = word if word.startswith(("—", "-")) else shlex.quote(word)
    with i18n.speaking(language):
        code, said = type_in(f"{base} {typed}")
        assert code == 2
        for one in alternatives(said):
            whole = one if one.startswith("sulist ") else f"{base} {one}"
            whole += f" {typed.partition(' ')[2]}" if word.startswith(("—", "-")) else ""
            code, said = type_in(valued(whole))
            assert code == 0, (whole, said)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("base", "option"),
    [
        *(("due", one) for one in ("--month 6月", "--month", "--late", "--until 8月底", "--by=8月底", "--json", "--widht 80", "--since 6月", "--days 30", "-month 6月", "--单位 甲局", "--department 甲局")),
        *(("report", one) for one in ("--overdue", "--search 桥", "--before 8月", "--month 6月")),
        *(("owing", one) for one in ("--category 一", "--since 5月", "--status 办结")),
        *(("list", one) for one in ("--overdue", "--within 30d", "--month 6月", "--date 2021-08-31", "--keyword 桥", "--to 8月底")),
        *(("history", one) for one in ("--category 一", "--search 桥", "--status 办结")),
        *(("units", one) for one in ("--unit 甲局", "--unit", "--category 一", "--role 牵头")),
        *(("log 1-1 --done x", one) for one in ("--date 6月20日", "--category 一")),
        *(("", one) for one in ("--unit 甲局 due", "--month 6月 owing", "--json list")),
        ("explain", "--year 2021 deadline 8月底前"),
        ("show 1-1", "--unit 甲局"),
        ("check", "--unit 甲局"),
        *(("units --file 'b d.yaml'", one) for one in ("--unit 区戊局", "--category 专项")),
    ],
)  # fmt: skip
def test_an_option_that_a_command_has_not_is_asked_for_as_advised(
    base: str, option: str, language: str, type_in: TypeIn, tmp_path: Path
) -> None:
    """Under its own name, or on the command that has it, of the same list; every alternative is accepted."""
    other = FILES["l.yaml"].replace("区甲局", "区戊局").replace("title: 重点", "title: 专项")
    (tmp_path / "b d.yaml").write_text(other, encoding="utf-8")
    with i18n.speaking(language):
        code, said = type_in(f"{base} {option}")
        assert code == 2
        for one in alternatives(said):
            whole = one if one.startswith("sulist ") else f"{base} {one}"
            whole += " 8月底前" if whole.startswith("sulist explain") else ""
            code, said = type_in(valued(whole))
            assert code == 0, (whole, said)


def phrases() -> set[str]:
    """Every deadline that a message of the deadline's room tells to write, in either language."""
    source = "".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "src/sulist/deadline").glob("*.py")
    )
    told = [
        text
        for english, forms in MESSAGES.items()
        if f'"{english}"' in source and "{" not in english
        for text in (english, *forms[1])
    ]
    phrase = r"[\d+]*[\d一-鿿][\d一-鿿、-]*[\d日月前底周次内d]"
    shown = rf"(?:\b(?:write|as|as in|such as|or) |[“、](?=\d|[^”]*[月日周季内]”))({phrase})(?=[”,.\s:)]|$)"
    found = {one for text in told for one in re.findall(shown, text)}
    return found - {"1日", "31日"}  # the ends of what a day may be


def test_a_deadline_that_is_shown_as_an_example_can_be_read() -> None:
    """Whatever a refusal tells to write is a deadline, or a date of an option."""
    from sulist.deadline import DeadlineError, parse, parse_option

    day = date(2021, 6, 1)
    found = phrases()
    assert len(found) >= 20
    for one in sorted(found):
        try:
            parse(one, year=2021, issued=day, as_of=day)
        except DeadlineError:
            assert parse_option(one, year=2021, as_of=day), one


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_is_about_the_list_and_the_day_that_were_asked(
    language: str, type_in: TypeIn, tmp_path: Path
) -> None:
    """A command is advised with the --file, --journal and --on that were typed, so that it can be pasted."""
    told = "--file other.yaml --journal 'j 1.yaml' --on 2021-06-20"
    with i18n.speaking(language):
        assert type_in(f"log 1-1 --status done {told}")[0] == 0
        assert type_in(f"close 1-1 {told}")[0] == 0
        code, said = type_in(f"log 1-1 --done x {told}")
        assert code == 4
        found = re.search(r"sulist reopen .+", said)
        assert found, said
        assert told in found[0]
        assert type_in(filled(found[0], tmp_path / "j 1.yaml"))[0] == 0
        assert type_in(f"log 1-1 --done x {told}")[0] == 0
        assert not (tmp_path / "progress.yaml").exists()


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_two_branches_one_record_is_taken_back(
    language: str, type_in: TypeIn, tmp_path: Path
) -> None:
    """Both closed an item; the advice of check leaves a journal without a problem."""
    journal = tmp_path / "progress.yaml"
    with i18n.speaking(language):
        assert type_in("log 1-1 --status done --on 2021-06-10")[0] == 0
        before = journal.read_text(encoding="utf-8")
        assert type_in("close 1-1")[0] == 0
        mine = journal.read_text(encoding="utf-8")
        journal.write_text(before, encoding="utf-8")
        assert type_in("close 1-1")[0] == 0
        journal.write_text(
            mine + journal.read_text(encoding="utf-8").removeprefix(before), encoding="utf-8"
        )
        code, said = type_in("check")
        assert code == 1
        assert re.search(pattern_of("Two branches", language), said, re.DOTALL), said
        found = re.search(r"sulist undo --record \w+", said)
        assert found
        assert type_in(found[0])[0] == 0
        assert type_in("check")[0] == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_in_form_is_recorded_as_advised(
    language: str, type_in: TypeIn, tmp_path: Path
) -> None:
    """Where nobody can be asked, both ways out are named, and both work; so is the list it belongs to."""
    from openpyxl import load_workbook

    with i18n.speaking(language):
        assert type_in("dispatch -d f")[0] == 0
        book = load_workbook(tmp_path / FORM)
        sheet = book["反馈表"]
        heads = {cell.value: cell.column for row in sheet.iter_rows() for cell in row if cell.value}
        row = next(row for row in range(1, 30) if sheet.cell(row, heads["序号"]).value == "1-2")
        sheet.cell(row, heads["状态"], "推进中")
        book.save(tmp_path / FORM)
        code, said = type_in(f"collect {FORM}")
        assert code == 2
        assert re.search(pattern_of("Nothing was recorded, since", language), said, re.DOTALL)
        for option in re.findall("--yes|--dry-run", said)[::-1]:
            assert type_in(f"collect {FORM} {option}")[0] == 0
        code, said = type_in(f"collect {FORM} --file other.yaml --journal new.yaml")
        assert code == 3
        assert re.search(pattern_of("Name its list with --file. If", language), said, re.DOTALL)
        assert type_in(f"collect {FORM} --file l.yaml")[0] == 0


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice to convert with")
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_old_document_becomes_a_list_as_advised(
    language: str, type_in: TypeIn, tmp_path: Path
) -> None:
    """A .doc, with a space in its name and its folder: converted, imported, and asked, each as it is said."""
    folder = tmp_path / "s t"
    folder.mkdir()
    convert = ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless"]
    cells = FILES["list.csv"].replace(",", "<td>").replace("\n", "<tr><td>")
    (folder / "a b.html").write_text(
        f"<meta charset=utf-8><table><tr><td>{cells}</table>", encoding="utf-8"
    )
    made = ("--convert-to", "doc:MS Word 97", "--outdir", str(folder))
    subprocess.run([*convert, *made, str(folder / "a b.html")], check=True, timeout=120)
    with i18n.speaking(language):
        code, said = type_in("list --file 's t/a b.doc'")
        assert code == 3
        found = re.search(r"soffice (--headless .+)", said)
        assert found, said
        subprocess.run(
            [*convert, *shlex.split(found[1])[1:]], check=True, timeout=120, cwd=tmp_path
        )
        code, said = type_in("list --file 's t/a b.docx'")
        found = re.search(r"sulist import .+", said)
        assert found, said
        assert type_in(found[0])[0] == 0
        assert type_in(f"list --file {found[0].rpartition(' ')[2]}")[0] == 0


@pytest.mark.parametrize(
    ("files", "pip", "command"),
    [
        ((), True, '{python} -m pip install "sulist[documents]"'),
        (("uv-receipt.toml",), False, 'uv pip install --python {python} "sulist[documents]"'),
        (("pyvenv.cfg",), False, 'uv pip install --python {python} "sulist[documents]"'),
        (("pyvenv.cfg",), True, '{python} -m pip install "sulist[documents]"'),
        ((), False, 'python3 -m pip --python {python} install "sulist[documents]"'),
    ],
)
def test_packages_are_installed_where_sulist_runs(
    files: tuple[str, ...], pip: bool, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the pip of that environment; uv makes environments without one; a name with a space is quoted."""
    prefix = tmp_path / "my tools"
    prefix.mkdir()
    for file in files:
        (prefix / file).write_text("home = /usr/bin\nuv = 0.9.0\n", encoding="utf-8")
    monkeypatch.setattr("sulist.base.extras.find_spec", lambda _name: pip or None)
    python = str(prefix / "bin" / "python")
    said = install_command(str(prefix), python)
    assert said == command.format(python=f"'{python}'")
    assert python in shlex.split(said)


def test_pipx_is_asked_for_each_package(tmp_path: Path) -> None:
    """Since it keeps account of what it installed; and it takes sulist itself for installed already."""
    prefix = tmp_path / "sulist"
    prefix.mkdir()
    (prefix / "pipx_metadata.json").write_text("{}", encoding="utf-8")
    words = shlex.split(install_command(str(prefix), str(prefix / "bin" / "python")))
    assert words[:3] == ["pipx", "inject", "sulist"]
    assert {re.split("[<>=]", word)[0].casefold() for word in words[3:]} == {
        "icalendar", "jinja2", "lxml", "markdown-it-py", "openpyxl", "pdfplumber", "python-docx",
        "selectolax", "xlrd", "xlsxwriter",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("word", "posix", "windows"),
    [
        ("财政局", "财政局", "财政局"),
        ("2-7", "2-7", "2-7"),
        ("a b", "'a b'", '"a b"'),
        ("it's", "'it'\"'\"'s'", '"it\'s"'),
        ("“引”", "'“引”'", '"“引”"'),
        ("$(x)", "'$(x)'", "'$(x)'"),
        ("a;b", "'a;b'", '"a;b"'),
        ("*", "'*'", '"*"'),
        ("~", "'~'", '"~"'),
        ("=x", "'=x'", '"=x"'),
        ("区\u3000局", "'区\u3000局'", '"区\u3000局"'),
        ("", "''", '""'),
        ("\x1b[2J", "$'\\x1b[2J'", '"\x1b[2J"'),
        ("a\udcff", "$'a\\xff'", '"a\udcff"'),
        (r"C:\清单\a.yaml", r"'C:\清单\a.yaml'", r"C:\清单\a.yaml"),
        ("@x", "@x", '"@x"'),
    ],
)
def test_a_word_of_an_advised_command_can_be_pasted(word: str, posix: str, windows: str) -> None:
    """Whatever it holds, a shell takes it as that one word; what needs no quotes has none."""
    assert (pasted(word, windows=False), pasted(word, windows=True)) == (posix, windows)
    if shutil.which("bash") and word.isprintable():
        done = subprocess.run(
            ["bash", "-c", f"printf %s {posix}"], capture_output=True, check=True, timeout=20
        )
        assert done.stdout.decode() == word


def test_a_file_is_never_taken_for_an_option() -> None:
    """One that begins with a hyphen is named by its folder."""
    assert [pasted_file(one) for one in ("-x.yaml", "-", "a-x")] == ["./-x.yaml", "-", "a-x"]
