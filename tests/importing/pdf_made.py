"""A PDF of one page, byte by byte, with letters and rules where a test wants them."""

from __future__ import annotations

# Chinese by a character map that every reader has; the letters' shapes are not in the file.
TYPE = (
    b"/Font<</F1<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts"
    b"[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo"
    b"<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>]>>>>"
)


def letters(x: float, y: float, size: float, text: str, colour: str = "0 0 0") -> bytes:
    """What shows ``text`` from this place on, each letter as wide as it is high; needs TYPE."""
    code = text.encode("utf-16-be").hex()
    return f"BT {colour} rg /F1 {size} Tf 1 0 0 1 {x} {y} Tm <{code}> Tj ET\n".encode()


def rules(lines: list[list[str]], columns: list[float], top: float, height: float) -> bytes:
    """What shows a table whose cells have rules around them; the last column's edge ends it."""
    shown = b""
    for row, cells in enumerate(lines):
        y = top - height * (row + 1)
        for at, cell in enumerate(cells):
            left, right = columns[at], columns[at + 1]
            shown += f"{left} {y} {right - left} {height} re S\n".encode()
            shown += letters(left + 3, y + 4, 10, cell)
    return shown


def pdf(content: bytes, more: bytes = b"") -> bytes:
    """A PDF of one page with one small picture named I, and ``more`` to draw with."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>%s>>>>"
        % more,
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\nendstream",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(body))
    )
