"""A folder that runs sulist without Python: ``python tools/freeze.py DIR``.

Made by PyInstaller (the extra ``sulist[freeze]``) for the system on which it is run: on Windows it makes
``sulist.exe``, with what it needs beside it. The folder is then tried with an empty environment: a list is asked, every kind of document
is made, and what can be read is read again.

The program is a folder and not one file: one file unpacks itself at each start, and virus scanners
distrust it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# What starts the program. The child in which documents are read is the program itself.
_START = """
import sys

if sys.argv[1:2] == ["{read}"]:
    del sys.argv[1]
    from sulist.sandbox.child import main

    main()
else:
    from sulist.__main__ import process

    process()
"""
# Modules are loaded by their names, which PyInstaller does not see; files beside modules likewise.
# Its own hooks at the start are left out: they load inspect and pkgutil, a third of a short answer,
# for what nothing here asks of them.
_SPEC = """
from PyInstaller.utils.hooks import collect_all, collect_data_files, collect_submodules

data, binaries, hidden = collect_all("sulist")
for name in ("docx", "pdfminer", "pdfplumber"):
    data += collect_data_files(name)
for name in ("rich._unicode_data", "chinese_calendar"):
    hidden += collect_submodules(name)
unused = ["multiprocessing", "pip", "pkg_resources", "pydoc", "setuptools", "tkinter", "unittest", "wheel"]
made = Analysis([{start!r}], datas=data, binaries=binaries, hiddenimports=hidden, excludes=unused)
made.scripts = [one for one in made.scripts if not one[0].startswith("pyi_rth_")]
program = EXE(PYZ(made.pure), made.scripts, [], exclude_binaries=True, name="sulist", console=True)
COLLECT(program, made.binaries, made.datas, name="sulist")
"""
_DOCUMENTS = {
    "list": "list.docx",
    "ledger": "ledger.xlsx",
    "report": "report.docx",
    "calendar": "list.ics",
    "page": "list.html",
}


def freeze(directory: Path) -> Path:
    """Makes the folder ``sulist`` in ``directory``, and gives its program.

    Raises:
        SystemExit: PyInstaller is not installed, or fails; or sulist is installed for development,
            where its lists are not in the package.
    """
    import sulist
    from sulist.sandbox.parent import READ_DOCUMENTS

    if not (Path(sulist.__file__).parent / "data").is_dir():
        raise SystemExit('Install sulist as it is used, not with -e: pip install ".[freeze]"')

    with tempfile.TemporaryDirectory() as work:
        start, spec = Path(work, "start.py"), Path(work, "sulist.spec")
        start.write_text(_START.format(read=READ_DOCUMENTS), encoding="utf-8")
        spec.write_text(_SPEC.format(start=str(start)), encoding="utf-8")
        command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
        command += ["--distpath", str(directory), "--workpath", f"{work}/build", str(spec)]
        if subprocess.run(command, check=False).returncode:
            raise SystemExit('PyInstaller failed. Is it installed? pip install ".[freeze]"')
    shutil.copy(ROOT / "LICENSE", directory / "sulist")
    return directory / "sulist" / ("sulist.exe" if os.name == "nt" else "sulist")


def tried(program: Path) -> None:
    """Lives a short year with the program, in a folder of its own and without any setting.

    Raises:
        SystemExit: a command fails, or does not say what it has to.
    """
    kept = ("SYSTEMROOT", "TEMP", "TMP")  # without which Windows starts nothing
    bare = {name: os.environ[name] for name in kept if name in os.environ}
    with tempfile.TemporaryDirectory() as folder:

        def ask(*words: str) -> str:
            done = subprocess.run(
                [str(program), *words],
                cwd=folder,
                env=bare | {"SULIST_LANG": "zh_CN", "SULIST_AS_OF": "2021-07-01"},
                check=False,
                capture_output=True,
            )
            if done.returncode:
                raise SystemExit(
                    f"sulist {' '.join(words)}: {done.stderr.decode(errors='replace')}"
                )
            return done.stdout.decode("utf-8", errors="replace")

        def see(word: str, said: str) -> None:
            if word not in said:
                raise SystemExit(f"{word} is missing: {said}")

        ask("init", ".", "--example")
        see("区经发局", ask("list"))
        Path(folder, "back").mkdir()
        for kind, name in _DOCUMENTS.items():
            ask("export", kind, "--output", name)
        ask("export", "letters", "--directory", "letters")
        ask("list", "--format", "csv", "--output", "list.csv")
        ask("list", "--format", "markdown", "--output", "list.md")
        for name in ("list.docx", "list.csv", "list.md"):
            year = ("--year", "2021") if name != "list.docx" else ()
            ask("import", name, *year, "--output", f"back/{name}.yaml")
            see("2-11", ask("list", "--file", f"back/{name}.yaml"))
        ask("dispatch", "--directory", "forms")
        forms = sorted(str(file) for file in Path(folder, "forms").iterdir())
        ask("collect", *forms, "--yes")
        ask("check", "--strict")


def main() -> None:
    """Makes the folder, tries it and says how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("directory", type=Path, metavar="DIR")
    program = freeze(parser.parse_args().directory.resolve())
    tried(program)
    size = sum(file.stat().st_size for file in program.parent.rglob("*") if file.is_file())
    print(f"{program}: tried, {size / 2**20:.0f} MiB with what is beside it")


if __name__ == "__main__":
    main()
