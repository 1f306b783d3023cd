"""Load policy documents from `data/policies/`; every fault says file, line and remedy."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ValidationError

from finance_monitor.errors import UserError, in_file
from finance_monitor.policy import checks
from finance_monitor.policy.checks import Known
from finance_monitor.policy.conflicts import check_open_points
from finance_monitor.policy.model import Parameter, Policy, Target
from finance_monitor.regions import regions, scopes
from finance_monitor.settings import DATA
from finance_monitor.yaml_files import Document, check_yaml

__all__ = ["Known", "all_targets", "check_files", "check_policy", "known_here", "load_policy", "policies"]


def load_policy(path: Path, known: Known) -> Policy:
    """Load one document; raise its first fault as UserError with file, line and field."""
    policy, faults = check_policy(path, known)
    if faults or policy is None:
        raise faults[0]
    return policy


def check_policy(path: Path, known: Known) -> tuple[Policy | None, list[UserError]]:
    """Load one document and collect all its faults in the order of lines; the policy is None if its shape is wrong."""
    policy, document, faults = check_yaml(path, Policy)
    if document is None:
        return None, faults
    checked, seen = (policy, document) if policy else _sound_part(document)
    if checked is not None:
        faults += _check_sense(checked, seen, known)
    return policy, sorted(faults, key=lambda fault: fault.place.row or 0)


def check_files(paths: Iterable[Path], known: Known | None = None) -> list[UserError]:
    """Collect the faults of several files, target ids used in two of them included.

    No paths: all of data/policies, and the open points that name their targets.
    """
    known, paths = known or known_here(), list(paths)
    faults: list[UserError] = []
    owners: dict[str, Path] = {}
    for path in sorted(paths) or policy_files():
        policy, found = check_policy(path, known)
        faults += found
        if policy is not None:
            faults += _check_owners(policy, path, owners)
    return faults if paths else [*faults, *check_open_points(owners)]


@cache
def policies() -> dict[str, Policy]:
    """Return every document of `data/policies/` by id; raise the first fault as UserError."""
    known = known_here()
    loaded: dict[str, Policy] = {}
    owners: dict[str, Path] = {}
    for path in policy_files():
        policy = load_policy(path, known)
        for fault in _check_owners(policy, path, owners):
            raise fault
        loaded[policy.id] = policy
    return loaded


@cache
def all_targets() -> dict[str, tuple[Policy, Target]]:
    """Return every target by id, with the document it stands in."""
    return {target.id: (policy, target) for policy in policies().values() for target in policy.targets}


def policy_files() -> list[Path]:
    """List the documents of `data/policies/` in the order of their ids."""
    return sorted((DATA / "policies").glob("*.yaml"))


@cache
def known_here() -> Known:
    """Return the ids that stand in `data/`: an indicator's id is the name of its file."""
    return Known({path.stem for path in (DATA / "indicators").glob("*.yaml")}, scopes(), regions())


def _sound_part(document: Document) -> tuple[Policy | None, Document]:
    """Leave out the parameters and targets whose shape is wrong, so that the sense of the others is checked too."""
    shapes: tuple[tuple[str, type[BaseModel]], ...] = (("parameters", Parameter), ("targets", Target))
    wrong = set()
    for field, shape in shapes:
        items = document.data.get(field)
        for at, item in enumerate(items if isinstance(items, list) else ()):
            if not _fits(item, shape):
                wrong.add((field, at))
    sound = document.without(wrong)
    return (Policy.model_validate(sound.data) if _fits(sound.data, Policy) else None), sound


def _fits(item: object, shape: type[BaseModel]) -> bool:
    try:
        shape.model_validate(item)
    except ValidationError:
        return False
    return True


def _check_sense(policy: Policy, document: Document, known: Known) -> list[UserError]:
    return [
        *_check_id(policy, document),
        *checks.check_names(policy, document, known),
        *checks.check_unique(policy, document),
        *checks.check_windows(policy, document),
        *checks.check_goals(policy, document),
        *_check_text(policy, document),
    ]


def _check_id(policy: Policy, document: Document) -> list[UserError]:
    if policy.id == document.path.stem:
        return []
    return [document.fault("policy.not_the_file_name", "id", name=policy.id, stem=document.path.stem)]


def _check_text(policy: Policy, document: Document) -> list[UserError]:
    """Prove the quotes where the user laid the document's text beside the file (texts/<id>.txt)."""
    text = document.path.parent / "texts" / f"{document.path.stem}.txt"
    if not text.exists():
        return []
    try:
        return list(checks.check_quotes(policy, document, text.read_text(encoding="utf-8-sig")))
    except UnicodeDecodeError:
        return [UserError("yaml.not_utf8", in_file(text))]


def _check_owners(policy: Policy, path: Path, owners: dict[str, Path]) -> list[UserError]:
    """Say which targets an earlier file already has; remember the others."""
    taken = [target.id for target in policy.targets if target.id in owners]
    faults = [UserError("policy.in_two_files", in_file(path), name=name, other=owners[name].name) for name in taken]
    owners.update({target.id: path for target in policy.targets if target.id not in taken})
    return faults
