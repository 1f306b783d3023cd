"""Who is looking: every read takes a viewer."""

from finance_monitor.access.viewer import ROLES, Role, Viewer, parse_viewer, system_viewer

__all__ = ["ROLES", "Role", "Viewer", "parse_viewer", "system_viewer"]
