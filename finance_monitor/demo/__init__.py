"""Invented ledgers, written and brought in as offices would."""

from finance_monitor.demo.make import make_demo

__all__ = ["make_demo"]
