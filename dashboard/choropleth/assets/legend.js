// The legend: one line a class with its count; choosing a line leaves only its shapes, choosing it again all.
import { html, svg } from "./dom.js";
import { definePatterns, fillOf } from "./patterns.js";
import { fill } from "./texts.js";

export function swatch(map, entry, size) {
  const box = { width: size, height: size, x: 0.5, y: 0.5, rx: 2, stroke: map.look.border, "stroke-opacity": 0.35 };
  return svg("rect", { ...box, fill: fillOf(map.id, entry, map.look) });
}

function key(map, entry) {
  const drawn = svg("svg", { width: 17, height: 17, "aria-hidden": "true" }, svg("defs"), swatch(map, entry, 16));
  // Patterns carry the map's zoom; the key needs its own copy at screen size.
  if (entry.pattern) {
    const copy = definePatterns(`${map.id}-key`, [entry], map.look)[0];
    drawn.firstChild.append(copy);
    drawn.lastChild.setAttribute("fill", `url(#${copy.id})`);
  }
  return drawn;
}

function line(map, entry) {
  const said = [
    key(map, entry),
    html("span", {}, `${entry.symbol}${entry.label}`),
    html("span", { class: "count" }, fill(map.data.say.count, { count: entry.count })),
  ];
  if (!map.base.filters) return html("li", {}, ...said);
  const pressed = map.only === entry.key ? "true" : "false";
  const chosen = html("button", { type: "button", "aria-pressed": pressed, "data-key": entry.key, title: map.data.say.filter });
  chosen.append(...said);
  return html("li", {}, chosen);
}

export function paintLegend(map) {
  const inside = map.root.getRootNode().activeElement;
  const focused = inside && map.legend.contains(inside) ? inside.dataset.key : null;
  map.legend.replaceChildren(...map.data.legend.map((entry) => line(map, entry)));
  if (focused === null) return;
  const again = [...map.legend.querySelectorAll("button")].find((one) => one.dataset.key === focused);
  if (again) again.focus();
}

// The map answers at once; table and charts follow when the server has been told.
export function bindLegend(map) {
  map.legend.addEventListener("click", (event) => {
    const chosen = event.target.closest("button");
    if (!chosen) return;
    map.only = map.only === chosen.dataset.key ? "" : chosen.dataset.key;
    map.repaint();
    if (map.frame === null) map.component.setTriggerValue("legend", map.only || "*");
  });
}
