// The small line in the tooltip: heights from nothing to the unit's own most, gaps where nobody reported.
import { html, svg } from "./dom.js";

const WIDE = 120;
const HIGH = 26;
const EDGE = 3;
const TOP = 35;

export function spark(digits, said) {
  const step = (WIDE - 2 * EDGE) / Math.max(digits.length - 1, 1);
  let path = "";
  let pen = "M";
  let last = null;
  [...digits].forEach((digit, at) => {
    if (digit === "-") {
      pen = "M";
      return;
    }
    const x = EDGE + at * step;
    const y = HIGH - EDGE - (parseInt(digit, 36) / TOP) * (HIGH - 2 * EDGE);
    path += `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
    pen = "L";
    last = [x, y];
  });
  if (!last) return null;
  const drawn = svg("svg", { width: WIDE, height: HIGH, "aria-hidden": "true" });
  drawn.append(svg("path", { d: path, fill: "none", stroke: "#9cc9f0", "stroke-width": 1.6 }));
  drawn.append(svg("circle", { cx: last[0], cy: last[1], r: 2.4, fill: "#ffffff" }));
  return html("div", { class: "spark" }, html("span", {}, said), drawn);
}
