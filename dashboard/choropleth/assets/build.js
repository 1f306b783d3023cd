// The static part of a map: one path a unit, drawn once for each geometry.
import { button, html, svg } from "./dom.js";
import { showsValues } from "./labels.js";

let made = 0;

function frame(map) {
  const say = map.data.say;
  map.title = html("div", { class: "title" });
  map.asOf = html("div", { class: "as-of" });
  map.stage = html("div", { class: "stage" });
  map.tip = html("div", { class: "tip", "aria-hidden": "true" });
  map.legend = html("ul", { class: "legend", "aria-label": say.legend });
  map.caption = html("p", { class: "caption" });
  map.tools = html("div", { class: "tools" });
  const head = html("div", { class: "head" }, html("div", {}, map.title, map.asOf), map.tools);
  map.zooms = html("div", { class: "zooms" });
  map.stage.append(map.zooms, map.tip);
  map.note = html("p", { class: "note", role: "status" });
  map.time = html("div", { class: "time", role: "group", "aria-label": say.slider });
  map.root.replaceChildren(head, map.stage, map.time, map.legend, map.note, map.caption);
}

function shapePaths(map) {
  const { codes, d } = map.geometry;
  return codes.map((code, at) =>
    svg("path", { d: d[at], "data-c": code, "data-at": at, role: "option", "aria-selected": "false", tabindex: -1 }),
  );
}

function lines(geometry) {
  const drawn = [];
  const plain = { fill: "none", "pointer-events": "none", "aria-hidden": "true" };
  const hatched = geometry.d.filter((_, at) => geometry.basis[at] === "s" || geometry.basis[at] === "a");
  if (hatched.length) drawn.push(svg("path", { ...plain, class: "hatch", d: hatched.join("") }));
  for (const kind of ["border", "undetermined", "dashes"]) {
    if (geometry[kind]) drawn.push(svg("path", { ...plain, class: kind, d: geometry[kind] }));
  }
  return drawn;
}

function inset(map) {
  const { inset: shown, codes, d, dashes } = map.geometry;
  if (!shown) return null;
  const [x, y, width, height] = shown.box;
  const sheet = svg("svg", { class: "inset", viewBox: `${x} ${y} ${width} ${height}`, "aria-hidden": "true" });
  map.insetPaper = svg("rect", { x, y, width, height });
  const islands = new Set(shown.islands);
  map.insetPaths = shown.shapes.map((at) =>
    svg("path", { d: d[at], "data-at": at, "data-inset": codes[at], class: islands.has(at) ? "island" : "coast" }),
  );
  map.insetShapes = svg("g", {}, ...map.insetPaths);
  map.insetName = svg("text", { x: x + width / 2, y: y + height * 0.97, "text-anchor": "middle" }, map.data.say.inset);
  map.insetDashes = svg("path", { d: dashes || "", fill: "none", "pointer-events": "none" });
  sheet.append(map.insetPaper, map.insetShapes, map.insetDashes, map.insetName);
  return sheet;
}

export function build(map) {
  made += 1;
  map.id = `choropleth${made}`;
  frame(map);
  const { geometry } = map;
  const overlay = { fill: "none", "pointer-events": "none", "aria-hidden": "true" };
  map.paths = shapePaths(map);
  map.defs = svg("defs");
  map.paper = svg("rect", { class: "paper", width: "100%", height: "100%" });
  map.shapes = svg("g", { class: "shapes", role: "listbox", "aria-label": map.data.say.map }, ...map.paths);
  map.ring = svg("path", { ...overlay, class: "ring" });
  map.chosen = svg("path", { ...overlay, class: "chosen" });
  map.kept = svg("path", { ...overlay, class: "kept" });
  map.world = svg("g", { class: "world" });
  if (geometry.ground) {
    map.ground = svg("path", { d: geometry.ground, class: "ground", "aria-hidden": "true" });
    map.ground.append(svg("title", {}, map.data.say.no_unit));
    map.world.append(map.ground);
  }
  map.lines = lines(geometry);
  map.world.append(map.shapes, ...map.lines, map.kept, map.chosen, map.ring);
  map.labels = svg("g", { class: "labels", "aria-hidden": "true", "pointer-events": "none" });
  map.inset = inset(map);
  map.svg = svg("svg", { class: "map", role: "group", "aria-label": map.data.say.map }, map.defs, map.paper, map.world, map.labels);
  if (map.inset) map.svg.append(map.inset);
  map.stage.prepend(map.svg);
}

export function buildTools(map, acts) {
  const { say, tools } = map.data;
  map.valuesButton = button(say.values_short, say.values, () => {
    map.showsValues = !showsValues(map);
    map.repaint();
  });
  map.zooms.replaceChildren(
    button("+", say.zoom_in, acts.zoomIn),
    button("−", say.zoom_out, acts.zoomOut),
    button("⌂", say.home, acts.home),
    button("↑", say.up, acts.up),
  );
  map.tools.replaceChildren(map.valuesButton);
  if (tools === "few") return;
  if (tools === "months") map.tools.append(button(`▶ ${say.months_short}`, say.months, acts.months));
  map.tools.append(button("SVG", say.svg, acts.svg), button("PNG", say.png, acts.png), button(say.copy_short, say.copy, acts.copy));
}
