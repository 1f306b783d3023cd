"""A picture of points over regions as pydeck tells it: nothing in it asks another host for anything."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pydeck

Colour = tuple[int, int, int]
Box = tuple[float, float, float, float]

# Names stand on paper of their own: that reads on the light and on the dark ground.
_NAMES: list[int] = [40, 50, 64]
_LABEL: list[int] = [255, 255, 255, 190]
_EDGE: list[int] = [130, 145, 165, 200]
_PAPER: list[int] = [255, 255, 255]
_FONT = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"
_TILE = 512
_TIGHT = 0.92
_MOST_ZOOM = 12.0
_RADIUS_PX, _LETTER_PX, _NAME_PX = 7, 9, 11


@dataclass(frozen=True, slots=True)
class Dot:
    """A point with its tooltip; `hollow`: it stands where its township has its seat."""

    longitude: float
    latitude: float
    told: str
    hollow: bool


@dataclass(frozen=True, slots=True)
class Sort:
    """Points that look alike: colour and letter."""

    name: str
    colour: Colour
    letter: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """A region under the points: shape as GeoJSON tells it, fill with opacity, name and where that stands."""

    shape: dict[str, Any]
    fill: tuple[int, int, int, int]
    name: str
    spot: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Told:
    """What `st.pydeck_chart` asks of a deck: the text is made once and kept."""

    json: str
    # pydeck's own name for it; without it Streamlit shows no tooltip.
    _tooltip: dict[str, Any]

    def to_json(self) -> str:
        """Return the picture as the browser reads it."""
        return self.json


def deck(ground: Sequence[Ground], sorts: Sequence[Sort], box: Box, size_px: tuple[int, int]) -> Told:
    """Tell a picture that shows `box` (west, south, east, north) whole in a frame of this size."""
    layers = [_ground(ground), _names(ground)] if ground else []
    # The first sort is drawn last and lies on top, each with its own letters: those of others shine through nothing.
    layers += [layer for sort in reversed(sorts) if sort.dots for layer in (_dots(sort), _letters(sort))]
    view = pydeck.View(type="MapView", controller={"dragRotate": False, "touchRotate": False})
    # `map_style` stays unsaid: as None, or without any, Streamlit would ask another host for tiles.
    made = pydeck.Deck(
        layers=layers, views=[view], initial_view_state=_state(box, size_px), map_provider=None, tooltip=False
    )
    told = json.loads(made.to_json())
    style = {"whiteSpace": "pre-line", "fontSize": "13px", "maxWidth": "280px"}
    return Told(json.dumps(told, ensure_ascii=False, separators=(",", ":")), {"text": "{t}", "style": style})


def _ground(ground: Sequence[Ground]) -> pydeck.Layer:
    features = [
        {"type": "Feature", "geometry": _rounded(one.shape), "properties": {"f": list(one.fill)}} for one in ground
    ]
    # Never pickable: looking for what lies under the pointer costs more than a click may take.
    return pydeck.Layer(
        "GeoJsonLayer",
        data={"type": "FeatureCollection", "features": features},
        id="ground",
        pickable=False,
        stroked=True,
        filled=True,
        get_fill_color="properties.f",
        get_line_color=_EDGE,
        line_width_min_pixels=0.8,
    )


def _names(ground: Sequence[Ground]) -> pydeck.Layer:
    told = [{"p": [round(one.spot[0], 4), round(one.spot[1], 4)], "n": one.name} for one in ground if one.name]
    layer = _text("names", told, "n", _NAMES, _NAME_PX)
    layer.background = True
    layer.get_background_color = _LABEL
    layer.background_padding = [3, 1]
    return layer


def _dots(sort: Sort) -> pydeck.Layer:
    told = [{"p": _place(dot), "t": dot.told, "h": int(dot.hollow)} for dot in sort.dots]
    red, green, blue = sort.colour
    return pydeck.Layer(
        "ScatterplotLayer",
        data=told,
        id=f"dots_{sort.name}",
        pickable=True,
        stroked=True,
        get_position="p",
        radius_units=pydeck.types.String("pixels"),
        get_radius=_RADIUS_PX,
        line_width_units=pydeck.types.String("pixels"),
        get_line_width=1.5,
        get_fill_color=f"h ? [255, 255, 255, 235] : [{red}, {green}, {blue}, 235]",
        get_line_color=f"h ? [{red}, {green}, {blue}, 255] : [255, 255, 255, 230]",
    )


def _letters(sort: Sort) -> pydeck.Layer:
    told = [{"p": _place(dot), "l": sort.letter, "c": list(sort.colour) if dot.hollow else _PAPER} for dot in sort.dots]
    return _text(f"letters_{sort.name}", told, "l", "c", _LETTER_PX)


def _text(name: str, told: list[dict[str, Any]], field: str, colour: object, size: int) -> pydeck.Layer:
    # Plain texts would be read as expressions, hence `String`.
    return pydeck.Layer(
        "TextLayer",
        data=told,
        id=name,
        pickable=False,
        get_position="p",
        get_text=field,
        get_color=colour,
        get_size=size,
        character_set=pydeck.types.String("auto"),
        font_family=pydeck.types.String(_FONT),
        font_weight=600,
    )


def _place(dot: Dot) -> list[float]:
    return [round(dot.longitude, 5), round(dot.latitude, 5)]


def _rounded(shape: dict[str, Any]) -> dict[str, Any]:
    def at(part: Any) -> Any:
        if part and isinstance(part[0], int | float):
            return [round(part[0], 4), round(part[1], 4)]
        return [at(inner) for inner in part]

    return {"type": shape["type"], "coordinates": at(shape["coordinates"])}


def _state(box: Box, size_px: tuple[int, int]) -> pydeck.ViewState:
    """Look at the whole box."""
    west, south, east, north = box
    wide = max((east - west) / 360, 1e-6)
    high = max(_mercator(north) - _mercator(south), 1e-6)
    zoom = math.log2(min(size_px[0] / wide, size_px[1] / high) * _TIGHT / _TILE)
    middle = _latitude((_mercator(north) + _mercator(south)) / 2)
    state = pydeck.ViewState(longitude=round((west + east) / 2, 4), latitude=round(middle, 4))
    state.zoom = round(min(zoom, _MOST_ZOOM), 2)
    return state


def _mercator(latitude: float) -> float:
    """Return how far north a latitude lies on the plane, the whole world being 1 high."""
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)) / (2 * math.pi)


def _latitude(mercator: float) -> float:
    return math.degrees(2 * math.atan(math.exp(mercator * 2 * math.pi)) - math.pi / 2)
