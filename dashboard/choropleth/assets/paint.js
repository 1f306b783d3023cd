// What a change of data touches: fills, names for screen readers, the legend, the texts around the map.
import { showsValues } from "./labels.js";
import { paintLegend } from "./legend.js";
import { definePatterns, fillOf, scalePatterns } from "./patterns.js";
import { entryNumber, fill, tooltipText } from "./texts.js";

const FADED = 0.12;
const THIN = 0.5;
const INSET_PIXELS_WIDE = 110;
const INSET_LETTER = 13;

export function paintShapes(map) {
  const { data, geometry, look, id } = map;
  map.defs.replaceChildren(...definePatterns(id, data.legend, look));
  scalePatterns(map.defs, map.scale || 1);
  const fills = data.legend.map((entry) => fillOf(id, entry, look));
  const kept = [];
  map.paths.forEach((path, at) => {
    const number = entryNumber(data, at);
    if (path.getAttribute("fill") !== fills[number]) path.setAttribute("fill", fills[number]);
    const fades = map.only !== "" && data.legend[number].key !== map.only;
    if (map.only !== "" && !fades) kept.push(geometry.d[at]);
    if (fades) path.setAttribute("fill-opacity", FADED);
    else if (path.hasAttribute("fill-opacity")) path.removeAttribute("fill-opacity");
    if (map.playing) return; // said when it rests
    const label = tooltipText(geometry, data, at).replace(/\n/g, " ");
    if (path.getAttribute("aria-label") !== label) path.setAttribute("aria-label", label);
    const chosen = geometry.codes[at] === data.selected ? "true" : "false";
    if (path.getAttribute("aria-selected") !== chosen) path.setAttribute("aria-selected", chosen);
  });
  map.kept.setAttribute("d", kept.join(""));
  (map.insetPaths || []).forEach((path) => path.setAttribute("fill", fills[entryNumber(data, path.dataset.at)]));
  const at = geometry.codes.indexOf(data.selected);
  map.chosen.setAttribute("d", at < 0 ? "" : geometry.d[at]);
  tabStop(map, map.paths[map.current] || map.paths[at] || map.paths[0]);
}

// Tab enters the map once, at the shape it last left or at the selected one.
export function tabStop(map, path) {
  if (map.stop && map.stop !== path) map.stop.setAttribute("tabindex", "-1");
  if (path) path.setAttribute("tabindex", "0");
  map.stop = path;
}

// Stroke widths are set for the zoom, not by vector-effect: without a GPU that is several times slower.
export function paintLines(map) {
  const { look, scale } = map;
  const pixel = (width) => width / scale;
  const draw = (part, stroke, width, dash) => {
    if (!part) return;
    part.setAttribute("stroke", stroke);
    part.setAttribute("stroke-width", pixel(width));
    part.setAttribute("stroke-linejoin", "round");
    if (dash) part.setAttribute("stroke-dasharray", dash.map(pixel).join(" "));
  };
  map.paper.setAttribute("fill", look.paper);
  if (map.ground) map.ground.setAttribute("fill", look.ground);
  draw(map.ground, look.line, THIN);
  draw(map.shapes, look.line, map.geometry.codes.length > 500 ? THIN / 2 : THIN * 1.6);
  for (const line of map.lines) {
    const kind = line.getAttribute("class");
    if (kind === "hatch") line.setAttribute("fill", `url(#${map.id}-hatch)`);
    if (kind === "border") draw(line, look.border, 0.9);
    if (kind === "dashes") draw(line, look.border, 1.2);
    if (kind === "undetermined") draw(line, look.border, 0.9, [4, 3]);
  }
  draw(map.kept, look.ink, 1.3);
  draw(map.chosen, look.mark, 2.6);
  draw(map.ring, look.ink, 2.4, [7, 3]);
  scalePatterns(map.defs, scale);
  paintInset(map);
}

function paintInset(map) {
  if (!map.inset) return;
  const { look } = map;
  const unit = map.geometry.inset.box[2] / INSET_PIXELS_WIDE;
  const draw = (part, stroke, width) => {
    part.setAttribute("stroke", stroke);
    part.setAttribute("stroke-width", unit * width);
  };
  map.insetPaper.setAttribute("fill", look.paper);
  draw(map.insetPaper, look.border, 2);
  draw(map.insetShapes, look.line, 0.2);
  // Islets are smaller than a pixel here; their line is what shows them.
  for (const path of map.insetPaths) if (path.getAttribute("class") === "island") draw(path, look.border, 0.7);
  draw(map.insetDashes, look.border, 1.4);
  map.insetName.setAttribute("fill", look.ink);
  map.insetName.setAttribute("font-size", unit * INSET_LETTER);
}

export function paintTexts(map) {
  const { data } = map;
  map.title.textContent = data.title;
  const unit = data.mode !== "light" && data.unit ? fill(data.say.unit, { unit: data.unit }) : "";
  map.asOf.textContent = [data.asOf, unit].filter(Boolean).join("  ");
  map.caption.textContent = data.caption;
  map.caption.classList.toggle("demo", Boolean(data.demo));
  if (map.valuesButton) map.valuesButton.setAttribute("aria-pressed", showsValues(map) ? "true" : "false");
  paintLegend(map);
}
