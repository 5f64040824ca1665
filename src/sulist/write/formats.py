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
    "csv": Format("sulist.write.csv", "records"),
    "markdown": Format("sulist.write.markdown", "page"),
}
OF_PROBLEMS = {"github": Format("sulist.write.github", "data")}
FOR_PROGRAMS = ("json", "csv", "github")  # which read UTF-8 only
