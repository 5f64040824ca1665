"""Every document is read within a time and within memory, in a child that leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zlib
from typing import TYPE_CHECKING, Any

import pytest
from documents_made import rows, text, word, workbook
from pdf_made import letters, pdf
from test_bad_documents import GOOD, good_docx, repacked

from sulist.base.errors import FileError
from sulist.base.i18n import speaking
from sulist.importers.bounded import import_documents
from sulist.importers.understand.recognise import Stated
from sulist.sandbox import Document, parent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Sulist

    from sulist.importers.importing import Imported

pytestmark = pytest.mark.usefixtures("sandboxed")
needs_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"),
    reason="memory and processes are looked at as Linux has them",
)
MB = 2**20


def read(*files: Path, **bounds: Any) -> Imported:
    """What an import in a child makes of documents."""
    return import_documents(list(map(str, files)), Stated(), lambda _done, _of: None, **bounds)


def parts_of_a_pdf(*parts: bytes) -> bytes:
    """A PDF without a table of its parts, which every reader then makes for itself."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (at, part) for at, part in enumerate(parts, 1))
    return b"%PDF-1.4\n" + body + b"trailer\n<</Root 1 0 R>>\n"


def page(content: bytes, *more: bytes, filters: bytes = b"", resources: bytes = b"") -> bytes:
    """A PDF of one page that shows ``content``, with ``more`` parts from the fifth on."""
    return parts_of_a_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%s>>>>"
        % resources,
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), filters, content),
        *more,
    )


def nested_forms() -> bytes:
    """A PDF of 3 KB: a form that shows another ten times, which shows another ten times, and so on."""
    forms = [
        b"<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</F %d 0 R>>>>/Length 60>>stream\n%s\nendstream"
        % (number + 1, b"/F Do " * 10)
        for number in range(5, 20)
    ]
    return page(b"/F Do", *forms, b"null", resources=b"/XObject<</F 5 0 R>>")


def inflating() -> bytes:
    """A PDF whose page unpacks to 300 MB."""
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    part = packer.compress(b"\0" * 2**20) + packer.flush(zlib.Z_FULL_FLUSH)  # may follow itself
    whole = b"\x78\xda" + part * 300 + packer.flush()
    return page(
        whole + b"%c%c\0\1" % divmod(300 * 2**20 % 65521, 256), filters=b"/Filter/FlateDecode"
    )


def rectangles() -> bytes:
    """A PDF of hundreds of thousands of rules."""
    drawn = b"".join(b"%d %d 9 9 re S\n" % (n % 600, n * 7 % 800) for n in range(300_000))
    return page(zlib.compress(drawn), filters=b"/Filter/FlateDecode")


def sheet(folder: Path, xml: bytes) -> bytes:
    """A workbook whose sheet is written by hand."""
    whole = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>'
    made = repacked(
        workbook(folder / "w.xlsx", GOOD),
        folder / "made.xlsx",
        {"xl/worksheets/sheet1.xml": whole % xml},
    )
    return made.read_bytes()


def body(folder: Path, xml: bytes) -> bytes:
    """A Word document whose body is written by hand."""
    whole = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
    made = repacked(good_docx(folder), folder / "made.docx", {"word/document.xml": whole % xml})
    return made.read_bytes()


ENDLESS: dict[str, Callable[[Path], bytes]] = {
    "forms.pdf": lambda _folder: nested_forms(),
    "rules.pdf": lambda _folder: rectangles(),
    "deep.html": lambda _folder: b"<div>" * 200_000,
    "attributes.html": lambda _folder: b"<a %s>" % b" ".join(b"a%d=1" % n for n in range(300_000)),
    "formula.xlsx": lambda folder: sheet(folder, b'<sheetData>%s</sheetData>' % (b'<c r="A1" ' * 2_000_000)),
}  # fmt: skip
# Each with the memory, in MB, that it fills soon, and in which a list of its kind is read.
LARGE: dict[str, tuple[int, Callable[[Path], bytes]]] = {
    "inflating.pdf": (150, lambda _folder: inflating()),
    "cells.xlsx": (80, lambda folder: sheet(folder, b"<sheetData><row>%s</row></sheetData>" % (b"<c/>" * 1_500_000))),
    "tables.docx": (150, lambda folder: body(folder, b"<w:tbl>%s</w:tbl>" % (b"<w:tr>%s</w:tr>" % (b"<w:tc><w:p/></w:tc>" * 9_000) * 30))),
    "letter.txt": (150, lambda _folder: b"a" * 63 * 2**20),
}  # fmt: skip


@pytest.mark.parametrize("name", ENDLESS)
def test_a_document_that_takes_too_long_is_refused(name: str, tmp_path: Path) -> None:
    """The bound is the caller's; the sentence names the file, and says what to do."""
    file = tmp_path / name
    file.write_bytes(ENDLESS[name](tmp_path))
    with pytest.raises(
        FileError, match=r"within 0\.6 seconds.* Copy the list into a new document"
    ) as refused:
        read(file, seconds=0.6)
    assert str(file) in str(refused.value)


