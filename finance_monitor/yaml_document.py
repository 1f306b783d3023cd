"""A parsed YAML file that knows on which line each field stands."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from finance_monitor.errors import UserError, in_file

Loc = tuple[int | str, ...]


class _Loader(yaml.SafeLoader):
    """Takes an impossible day (2023-04-31) as text, so that it is refused as a field with its line."""

    def construct_yaml_timestamp(self, node: yaml.ScalarNode) -> Any:
        try:
            return super().construct_yaml_timestamp(node)
        except ValueError:
            return node.value


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_yaml_timestamp)


def _parse(path: Path, text: str) -> tuple[yaml.Node | None, Any]:
    """Return the tree of nodes, which know their lines, and the data made from it."""
    try:
        loader = _Loader(text)
        root = loader.get_single_node()
        return root, loader.construct_document(root) if root else None
    except yaml.reader.ReaderError as fault:
        line = text.count("\n", 0, fault.position) + 1
        raise UserError("yaml.broken", in_file(path, line), problem=fault.reason) from fault
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise UserError("yaml.broken", in_file(path, line), problem=fault.problem) from fault
    # A number of thousands of digits; thousands of brackets in each other.
    except (ValueError, RecursionError) as fault:
        raise UserError("yaml.broken", in_file(path), problem=fault) from fault


@dataclass(frozen=True)
class Document:
    """A parsed YAML file: `data` as plain Python, and where each field stands."""

    path: Path
    data: Any
    root: yaml.MappingNode

    @classmethod
    def read(cls, path: Path) -> Document:
        """Parse the file; raise UserError where it is missing, not UTF-8, empty or not YAML."""
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (FileNotFoundError, IsADirectoryError) as fault:
            raise UserError("yaml.no_file", in_file(path)) from fault
        except UnicodeDecodeError as fault:
            raise UserError("yaml.not_utf8", in_file(path)) from fault
        root, data = _parse(path, text)
        if not isinstance(root, yaml.MappingNode):
            raise UserError("yaml.not_fields", in_file(path, 1))
        return cls(path, data, root)

    def fault(self, key: str, *loc: int | str, **values: object) -> UserError:
        """Make the error `key` at the field `loc`, e.g. ("targets", 2, "kind"); adds the value `field`."""
        return UserError(key, in_file(self.path, self.line(*loc)), field=self.field(*loc), **values)

    def line(self, *loc: int | str) -> int:
        """Return the line (from 1) of a field, or of its nearest parent that is there."""
        steps = self._walk(loc)
        return (steps[-1][1] if steps else self.root.start_mark.line) + 1

    def found(self, loc: Loc) -> Loc:
        """Return the part of `loc` that stands in the file."""
        return tuple(part for part, _, _ in self._walk(loc))

    def field(self, *loc: int | str) -> str:
        """Name a field as a person would look for it: ``targets[T-HLJ-05].kind``; list items by id or from 1."""
        name = ""
        for part, _, node in self._walk(loc):
            if isinstance(part, int):
                name += f"[{_id_of(node) or part + 1}]"
            else:
                name += f".{part}" if name else str(part)
        return name

    def repeated_keys(self) -> list[UserError]:
        """List the keys written twice in one mapping: YAML would silently keep the last."""
        open_nodes: list[yaml.Node] = [self.root]
        faults, done = [], set()
        while open_nodes:
            node = open_nodes.pop()
            if id(node) in done:  # an alias leads back to a node that was read
                continue
            done.add(id(node))
            if isinstance(node, yaml.SequenceNode):
                open_nodes += node.value
            elif isinstance(node, yaml.MappingNode):
                seen: set[str] = set()
                for key, value in node.value:
                    if key.value in seen:
                        place = in_file(self.path, key.start_mark.line + 1)
                        faults.append(UserError("yaml.repeated_key", place, name=key.value))
                    seen.add(str(key.value))
                    open_nodes.append(value)
        return faults

    def without(self, items: Container[tuple[str, int]]) -> Document:
        """Return the file without some items of its top lists, named (field, place); the others keep their lines."""
        data = dict(self.data)
        fields = []
        for key, node in self.root.value:
            name, kept = key.value, node
            if isinstance(node, yaml.SequenceNode):
                places = [at for at in range(len(node.value)) if (name, at) not in items]
                kept = yaml.SequenceNode(node.tag, [node.value[at] for at in places], node.start_mark, node.end_mark)
                data[name] = [data[name][at] for at in places]
            fields.append((key, kept))
        root = yaml.MappingNode(self.root.tag, fields, self.root.start_mark, self.root.end_mark)
        return Document(self.path, data, root)

    def _walk(self, loc: Loc) -> list[tuple[int | str, int, yaml.Node]]:
        """Follow `loc` as far as the file has it: (part, line from 0, node) for every step."""
        steps: list[tuple[int | str, int, yaml.Node]] = []
        node: yaml.Node = self.root
        for part in loc:
            step = _step(node, part)
            if step is None:
                break
            steps.append((part, *step))
            node = step[1]
        return steps


def _step(node: yaml.Node, part: int | str) -> tuple[int, yaml.Node] | None:
    """Go one step down; None where there is nothing of that name."""
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        item = node.value[part]
        return item.start_mark.line, item
    if isinstance(node, yaml.MappingNode):
        wanted = part.isoformat() if isinstance(part, date) else str(part)
        for key, value in node.value:
            if key.value == wanted:
                return key.start_mark.line, value
    return None


def _id_of(node: yaml.Node) -> str | None:
    """Return the id (or name) of a list item, if it has one."""
    for wanted in ("id", "name"):
        step = _step(node, wanted)
        if step and isinstance(step[1], yaml.ScalarNode):
            return str(step[1].value)
    return None
