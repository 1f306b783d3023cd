// Patterns tell states apart without colour; schematic cells carry a hatch over their class colour.
import { svg } from "./dom.js";

const SIZE = 8;
const DRAWN = {
  missing: (ink) => [svg("circle", { cx: 4, cy: 4, r: 1, fill: ink })],
  hidden: (ink) => [svg("path", { d: "M0 0L8 8M8 0L0 8", stroke: ink, "stroke-width": 0.8 })],
  out_of_scope: (ink) => [svg("path", { d: "M-2 2L2-2M0 8L8 0M6 10L10 6", stroke: ink, "stroke-width": 0.8 })],
  not_applicable: (ink) => [svg("path", { d: "M4 0V8", stroke: ink, "stroke-width": 0.8 })],
  not_split: (ink) => [svg("path", { d: "M0 4H8", stroke: ink, "stroke-width": 1.2 })],
};
const STATE_INK = ["#8a94a3", "#8d97a5"];

function pattern(id, children, ground) {
  const made = svg("pattern", { id, width: SIZE, height: SIZE, patternUnits: "userSpaceOnUse" });
  if (ground) made.append(svg("rect", { width: SIZE, height: SIZE, fill: ground }));
  made.append(...children);
  return made;
}

export function definePatterns(id, legend, look) {
  const made = legend
    .filter((entry) => entry.pattern)
    .map((entry) => pattern(`${id}-${entry.pattern}`, DRAWN[entry.pattern](STATE_INK[look.dark]), entry.fill[look.dark]));
  const fine = { stroke: "#0b1f33", "stroke-opacity": 0.28, "stroke-width": 0.9 };
  const light = { stroke: "#ffffff", "stroke-opacity": 0.35, "stroke-width": 0.9 };
  const slant = "M-2 2L2-2M0 8L8 0M6 10L10 6";
  made.push(pattern(`${id}-hatch`, [svg("path", { d: slant, ...fine }), svg("path", { d: "M2 10L10 2M-2 6L6-2", ...light })]));
  return made;
}

export function fillOf(id, entry, look) {
  return entry.pattern ? `url(#${id}-${entry.pattern})` : entry.fill[look.dark];
}

// Patterns live in the map's units; undo the zoom so that their dots keep their size on screen.
export function scalePatterns(defs, scale) {
  for (const one of defs.querySelectorAll("pattern")) one.setAttribute("patternTransform", `scale(${1 / scale})`);
}
