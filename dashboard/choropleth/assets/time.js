// The months one after another: play, pause, step and slide, all in the browser once the values are here.
import { button, html, svg } from "./dom.js";
import { framesOf } from "./months.js";

const FRAME_MS = 800;
const DAYS_SHOWN = 10;

// Drawn, because fonts of office computers lack the sign for a pause.
function sign(playing) {
  const d = playing ? "M1 0h3v10h-3zM6 0h3v10h-3z" : "M1 0l8 5l-8 5z";
  const drawn = svg("svg", { width: 10, height: 10, "aria-hidden": "true" });
  drawn.append(svg("path", { d, fill: "currentColor" }));
  return drawn;
}

export function buildTime(map) {
  const { say } = map.base;
  clearInterval(map.ticking);
  map.playing = false;
  map.playButton = button("", say.play, () => (map.playing ? stop(map) : play(map)));
  map.slider = html("input", { type: "range", min: 0, max: 0, step: 1, "aria-label": say.slider });
  map.slider.addEventListener("input", () => {
    stop(map);
    go(map, Number(map.slider.value));
  });
  map.day = html("output", { class: "day" });
  map.thisDay = html("button", { type: "button", class: "this-day" }, say.this_day);
  map.thisDay.addEventListener("click", () => {
    stop(map);
    map.component.setTriggerValue("day", framesOf(map).days[map.frame]);
  });
  map.time.replaceChildren(
    button("‹", say.earlier, () => step(map, -1)),
    map.playButton,
    button("›", say.later, () => step(map, 1)),
    map.slider,
    map.day,
    map.thisDay,
    button("✕", say.close, () => leave(map)),
  );
  mark(map, false);
  map.arrived = () => arrived(map);
  map.stopPlaying = () => stop(map);
  showBar(map);
}

export function askMonths(map) {
  if (framesOf(map)) return begin(map);
  map.asked = true;
  map.note.textContent = map.base.say.fetching;
  map.component.setTriggerValue("months", map.base.id);
  return undefined;
}

function arrived(map) {
  if (!map.asked || !framesOf(map)) return;
  map.asked = false;
  begin(map);
}

function begin(map) {
  map.note.textContent = "";
  map.slider.max = framesOf(map).days.length - 1;
  go(map, 0);
  play(map);
}

function showBar(map) {
  map.time.hidden = map.frame === null;
  map.root.classList.toggle("in-time", map.frame !== null);
}

function go(map, frame) {
  const { days } = framesOf(map);
  if (map.frame === null) map.only = "";
  map.frame = Math.min(Math.max(frame, 0), days.length - 1);
  const day = days[map.frame].slice(0, DAYS_SHOWN);
  map.slider.value = map.frame;
  map.slider.setAttribute("aria-valuetext", day);
  map.day.textContent = day;
  showBar(map);
  map.repaint();
}

function step(map, by) {
  stop(map);
  go(map, map.frame + by);
}

function play(map) {
  const last = framesOf(map).days.length - 1;
  if (map.frame >= last) go(map, 0);
  mark(map, true);
  map.ticking = setInterval(() => {
    if (!map.root.isConnected) return stop(map);
    if (map.frame + 1 >= last) mark(map, false);
    go(map, map.frame + 1);
    return map.frame >= last ? stop(map) : undefined;
  }, FRAME_MS);
}

function stop(map) {
  clearInterval(map.ticking);
  const was = map.playing;
  mark(map, false);
  if (was && map.repaint && map.frame !== null) map.repaint();
}

function mark(map, playing) {
  map.playing = playing;
  if (!map.playButton) return;
  const { say } = map.base;
  map.playButton.replaceChildren(sign(playing));
  map.playButton.title = playing ? say.pause : say.play;
  map.playButton.setAttribute("aria-label", map.playButton.title);
}

function leave(map) {
  stop(map);
  map.frame = null;
  map.only = map.base.only || "";
  showBar(map);
  map.repaint();
  map.root.querySelector(".tools button").focus();
}
