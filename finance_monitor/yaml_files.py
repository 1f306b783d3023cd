"""Read a YAML file into a model; every fault says file, line, field and remedy."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from finance_monitor.errors import UserError
from finance_monitor.yaml_document import Document, Loc

__all__ = ["Document", "Loc", "check_yaml", "read_yaml"]

ModelT = TypeVar("ModelT", bound=BaseModel)

# The kind of fault by the start of pydantic's error type; anything else is "yaml.wrong_value".
_FAULTS = {
    "extra_forbidden": "yaml.unknown_key",
    "missing": "yaml.missing_key",
    "string_pattern": "yaml.wrong_pattern",
    "string_too_short": "yaml.empty_text",
    "string": "yaml.not_a_text",
    "literal": "yaml.not_a_choice",
    "decimal": "yaml.not_a_number",
    "float": "yaml.not_a_number",
    "int": "yaml.not_a_whole_number",
    "bool": "yaml.not_yes_or_no",
    "date": "yaml.not_a_date",
    "tuple": "yaml.not_a_list",
    "list": "yaml.not_a_list",
    "dict": "yaml.not_a_mapping",
    "model": "yaml.not_a_mapping",
}


def read_yaml(path: Path, model: type[ModelT]) -> ModelT:
    """Read `path` as a `model`; raise the first fault as UserError with file, line and field."""
    made, _, faults = check_yaml(path, model)
    if faults or made is None:
        raise faults[0]
    return made


def check_yaml(path: Path, model: type[ModelT]) -> tuple[ModelT | None, Document | None, list[UserError]]:
    """Read `path` as a `model` and collect every fault in the order of lines."""
    try:
        document = Document.read(path)
    except UserError as fault:
        return None, None, [fault]
    faults = document.repeated_keys()
    made = None
    try:
        made = model.model_validate(document.data)
    except ValidationError as invalid:
        faults += _faults(document, invalid)
    return made, document, sorted(faults, key=lambda fault: fault.place.row or 0)


def _faults(document: Document, invalid: ValidationError) -> list[UserError]:
    """Say pydantic's errors in our words, one a field: a union complains once for each of its members."""
    faults: dict[Loc, UserError] = {}
    for error in invalid.errors():
        kind = next((key for start, key in _FAULTS.items() if error["type"].startswith(start)), "yaml.wrong_value")
        loc = document.found(error["loc"])
        values: dict[str, object] = {}
        if kind == "yaml.missing_key":
            loc = (*loc, str(error["loc"][-1]))
            values["name"] = f"{document.field(*loc)}.{loc[-1]}".removeprefix(".")
        else:
            context = error.get("ctx", {})
            choices = context.get("expected", "").replace("'", "").replace(" or ", ", ")
            values = {"value": shown(error["input"]), "allowed": choices or context.get("pattern") or error["msg"]}
        faults.setdefault(loc, document.fault(kind, *loc, **values))
    return list(faults.values())


def shown(value: object) -> str:
    """Show a faulty content in a sentence: its beginning says enough."""
    text = str(value)
    return text if len(text) <= 40 else f"{text[:40]}…"
