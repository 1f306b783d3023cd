"""Routes of our own beside Streamlit's: the pages' shell, geometry, code, the second address of the first page."""

from __future__ import annotations

import re
from pathlib import Path

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.addresses import under_base
from dashboard.choropleth.code import code_files, code_version
from dashboard.routing import PAGES, existing_pages
from dashboard.shell import answer, no_page
from finance_monitor.texts import LANGS

_GEOMETRY_NAME = re.compile(r"\d{12}-[a-z]+-[0-9a-f]{8}-([0-9a-f]{16})\.json")
# A changed file gets another name, so nothing under these addresses ever changes.
_FOR_EVER = "public, max-age=31536000, immutable"
_NOT_FOUND = 404
_NOT_MODIFIED = 304


class _Word(Convertor[str]):
    """A name as pages have; files of Streamlit's own have a dot, everything else of its has a folder."""

    regex = "[A-Za-z][A-Za-z_-]*"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("word", _Word())


def routes(folder: Path) -> list[BaseRoute]:
    """Return our routes; `folder` holds the drawn maps."""

    async def geometry(request: Request) -> Response:
        return _geometry(request, folder)

    return [
        Route(under_base("/geo/{name}"), geometry),
        Route(under_base("/code/{version}/{name}"), _code),
        # The default page lives at / only; its name must open it too.
        Route(under_base(f"/{PAGES[0]}"), _to_first_page),
        *(Route(under_base(f"/{name}"), _shell) for name in ("", *existing_pages()[1:])),
        Route(under_base("/{name:word}"), _no_page),
    ]


def _geometry(request: Request, folder: Path) -> Response:
    name = str(request.path_params["name"])
    match = _GEOMETRY_NAME.fullmatch(name)
    packed = folder / f"{name}.gz"
    if match is None or not packed.is_file():
        return Response(status_code=_NOT_FOUND)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return _lasting(request, packed.read_bytes(), "application/json", match[1], {"Content-Encoding": "gzip"})
    return _lasting(request, (folder / name).read_bytes(), "application/json", match[1], {})


async def _code(request: Request) -> Response:
    version, name = request.path_params["version"], request.path_params["name"]
    if version != code_version() or name not in code_files():
        return Response(status_code=_NOT_FOUND)
    content, kind = code_files()[name]
    return _lasting(request, content, kind, version, {})


def _lasting(request: Request, content: bytes, kind: str, tag: str, more: dict[str, str]) -> Response:
    headers = {
        "ETag": f'"{tag}"',
        "Cache-Control": _FOR_EVER,
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    if f'"{tag}"' in request.headers.get("if-none-match", ""):
        return Response(status_code=_NOT_MODIFIED, headers=headers)
    return Response(content, media_type=kind, headers=headers | more)


async def _shell(request: Request) -> Response:
    return answer(request)


async def _no_page(request: Request) -> Response:
    """Answer in place of Streamlit, which opens the first page with a dialogue in English over it."""
    return no_page()


async def _to_first_page(request: Request) -> Response:
    """Lead to the first page; without any parameter a reader would be led on to where his role lands."""
    return RedirectResponse(f"{under_base('/')}?{request.url.query or f'lang={LANGS[0]}'}")
