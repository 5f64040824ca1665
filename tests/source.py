"""The source of sulist, for the tests that look at how it is written."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

from conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = ROOT / "src" / "sulist"
FILES = sorted(SOURCE.rglob("*.py"))


@cache
def nodes(file: Path) -> tuple[ast.AST, ...]:
    """Every node of a module, the module first."""
    return tuple(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
