"""Look at a file before a reader does: a spreadsheet that would unpack without end, a text of another encoding."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from finance_monitor.errors import UserError, in_file

MAX_BYTES = 200 * 2**20
MAX_UNPACKED = 200 * 2**20
MAX_RATIO = 100
RATIO_FROM = 2**20
MAX_MEMBERS = 200
# The reader keeps a dense grid from A1 to the last cell; one stray cell at XFD1048576 would ask for 17 billion.
MAX_CELLS = 24_000_000
_CHUNK = 2**20
_OVERLAP = 64
_FAR_CELL = re.compile(rb"""r\s*=\s*["'](?:([A-Z]{2,})\d+|[A-Z]*(\d{6,}))["']""")
_NEAR_ROWS = 99_999
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ENCODINGS = ("utf-8", "gb18030")


def refuse_unreadable(path: Path) -> None:
    """Raise UserError for a file that is missing, empty or too large."""
    if not path.is_file():
        raise UserError("intake.no_file", in_file(path))
    size = path.stat().st_size
    if size == 0:
        raise UserError("intake.empty_file", in_file(path))
    if size > MAX_BYTES:
        raise UserError("intake.too_large", in_file(path), megabytes=MAX_BYTES // 2**20)


def refuse_hostile_workbook(path: Path) -> None:
    """Raise UserError for an .xlsx that is none, holds macros, or would need far more memory than its size."""
    if not zipfile.is_zipfile(path):
        raise UserError("intake.not_a_workbook", in_file(path))
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _refuse_members(path, members)
            for member in members:
                _read_through(path, archive, member)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as fault:
        raise UserError("intake.damaged_workbook", in_file(path)) from fault


def _refuse_members(path: Path, members: list[zipfile.ZipInfo]) -> None:
    """Judge an archive by its table of contents."""
    if any(member.filename.lower().endswith("vbaproject.bin") for member in members):
        raise UserError("intake.macros", in_file(path))
    swollen = any(
        member.file_size > RATIO_FROM and member.file_size > MAX_RATIO * max(member.compress_size, 1)
        for member in members
    )
    if swollen or len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED:
        raise UserError("intake.bomb", in_file(path))


def _read_through(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Unpack a member once: a lying size fails the archive's own sum, and a sheet's farthest cell bounds its grid."""
    rows, columns, tail = _NEAR_ROWS, 26, b""
    is_sheet = "worksheets/" in member.filename.lower()
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            if not is_sheet:
                continue
            for name, row in _FAR_CELL.findall(tail + chunk):
                rows = max(rows, int(row or 0))
                columns = max(columns, _column_number(name))
                if rows * columns > MAX_CELLS:
                    raise UserError("intake.far_cells", in_file(path))
            tail = chunk[-_OVERLAP:]


def _column_number(name: bytes) -> int:
    """Turn AA into 27; more than three letters are beyond any sheet."""
    number = 0
    for letter in name[:4]:
        number = number * 26 + letter - 64
    return number


def decoded(path: Path) -> str:
    """Return the text of a file by its byte order mark, else as UTF-8, else as GB18030."""
    raw = path.read_bytes()
    marked = next((name for bom, name in _BOMS if raw.startswith(bom)), None)
    if raw.startswith(b"PK\x03\x04"):
        raise UserError("intake.workbook_named_csv", in_file(path))
    for encoding in (marked,) if marked else _ENCODINGS:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UserError("intake.encoding", in_file(path))
