"""Slow answers in plain Python, written from the documents and not from the SQL: the SQL must equal them.

One module an area; every module of this package is read, so that a new one is a file and nothing else.
"""

from importlib import import_module
from pkgutil import iter_modules

from tests.reference_answers.registry import Answer, Home, Parts, Row, Rows, answer, stands, twin

__all__ = ["Answer", "Home", "Parts", "Row", "Rows", "answer", "stands", "twin"]

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
