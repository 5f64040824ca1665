"""A sheet whose rows have a height, and still grow with what is typed into them."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet


class GrowingSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter publishes no types
    """XlsxWriter says of every height that a person set it, and such a row stays as high as it is.

    Without a height LibreOffice shows one line of each row; so the height is told, and that alone.
    """

    def _xml_start_tag(self, tag: str, attributes: Any = ()) -> None:
        super()._xml_start_tag(tag, _without_custom(tag, attributes))

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        super()._xml_start_tag_unencoded(tag, _without_custom(tag, attributes))


def _without_custom(tag: str, attributes: Any) -> list[tuple[str, Any]]:
    return [one for one in attributes if tag != "row" or one[0] != "customHeight"]
