// The map as a file: what a reader needs to judge it (title, date, legend, caption, demo mark) is inside.
import { html, svg } from "./dom.js";
import { definePatterns } from "./patterns.js";
import { swatch } from "./legend.js";
import { fill } from "./texts.js";

const MARGIN = 20;
const LEGEND_ROW = 24;
const LEGEND_COLUMN = 190;
const PNG_SCALE = 2;
const LETTER = 12;

function text(map, said, x, y, size, more = {}) {
  return svg("text", { x, y, "font-size": size, fill: map.look.ink, "font-family": map.look.font, ...more }, said);
}

function legendPart(map, width, top) {
  const across = Math.max(1, Math.floor((width - 2 * MARGIN) / LEGEND_COLUMN));
  const part = svg("g");
  const keys = svg("defs", {}, ...definePatterns(`${map.id}-file`, map.data.legend, map.look));
  part.append(keys);
  map.data.legend.forEach((entry, at) => {
    const x = MARGIN + (at % across) * LEGEND_COLUMN;
    const y = top + Math.floor(at / across) * LEGEND_ROW;
    const key = swatch(map, entry, 14);
    if (entry.pattern) key.setAttribute("fill", `url(#${map.id}-file-${entry.pattern})`);
    const count = fill(map.data.say.count, { count: entry.count });
    part.append(svg("g", { transform: `translate(${x} ${y})` }, key));
    part.append(text(map, `${entry.symbol}${entry.label}  ${count}`, x + 22, y + 12, LETTER));
  });
  return [part, top + Math.ceil(map.data.legend.length / across) * LEGEND_ROW];
}

function captionRows(said, width) {
  const across = Math.floor((width - 2 * MARGIN) / LETTER);
  const rows = [];
  for (let at = 0; at < said.length; at += across) rows.push(said.slice(at, at + across));
  return rows;
}

function demoMark(map, width, height) {
  if (!map.data.demo) return [];
  const place = `translate(${width / 2} ${height / 2}) rotate(-24)`;
  const look = { "text-anchor": "middle", "fill-opacity": 0.14, transform: place, "font-weight": 700 };
  return [text(map, map.data.demo, 0, 0, Math.min(width / 9, 72), look)];
}

function drawing(map) {
  const sheet = map.svg.cloneNode(true);
  for (const one of sheet.querySelectorAll("[tabindex]")) one.removeAttribute("tabindex");
  for (const gone of sheet.querySelectorAll(".ring")) gone.remove();
  sheet.setAttribute("width", map.width);
  sheet.setAttribute("height", map.height);
  sheet.setAttribute("font-family", map.look.font);
  sheet.setAttribute("overflow", "hidden");
  return sheet;
}

export function picture(map) {
  const width = Math.max(map.width, 480);
  const top = MARGIN + (map.data.title ? 46 : 26);
  const sheet = drawing(map);
  sheet.setAttribute("x", (width - map.width) / 2);
  sheet.setAttribute("y", top);
  const [legend, below] = legendPart(map, width, top + map.height + 12);
  const rows = captionRows(map.data.caption, width);
  const height = below + 8 + rows.length * 18 + MARGIN / 2;
  const whole = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  whole.append(svg("rect", { width, height, fill: map.look.paper }));
  if (map.data.title) whole.append(text(map, map.data.title, MARGIN, MARGIN + 10, 18, { "font-weight": 700 }));
  whole.append(text(map, map.asOf.textContent, MARGIN, top - 10, LETTER), sheet, legend);
  rows.forEach((row, at) => whole.append(text(map, row, MARGIN, below + 14 + at * 18, LETTER)));
  whole.append(...demoMark(map, width, height));
  return { markup: new XMLSerializer().serializeToString(whole), width, height };
}

function offer(map, blob, ending) {
  const address = URL.createObjectURL(blob);
  const name = `${(map.data.title || "map").replace(/[\\/:*?"<>|\s]+/g, "_")}.${ending}`;
  html("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

export function saveSvg(map) {
  offer(map, new Blob([picture(map).markup], { type: "image/svg+xml" }), "svg");
}

async function pngOf(map) {
  const { markup, width, height } = picture(map);
  const address = URL.createObjectURL(new Blob([markup], { type: "image/svg+xml" }));
  const image = new Image(width * PNG_SCALE, height * PNG_SCALE);
  image.src = address;
  await image.decode();
  const canvas = html("canvas", { width: width * PNG_SCALE, height: height * PNG_SCALE });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

export async function savePng(map) {
  offer(map, await pngOf(map), "png");
}

// Without https a browser has no clipboard for pictures, and it may refuse: then the file is offered instead.
export async function copyPng(map) {
  const { say } = map.data;
  const blob = await pngOf(map);
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    map.note.textContent = say.copied;
  } catch (fault) {
    console.info(fault);
    offer(map, blob, "png");
    map.note.textContent = say.not_copied;
  }
}
