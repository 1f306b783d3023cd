// What comes after the map itself: small lines for the tooltip, every month's values for the slider.
// They travel in a message of their own, so that a new selection does not send them again.
const kept = new Map();
const shown = new Map();
const MOST_KEPT = 12;

// Take in what has come under this name, and tell the map that waits for it if it stands already.
export function keep(data) {
  kept.delete(data.more);
  kept.set(data.more, data);
  while (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value);
  const map = shown.get(data.more);
  if (!map) return;
  gather(map);
  if (map.arrived) map.arrived();
}

// A change of colours has other months, but the same small lines.
function gather(map) {
  map.spark = (kept.get(map.base.lines) || {}).spark || "";
  map.frames = (kept.get(map.base.id) || {}).frames || null;
}

// Take in what the server says now; the month being looked at stays while the selection does.
export function settled(map, data) {
  if (!map.base || map.base.id !== data.id) {
    map.frame = null;
    map.asked = false;
    if (map.stopPlaying) map.stopPlaying();
  }
  if (map.base) [map.base.id, map.base.lines].forEach((name) => shown.delete(name));
  [data.id, data.lines].filter(Boolean).forEach((name) => shown.set(name, map));
  map.base = data;
  gather(map);
  if (map.frame === null) map.only = data.only || "";
  compose(map);
}

export function framesOf(map) {
  return map.frames;
}

// The data to draw: those of the server, or one month of the frames with the frames' own classes.
export function compose(map) {
  const frames = framesOf(map);
  // What stands beside the map does not play along: the page marks it while another day is on the map.
  const isOther = map.frame !== null && frames && map.frame < frames.days.length - 1;
  document.documentElement.toggleAttribute("data-other-day", Boolean(isOther));
  if (map.frame === null || !frames) {
    map.data = map.base;
    return;
  }
  const c = frames.c[map.frame];
  const counts = frames.legend.map(() => 0);
  for (const digit of c) counts[parseInt(digit, 36)] += 1;
  map.data = {
    ...map.base,
    c,
    v: frames.v[map.frame],
    s: frames.s[map.frame],
    p: [],
    r: [],
    words: frames.words,
    asOf: frames.asOf[map.frame],
    legend: frames.legend.map((entry, at) => ({ ...entry, count: counts[at] })),
  };
}

// The small line of one unit: its digits, a minus where a month has no value.
export function lineOf(map, at) {
  const { spark } = map;
  if (!spark) return "";
  const months = spark.length / map.geometry.codes.length;
  return spark.slice(at * months, (at + 1) * months);
}
