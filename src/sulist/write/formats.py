"""The forms an answer can take: one explicit table, one module a form."""

from sulist.base.tuples import NamedTuple


class Format(NamedTuple):
    """A form: its ``module`` renders what a report's writer made for this ``face`` of it.

    The module offers ``render(made, stream, width)``.
    """

    module: str
    face: str


FORMATS = {
    "table": Format("sulist.write.screen.terminal", "page"),
    "json": Format("sulist.write.json.text", "data"),
    "ndjson": Format("sulist.write.json.lines", "entries"),
    "tsv": Format("sulist.write.tsv", "entries"),
    "csv": Format("sulist.write.csv", "records"),
    "markdown": Format("sulist.write.markdown", "page"),
}
OF_PROBLEMS = {"github": Format("sulist.write.github", "data")}
FOR_PROGRAMS = ("json", "ndjson", "tsv", "csv", "github")  # which read UTF-8 only
OF_ROWS = ("tsv", "csv")  # one table, with no place for what is said of all of it
OF_DEEDS = ("table", "json", "ndjson")  # in which a command that writes something tells what it did
