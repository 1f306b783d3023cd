"""Maps: shapes drawn once, figures put into their order, classes with a legend."""

from finance_monitor.maps.change import differences, places
from finance_monitor.maps.classes import Method, class_breaks
from finance_monitor.maps.drawing import Geometry
from finance_monitor.maps.geometry import geometry
from finance_monitor.maps.legend import Entry, Mode
from finance_monitor.maps.months import frames, months_of, small_lines
from finance_monitor.maps.payload import payload
from finance_monitor.maps.shapes import build_shapes
from finance_monitor.maps.view import MapView, map_view, tooltip_text

__all__ = [
    "Entry",
    "Geometry",
    "MapView",
    "Method",
    "Mode",
    "build_shapes",
    "class_breaks",
    "differences",
    "frames",
    "geometry",
    "map_view",
    "months_of",
    "payload",
    "places",
    "small_lines",
    "tooltip_text",
]
