"""The HTML shell of all pages: Streamlit's own, in our language, with a sentence where a browser is too old.

Streamlit 1.67 runs in Chromium 94 and later: its script has static blocks in classes, which an older browser cannot
even read. What lies between 94 and today is patched by a few lines in `shell.js`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from streamlit import file_util

from dashboard.choropleth.code import code_files, code_version
from dashboard.shell_words import HTML_LANGS, words_json
from finance_monitor.texts import LANGS, say

_SCRIPT = Path(__file__).with_name("shell.js")
_NOT_MODIFIED = 304
_NOT_FOUND = 404


@dataclass(frozen=True, slots=True)
class Shell:
    """The page as it is sent, once plain and once packed."""

    content: bytes
    packed: bytes
    tag: str


@cache
def shell() -> Shell:
    """Rewrite Streamlit's page, once a process."""
    told = rewritten((Path(file_util.get_static_dir()) / "index.html").read_text(encoding="utf-8"))
    content = told.encode("utf-8")
    return Shell(content, gzip.compress(content, mtime=0), f'"{hashlib.sha256(content).hexdigest()[:16]}"')


def rewritten(page: str) -> str:
    """Put our language, title, checks and words into Streamlit's page; what is not found there stays as it is."""
    page = page.replace('<html lang="en">', f'<html lang="{HTML_LANGS[LANGS[0]]}">', 1)
    page = page.replace("<title>Streamlit</title>", f"<title>{escape(say('page.product', LANGS[0]))}</title>", 1)
    noscript = f"<noscript>{_both('shell.no_script')}</noscript>"
    page = re.sub(r"<noscript>.*?</noscript>", lambda _: noscript, page, count=1, flags=re.DOTALL)
    return page.replace("<head>", f"<head>{_own()}", 1)


def answer(request: Request) -> Response:
    """Answer with the shell; a browser that has it already is told so."""
    found = shell()
    headers = {"ETag": found.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if found.tag in request.headers.get("if-none-match", ""):
        return Response(status_code=_NOT_MODIFIED, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.packed, media_type="text/html", headers=headers | {"Content-Encoding": "gzip"})
    return Response(found.content, media_type="text/html", headers=headers)


def no_page() -> Response:
    """Answer an address of no page, with a way to the first one."""
    told = f"<!DOCTYPE html><html lang='{HTML_LANGS[LANGS[0]]}'><meta charset='utf-8'>"
    told += f"<title>{escape(say('page.product', LANGS[0]))}</title>{_both('shell.no_page')}"
    told += "".join(f'<p><a href="./?lang={lang}">{escape(say("page.overview", lang))}</a></p>' for lang in LANGS)
    return Response(told, status_code=_NOT_FOUND, media_type="text/html")


def _own() -> str:
    """Return what stands first in the head. Addresses are relative, as Streamlit's own are, whatever the base path."""
    told = {"old": [say("shell.old_browser", lang) for lang in LANGS], "langs": dict(HTML_LANGS)}
    packed = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    code = f"./code/{code_version()}/"
    sheets = [name for name in code_files() if name.endswith(".css") and name != "choropleth.css"]
    return "".join(
        (
            f"<meta charset='utf-8'><script>var shell={packed};{_SCRIPT.read_text(encoding='utf-8')}</script>",
            *(f'<link rel="preload" as="style" href="{code}{name}">' for name in sheets),
            f'<script type="application/json" id="shell-words">{words_json()}</script>',
            f'<script type="module" src="{code}words.js"></script>',
        )
    )


def _both(key: str) -> str:
    return "".join(f'<p lang="{HTML_LANGS[lang]}">{escape(say(key, lang))}</p>' for lang in LANGS)