@needs_linux
@pytest.mark.parametrize("name", LARGE)
def test_a_document_that_fills_memory_is_refused(name: str, tmp_path: Path) -> None:
    """Neither as damaged, nor read in part."""
    memory, made = LARGE[name]
    file = tmp_path / name
    file.write_bytes(made(tmp_path))
    said = rf"takes more than {memory} MB of memory .* Copy the list"
    with pytest.raises(FileError, match=said):
        read(file, memory=memory * MB, seconds=60)


@needs_linux
def test_a_list_that_fills_no_memory_is_read_within_the_least_of_them(tmp_path: Path) -> None:
    """It is the document that fills it, and not its reader."""
    least = min(memory for memory, _made in LARGE.values())
    book = workbook(tmp_path / "a.xlsx", [["滨河区2024年清单"], *GOOD])
    made = read(book, good_docx(tmp_path), memory=least * MB)
    assert len(rows(made)) == 2


def test_what_follows_the_reading_is_within_the_time_too(tmp_path: Path) -> None:
    """A list so long that reading it is quick, and understanding it is not."""
    lines = ["滨河区2024年重点任务清单", "\t".join(GOOD[0])]
    units = "、".join(f"区第{n}中学" for n in range(40))
    lines += [f"{n}\t修第{n}条路\t区住建局\t{units}、第{n}小学\t6月底前" for n in range(1, 2_000)]
    with pytest.raises(FileError, match=r"within 0\.9 seconds"):
        read(text(tmp_path / "long.txt", "\n".join(lines)), seconds=0.9)


def test_each_of_several_documents_has_a_time_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one that takes too long is named, and not the one before it."""
    program = (
        "import sys, time; sys.path[:] = sys.argv[3:]; from sulist.importers import importing\n"
        "read, importing.read_document = importing.read_document, lambda document, share: (\n"
        "    time.sleep(60) if document.name.endswith('bad.pdf') else read(document, share)\n"
        ")\n"
        "from sulist.sandbox.child import main; main()"
    )
    monkeypatch.setattr(parent, "child_command", lambda: [sys.executable, "-I", "-c", program])
    good, bad = good_docx(tmp_path), text(tmp_path / "bad.pdf", "%PDF-1.4")
    with pytest.raises(FileError, match="seconds") as refused:
        read(good, bad, seconds=4)
    assert "bad.pdf" in str(refused.value)
    assert "good.docx" not in str(refused.value)


def test_the_clock_begins_anew_with_each_document() -> None:
    """What comes after the last has the rest of the time of all of them."""
    documents = [Document("a.pdf", b""), Document("b.pdf", b"")]
    child: Any = None
    question = parent._Question(child, documents, 20, None)
    began = question.began = question.until = question.began - 30
    question._hear("begins", "b.pdf")
    assert (question.name, question.until >= began + 50) == ("b.pdf", True)
    question._hear("ends")
    assert (question.name, question.until) == ("a.pdf, b.pdf", began + 40)


def test_what_a_child_reads_is_what_is_in_the_document(tmp_path: Path) -> None:
    """Drafts, doubts, their items, and the problems come back whole."""
    from documents_made import imported

    lines = [
        ["滨河区2024年清单"],
        GOOD[0],
        ["1", "修路", "区住建局", "各镇", "8月底前"],
        ["3", "修桥", "区住建局", "各镇", "适时"],
    ]
    file = workbook(tmp_path / "a.xlsx", lines)
    here, there = imported(file), read(file)
    assert (there.text, there.problems) == (here.text, here.problems)
    assert rows(there) == rows(here)
    assert there.draft.doubts
    assert all(one.item is None or one.item in there.draft.items for one in there.draft.doubts)


def test_how_far_the_reading_is_comes_from_the_child(tmp_path: Path) -> None:
    """So that the bar goes on."""
    told: list[tuple[int, int]] = []
    lines = [
        GOOD[0],
        *([str(n), f"修第{n}条路", "区住建局", "各镇", "8月底前"] for n in range(1, 300)),
    ]
    file = workbook(tmp_path / "a.xlsx", [["滨河区2024年清单"], *lines])
    import_documents([str(file)], Stated(), lambda done, of: told.append((done, of)))
    assert told[0] == (100, 301)
    assert told[-1] == (1, 1)


def test_a_refusal_speaks_the_language_of_who_asked(tmp_path: Path) -> None:
    """It is said by the child, or of it."""
    none, endless = text(tmp_path / "a.txt", "话说天下大势"), tmp_path / "b.pdf"
    endless.write_bytes(nested_forms())
    with speaking("zh_CN"):
        with pytest.raises(FileError, match="中没有清单"):
            read(none)
        with pytest.raises(FileError, match=r"在 0\.5 秒内"):
            read(endless, seconds=0.5)


@pytest.mark.parametrize("opening", ["<!--", "<a", '<a x="', "<!", "</", "<?", "&lt", "<![CDATA["])
def test_a_web_page_that_opens_and_never_closes_is_read(opening: str, tmp_path: Path) -> None:
    """In step with its length, for there is no time left to be refused for."""
    with pytest.raises(FileError, match="No list was found"):
        read(text(tmp_path / "a.html", "<html>" + opening * 30_000))


@pytest.mark.parametrize(
    "warned",
    [
        ("xl/workbook.xml", "<definedNames/>", '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">OFFSET(清单!$A$1,0,0,5,5)</definedName></definedNames>'),
        ("xl/worksheets/sheet1.xml", "</sheetData>", '</sheetData><headerFooter><oddHeader>&amp;Q&amp;Z</oddHeader></headerFooter><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst>'),
    ],
    ids=["print area", "extension"],
)  # fmt: skip
def test_what_openpyxl_warns_of_reaches_no_screen(
    warned: tuple[str, str, str], process: Sulist, tmp_path: Path
) -> None:
    """Nothing of the list is lost, so nothing is said; in the caller's process too."""
    from documents_made import imported

    part, before, after = warned
    plain = workbook(tmp_path / "w.xlsx", [["滨河区2024年清单"], *GOOD])
    import zipfile

    with zipfile.ZipFile(plain) as package:
        xml = package.read(part).decode().replace(before, after)
    file = repacked(plain, tmp_path / "a.xlsx", {part: xml.encode()})
    from io import BytesIO

    from openpyxl import load_workbook

    with pytest.warns(UserWarning, match="Print area|extension|header or footer"):
        load_workbook(BytesIO(file.read_bytes()))
    done = process("import", "a.xlsx", "--output", "a.yaml", PYTHONWARNINGS="always")
    assert (done.returncode, done.stderr) == (0, b"")
    assert rows(imported(file)) == [("1-1", *GOOD[1][1:])]


