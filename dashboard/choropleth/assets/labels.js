// Names and values on the map, the largest shapes first; a text that does not fit or would overlap is left out.
import { svg } from "./dom.js";
import { entryNumber, shownNumber } from "./texts.js";
import { lightness } from "./theme.js";

const WIDE = /[^\u0000-\u00ff]/;
const NARROW_SHARE = 0.58;
const LINE = 1.2;
const SIZES = { shapes: [12, 11], cells: [12, 11], tiles: [13, 12, 11, 10, 9, 8] };
const OVERHANG = { shapes: 1, cells: 1, tiles: 0.96 };
const MOST = 400;
const TILE_LINES = 3;
const SMALLEST_TILE = 16;

function widthOf(text, size) {
  let width = 0;
  for (const letter of text) width += WIDE.test(letter) ? size : size * NARROW_SHARE;
  return width;
}

function wrapped(name, size, room) {
  const across = Math.max(1, Math.floor(room / size));
  const rows = [];
  for (let at = 0; at < name.length; at += across) rows.push(name.slice(at, at + across));
  return rows.length <= TILE_LINES ? rows : null;
}

// Names alone where the light is what the map says, until asked otherwise.
export function showsValues(map) {
  return map.showsValues === undefined ? map.data.mode !== "light" : map.showsValues;
}

// From most to least: name and value, name, and for lights the symbol alone.
function choices(map, at, size, room) {
  const { data, geometry } = map;
  const entry = data.legend[entryNumber(data, at)];
  const symbol = entry.symbol;
  const value = data.v[at] === null || !showsValues(map) ? null : shownNumber(data, data.v[at]);
  const name = geometry.short ? geometry.short[at] : geometry.names[at];
  const names = geometry.kind === "tiles" ? wrapped(symbol + name, size, room) : [symbol + name];
  const offered = [];
  if (names && value !== null) offered.push([...names, value]);
  if (names) offered.push(names);
  if (symbol && geometry.kind !== "tiles") offered.push([symbol]);
  return offered;
}

// A square has its name at any size; where even the smallest letters do not do, the name is cut short.
function cutShort(map, at, room) {
  const size = SIZES.tiles[SIZES.tiles.length - 1];
  const { short, names } = map.geometry;
  const letters = Math.max(1, Math.floor(room / size) - 1);
  return { rows: [`${(short || names)[at].slice(0, letters)}…`], size, width: room, height: size * LINE };
}

function fitting(map, at, half) {
  const { kind } = map.geometry;
  const room = half * 2 * OVERHANG[kind];
  for (const size of SIZES[kind]) {
    for (const rows of choices(map, at, size, room)) {
      const width = Math.max(...rows.map((row) => widthOf(row, size)));
      const height = rows.length * size * LINE;
      if (width <= room && (kind !== "tiles" || height <= room)) return { rows, size, width, height };
    }
  }
  return kind === "tiles" && room >= SMALLEST_TILE ? cutShort(map, at, room) : null;
}

function overlaps(box, placed) {
  return placed.some((one) => box.x < one.x + one.w && one.x < box.x + box.w && box.y < one.y + one.h && one.y < box.y + box.h);
}

function inkOn(map, at) {
  const entry = map.data.legend[entryNumber(map.data, at)];
  return lightness(entry.fill[map.look.dark]) < 0.5 ? ["#ffffff", "#12263a"] : ["#12263a", "#ffffff"];
}

function textAt(map, at, x, y, fit) {
  const [ink, halo] = inkOn(map, at);
  const made = svg("text", {
    "text-anchor": "middle", "font-size": fit.size, fill: ink, stroke: halo, "stroke-opacity": 0.45,
    "stroke-width": 2, "stroke-linejoin": "round", "paint-order": "stroke",
  });
  fit.rows.forEach((row, line) => {
    const level = y - fit.height / 2 + (line + 0.82) * fit.size * LINE;
    made.append(svg("tspan", { x, y: level.toFixed(1) }, row));
  });
  return made;
}

export function placeLabels(map) {
  const spots = map.geometry.at;
  const order = map.order || (map.order = map.paths.map((_, at) => at).sort((a, b) => spots[b * 3 + 2] - spots[a * 3 + 2]));
  const placed = map.insetBox ? [map.insetBox] : [];
  const made = [];
  for (const at of order) {
    if (made.length >= MOST) break;
    const x = spots[at * 3] * map.scale + map.x;
    const y = spots[at * 3 + 1] * map.scale + map.y;
    if (map.only && map.data.legend[entryNumber(map.data, at)].key !== map.only) continue;
    if (x < 0 || y < 0 || x > map.width || y > map.height) continue;
    const fit = fitting(map, at, spots[at * 3 + 2] * map.scale);
    if (!fit) continue;
    const box = { x: x - fit.width / 2, y: y - fit.height / 2, w: fit.width, h: fit.height };
    if (overlaps(box, placed)) continue;
    placed.push(box);
    made.push(textAt(map, at, x, y, fit));
  }
  map.labels.setAttribute("transform", "");
  map.labels.replaceChildren(...made);
}
