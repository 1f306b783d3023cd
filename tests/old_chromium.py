"""What in our scripts and sheets an old Chromium would not understand: syntax by a parser, names by a table."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

# Office computers: 360, 奇安信 and 统信 browsers of these years are built on it.
OLDEST = 87
_TABLE = Path(__file__).with_name("chromium_features.csv")
_PARSER = Parser(Language(tree_sitter_javascript.language()))
_FUNCTIONS = {
    "function_declaration",
    "function_expression",
    "arrow_function",
    "method_definition",
    "generator_function",
    "generator_function_declaration",
}
# Kinds of node that came later, and the version that brought them.
_LATER_SYNTAX = {"class_static_block": 94, "decorator": 999, "import_attribute": 123, "using_declaration": 134}
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TEXT = re.compile(r'"[^"]*"|url\([^)]*\)')


@cache
def features(kind: str) -> dict[str, int]:
    """Return name -> first Chromium version of one kind."""
    rows = (line for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row["name"]: int(row["chromium"]) for row in csv.DictReader(rows) if row["kind"] == kind}


def script_faults(source: str) -> list[str]:
    """Say what an old Chromium would not read or not have, with the line."""
    tree = _PARSER.parse(source.encode())
    return [f"{node.start_point[0] + 1}: {said}" for node in _walk(tree.root_node) for said in _said(node)]


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _said(node: Node) -> Iterator[str]:
    if node.type == "ERROR" or node.is_missing:
        yield "cannot be parsed"
    if _LATER_SYNTAX.get(node.type, 0) > OLDEST:
        yield f"{node.type} needs Chromium {_LATER_SYNTAX[node.type]}"
    if node.type in ("await_expression", "for_in_statement") and _is_top_level_await(node):
        yield "await outside a function needs Chromium 89"
    if node.type == "regex_flags" and set(_text(node)) & set("dv"):
        yield "flags d and v of a regular expression need Chromium 90 and 112"
    if node.type == "binary_expression" and _text(node.children[1]) == "in" and _text(node.children[0]).startswith("#"):
        yield "#name in object needs Chromium 91"
    yield from _names(node)


def _names(node: Node) -> Iterator[str]:
    name = _text(node) if node.type in ("identifier", "property_identifier") else ""
    later = features("js_name").get(name)
    if later:
        yield f"{name} needs Chromium {later}"
    if node.type != "call_expression":
        return
    called = node.child_by_field_name("function")
    member = (
        called.child_by_field_name("property") if called is not None and called.type == "member_expression" else None
    )
    later = features("js_call").get(_text(member)) if member is not None else None
    if member is not None and later:
        yield f".{_text(member)}() needs Chromium {later}"


def _is_top_level_await(node: Node) -> bool:
    if node.type == "for_in_statement" and not any(child.type == "await" for child in node.children):
        return False
    above = node.parent
    while above is not None:
        if above.type in _FUNCTIONS:
            return False
        above = above.parent
    return True


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def sheet_faults(source: str) -> list[str]:
    """Say which selectors, properties, values and rules of a sheet an old Chromium would drop."""
    plain = _TEXT.sub("", _COMMENT.sub("", source))
    faults = [f"{name} needs Chromium {later}" for name, later in features("css_at").items() if name in plain]
    for query in re.findall(r"@media([^{]*)\{", plain):
        faults += [
            f"@media {name} needs Chromium {later}" for name, later in features("css_media").items() if name in query
        ]
    for selector, body in _RULE.findall(plain):
        faults += _rule_faults(selector, body)
    if re.search(r"\{[^{}]*;[^{};]*\{", re.sub(r"@media[^{]*\{", "", plain)):
        faults.append("rules within rules need Chromium 112")
    return faults


def _rule_faults(selector: str, body: str) -> Iterator[str]:
    for name, later in features("css_selector").items():
        if name in selector:
            yield f"{name} needs Chromium {later}"
    for declared in filter(None, (one.strip() for one in body.split(";"))):
        name, _, value = declared.partition(":")
        if name.strip() in features("css_property"):
            yield f"{name.strip()} needs Chromium {features('css_property')[name.strip()]}"
        for word, later in features("css_value").items():
            if re.search(rf"(?<![\w-])[\d.]*{re.escape(word)}", value):
                yield f"{word} needs Chromium {later}"