def test_what_pdfminer_logs_reaches_no_screen(process: Sulist, tmp_path: Path) -> None:
    """A colour that is none."""
    (tmp_path / "a.pdf").write_bytes(
        pdf(letters(1, 1, 9, "x") + b"/P cs /P sc (x) scn 1 2 3 4 5 sc BT (x) Tj ET")
    )
    said = process.refused("import", "a.pdf", code=3)
    assert said.startswith("Error: No list was found in a.pdf")
    assert said.count("\n") == 1


def children(pid: int) -> list[int]:
    """The processes that a process has started and that have not ended."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat", encoding="utf-8", errors="replace") as stat:
                state, above, *_more = stat.read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(above) == pid and state != "Z":
            found.append(int(name))
    return found


def waited(for_what: Callable[[], bool]) -> bool:
    """Whether something comes true before a test is given up."""
    until = time.monotonic() + 10  # less than a child has before it ends itself
    while time.monotonic() < until:
        if for_what():
            return True
        time.sleep(0.05)
    return False


def lives(pid: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@needs_linux
@pytest.mark.parametrize(
    ("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, -15), (signal.SIGKILL, -9)]
)
def test_no_child_is_left_behind(how: signal.Signals, code: int, tmp_path: Path) -> None:
    """Ctrl-C is quiet and 130; however the parent ends, the child ends with it."""
    file = tmp_path / "a.pdf"
    file.write_bytes(nested_forms())
    process = subprocess.Popen(
        [sys.executable, "-m", "sulist", "import", str(file)],
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # as a terminal starts it
    )
    assert waited(lambda: bool(children(process.pid)))
    child = children(process.pid)[0]
    time.sleep(0.3)  # it has read what it was asked, and works
    process.send_signal(how)
    _out, said = process.communicate(timeout=30)
    assert (process.returncode, said.strip()) == (code, b"")
    assert waited(lambda: not lives(child))


def test_a_child_that_fails_is_said_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that ends without a word, and one that never starts, are no reason to wait."""
    good = good_docx(tmp_path)
    for program in ("raise SystemExit(1)", "import os; os.abort()", "print('no JSON')"):
        command = [sys.executable, "-I", "-c", program]
        monkeypatch.setattr(parent, "child_command", lambda command=command: command)
        with pytest.raises(FileError, match=r"good\.docx makes its reader fail.* save it again"):
            read(good)


def test_where_no_process_can_be_started_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the system's reason; nothing is read without bounds instead."""
    monkeypatch.setattr(parent, "child_command", lambda: [str(tmp_path / "no program")])
    with pytest.raises(FileError, match=r"good\.docx cannot be read, since no process .* again"):
        read(good_docx(tmp_path))


@needs_linux
def test_a_name_in_another_encoding_is_told_by_its_codes(tmp_path: Path) -> None:
    """In the list file too, which is UTF-8."""
    file = good_docx(tmp_path).rename(tmp_path / os.fsdecode(b"\xc7\xe5.docx"))
    made = read(file)
    assert "# Imported from \\xc7\\xe5.docx." in made.text
    assert rows(made) == [("1-1", *GOOD[1][1:])]


def test_an_answer_larger_than_any_list_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The parent's memory is bounded as the child's is."""
    monkeypatch.setattr(parent, "MOST_TOLD", 500)
    with pytest.raises(FileError, match="takes more than 500 MB"):
        read(word(tmp_path / "a.docx", "滨河区2024年清单", GOOD))
