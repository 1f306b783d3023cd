// Zoom and pan. The world moves by one transform; labels keep their size and are placed anew when it rests.
import { placeLabels } from "./labels.js";
import { paintLines } from "./paint.js";

const CLOSEST = 12;
const STEP = 1.5;
const WHEEL = 1.0015;
const DRAG_PIXELS = 4;
const REST_MS = 120;
const EDGE = 6;
const BUTTONS = 38;

export function fit(map) {
  const [x, y, width, height] = map.geometry.box;
  map.width = map.stage.clientWidth || 600;
  map.height = map.stage.clientHeight || 400;
  // Squares fill their ground; beside shapes there is room for the buttons.
  const left = map.geometry.kind === "tiles" ? BUTTONS : 0;
  map.home = Math.min((map.width - left) / width, map.height / height);
  map.scale = map.home;
  map.x = left + (map.width - left - width * map.home) / 2 - x * map.home;
  map.y = (map.height - height * map.home) / 2 - y * map.home;
}

// At home the inset stands where no land is; closer, it moves to the corner and stays in sight.
function placeInset(map) {
  if (!map.inset) return;
  const [x, y, w, h] = map.geometry.inset.place.map((unit) => unit * map.home);
  const home = map.scale === map.home;
  map.insetBox = home ? { x: x + map.x, y: y + map.y, w, h } : { x: map.width - w - EDGE, y: map.height - h - EDGE, w, h };
  const names = { x: "x", y: "y", w: "width", h: "height" };
  for (const [key, name] of Object.entries(names)) map.inset.setAttribute(name, map.insetBox[key].toFixed(1));
}

export function settle(map) {
  map.world.setAttribute("transform", `translate(${map.x.toFixed(2)} ${map.y.toFixed(2)}) scale(${map.scale})`);
  map.stage.classList.toggle("close", map.scale > map.home * 1.01);
  placeInset(map);
  paintLines(map);
  placeLabels(map);
}

function move(map) {
  map.world.setAttribute("transform", `translate(${map.x.toFixed(2)} ${map.y.toFixed(2)}) scale(${map.scale})`);
  map.stage.classList.toggle("close", map.scale > map.home * 1.01);
  clearTimeout(map.resting);
  map.resting = setTimeout(() => settle(map), REST_MS);
}

function zoomAt(map, factor, x, y) {
  const scale = Math.min(Math.max(map.scale * factor, map.home), map.home * CLOSEST);
  if (scale === map.home) {
    fit(map); // also brings the map back to the middle
  } else {
    map.x = x - ((x - map.x) * scale) / map.scale;
    map.y = y - ((y - map.y) * scale) / map.scale;
    map.scale = scale;
  }
  map.labels.replaceChildren();
  move(map);
}

export function zoom(map, closer) {
  zoomAt(map, closer ? STEP : 1 / STEP, map.width / 2, map.height / 2);
}

export function goHome(map) {
  fit(map);
  settle(map);
}

export function showSpot(map, at) {
  const x = map.geometry.at[at * 3] * map.scale + map.x;
  const y = map.geometry.at[at * 3 + 1] * map.scale + map.y;
  if (x >= 0 && y >= 0 && x <= map.width && y <= map.height) return;
  map.x += map.width / 2 - x;
  map.y += map.height / 2 - y;
  settle(map);
}

function wheel(map, event) {
  if (!event.ctrlKey) return; // without ctrl the page scrolls
  event.preventDefault();
  const box = map.svg.getBoundingClientRect();
  zoomAt(map, WHEEL ** -event.deltaY, event.clientX - box.left, event.clientY - box.top);
}

function drag(map, event) {
  const from = map.grip;
  if (!from || event.pointerId !== from.pointer) return;
  const dx = event.clientX - from.x;
  const dy = event.clientY - from.y;
  if (!from.moving && Math.hypot(dx, dy) < DRAG_PIXELS) return;
  if (!from.moving) map.svg.setPointerCapture(event.pointerId);
  from.moving = true;
  map.x = from.left + dx;
  map.y = from.top + dy;
  map.labels.setAttribute("transform", `translate(${dx} ${dy})`);
  move(map);
}

export function bindCamera(map) {
  map.svg.addEventListener("wheel", (event) => wheel(map, event), { passive: false });
  map.svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const { clientX: x, clientY: y, pointerId: pointer } = event;
    map.grip = { x, y, pointer, left: map.x, top: map.y, moving: false };
  });
  map.svg.addEventListener("pointermove", (event) => drag(map, event));
  const release = () => {
    map.dragged = Boolean(map.grip && map.grip.moving);
    map.grip = null;
  };
  map.svg.addEventListener("pointerup", release);
  map.svg.addEventListener("pointercancel", release);
}
