"""The component's own code as files under an address that holds their hash."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "assets"
_TYPES = {".js": "text/javascript", ".css": "text/css"}
# The few lines that Streamlit sends with the component; they fetch the rest.
LOADER = (_FOLDER / "loader.js").read_text(encoding="utf-8")


@cache
def code_files() -> dict[str, tuple[bytes, str]]:
    """Read the files a browser may fetch: name -> content and media type."""
    return {
        path.name: (path.read_bytes(), _TYPES[path.suffix])
        for path in sorted(_FOLDER.iterdir())
        if path.suffix in _TYPES and path.name != "loader.js"
    }


@cache
def code_version() -> str:
    """Hash all files together: the scripts import one another by relative name."""
    whole = hashlib.sha256()
    for name, (content, _) in code_files().items():
        whole.update(name.encode() + content)
    return whole.hexdigest()[:16]


def code_address() -> str:
    """Return the folder's address, with a slash at its end."""
    return f"/code/{code_version()}/"
