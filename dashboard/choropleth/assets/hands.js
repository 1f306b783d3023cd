// Pointer and keyboard: hover says, click and Enter open, arrows walk to the neighbour, Escape goes up.
import { showSpot } from "./camera.js";
import { lineOf } from "./months.js";
import { tabStop } from "./paint.js";
import { spark } from "./spark.js";
import { tooltipText } from "./texts.js";

const AHEAD = {
  ArrowRight: (dx, dy) => [dx, dy],
  ArrowLeft: (dx, dy) => [-dx, dy],
  ArrowDown: (dx, dy) => [dy, dx],
  ArrowUp: (dx, dy) => [-dy, dx],
};
const ASIDE_WEIGHT = 2;
const TIP_GAP = 14;

export function neighbour(spots, from, key) {
  let best = -1;
  let least = Infinity;
  for (let at = 0; at < spots.length / 3; at += 1) {
    if (at === from) continue;
    const [ahead, aside] = AHEAD[key](spots[at * 3] - spots[from * 3], spots[at * 3 + 1] - spots[from * 3 + 1]);
    if (ahead <= 0 || Math.abs(aside) > ahead * ASIDE_WEIGHT) continue;
    const far = ahead + ASIDE_WEIGHT * Math.abs(aside);
    if (far < least) [best, least] = [at, far];
  }
  return best;
}

function showTip(map, at, x, y) {
  map.tip.textContent = tooltipText(map.geometry, map.data, at);
  const line = map.frame === null ? lineOf(map, at) : "";
  const drawn = line && spark(line, map.data.say.line);
  if (drawn) map.tip.append(drawn);
  map.tip.classList.add("shown");
  const { offsetWidth: wide, offsetHeight: high } = map.tip;
  const left = x + TIP_GAP + wide > map.width ? x - TIP_GAP - wide : x + TIP_GAP;
  const top = y + TIP_GAP + high > map.height ? y - TIP_GAP - high : y + TIP_GAP;
  map.tip.style.transform = `translate(${Math.max(0, left)}px, ${Math.max(0, top)}px)`;
}

export function hideTip(map) {
  map.tip.classList.remove("shown");
}

function placeOf(event) {
  const path = event.target.closest ? event.target.closest("[data-at]") : null;
  return path ? Number(path.dataset.at) : -1;
}

export function pick(map, at) {
  map.component.setTriggerValue("pick", map.geometry.codes[at]);
}

export function up(map) {
  map.component.setTriggerValue("up", Date.now());
}

function walkTo(map, at) {
  map.current = at;
  const path = map.paths[at];
  tabStop(map, path);
  showSpot(map, at);
  path.focus({ preventScroll: true });
}

function keyed(map, event) {
  const at = placeOf(event);
  if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  if (AHEAD[event.key]) {
    const next = neighbour(map.geometry.at, at, event.key);
    if (next >= 0) walkTo(map, next);
  } else if (event.key === "Enter" || event.key === " ") pick(map, at);
  else if (event.key === "Escape" || event.key === "Backspace") up(map);
  else return;
  event.preventDefault();
}

function focused(map, event) {
  const at = placeOf(event);
  if (at < 0 || !event.target.matches(":focus-visible")) return;
  map.current = at;
  map.ring.setAttribute("d", map.geometry.d[at]);
  const spots = map.geometry.at;
  showTip(map, at, spots[at * 3] * map.scale + map.x, spots[at * 3 + 1] * map.scale + map.y);
}

export function bindHands(map) {
  map.svg.addEventListener("pointermove", (event) => {
    const at = placeOf(event);
    if (at < 0 || (map.grip && map.grip.moving)) return hideTip(map);
    const box = map.svg.getBoundingClientRect();
    return showTip(map, at, event.clientX - box.left, event.clientY - box.top);
  });
  map.svg.addEventListener("pointerleave", () => hideTip(map));
  map.svg.addEventListener("click", (event) => {
    const at = placeOf(event);
    if (at >= 0 && !map.dragged) pick(map, at);
  });
  map.svg.addEventListener("keydown", (event) => keyed(map, event));
  map.svg.addEventListener("focusin", (event) => focused(map, event));
  map.svg.addEventListener("focusout", () => {
    map.ring.setAttribute("d", "");
    hideTip(map);
  });
}
