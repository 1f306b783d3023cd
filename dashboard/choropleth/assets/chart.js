// The buttons under a chart: its picture as a file or on the clipboard, with title, day, release and demo mark inside.
import { svg } from "./dom.js";
import { tools } from "./share.js";

const SCALE = 2;
const MARGIN = 16;
const ROW = 18;

// The chart stands in the same keyed box as its buttons.
function chartOf(node) {
  for (let at = node; at; at = at.parentElement) {
    const found = at.querySelector(".js-plotly-plot");
    if (found) return found;
  }
  return null;
}
function ground(node) {
  for (let at = node; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour && colour !== "transparent" && !/, 0\)$/.test(colour)) return colour;
  }
  return "#ffffff";
}
function text(said, x, y, size, look, more) {
  return svg("text", Object.assign({ x, y, "font-size": size, fill: look.ink, "font-family": look.font }, more), said);
}
function wrapped(said, across) {
  const rows = [];
  for (let at = 0; at < said.length; at += across) rows.push(said.slice(at, at + across));
  return rows;
}
function layers(chart, top) {
  return [...chart.querySelectorAll("svg.main-svg")].map((layer) => {
    const copy = layer.cloneNode(true);
    copy.style.background = "transparent";
    copy.setAttribute("x", 0);
    copy.setAttribute("y", top);
    for (const gone of copy.querySelectorAll(".hoverlayer, .zoomlayer, .draglayer")) gone.remove();
    return copy;
  });
}
function picture(chart, data) {
  const box = chart.getBoundingClientRect();
  const computed = getComputedStyle(chart);
  const look = { ink: computed.color, font: computed.fontFamily, paper: ground(chart) };
  const width = Math.max(Math.ceil(box.width), 320);
  const title = wrapped(data.title, Math.floor((width - 2 * MARGIN) / 17));
  const told = wrapped(data.told, Math.floor((width - 2 * MARGIN) / 12));
  const top = MARGIN + title.length * 24 + told.length * ROW + 4;
  const height = top + Math.ceil(box.height) + ROW + MARGIN / 2;
  const whole = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  whole.append(svg("rect", { width, height, fill: look.paper }));
  title.forEach((row, at) => whole.append(text(row, MARGIN, MARGIN + 14 + at * 24, 17, look, { "font-weight": 700 })));
  told.forEach((row, at) => whole.append(text(row, MARGIN, MARGIN + title.length * 24 + 10 + at * ROW, 12, look)));
  whole.append(...layers(chart, top));
  const foot = data.demo ? `${data.source}　${data.demo}` : data.source;
  whole.append(text(foot, MARGIN, height - MARGIN / 2, 12, look));
  if (data.demo) {
    const place = `translate(${width / 2} ${height / 2}) rotate(-18)`;
    const mark = { "text-anchor": "middle", "fill-opacity": 0.13, transform: place, "font-weight": 700 };
    whole.append(text(data.demo, 0, 0, Math.min(width / 9, 64), look, mark));
  }
  return { markup: new XMLSerializer().serializeToString(whole), width, height };
}
async function blobOf(chart, data) {
  const { markup, width, height } = picture(chart, data);
  const address = URL.createObjectURL(new Blob([markup], { type: "image/svg+xml" }));
  const image = new Image(width * SCALE, height * SCALE);
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
function offer(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
async function made(parent, data) {
  try {
    const chart = chartOf(parent);
    return chart && (await blobOf(chart, data));
  } catch (fault) {
    console.warn(fault);
    return null;
  }
}
export function show(component) {
  const { data, parentElement } = component;
  const save = async () => {
    const blob = await made(parentElement, data);
    if (!blob) return data.say.picture_failed;
    offer(blob, data.file);
    return "";
  };
  const copy = async () => {
    if (!navigator.clipboard || !navigator.clipboard.write || typeof ClipboardItem !== "function") {
      return (await save()) || data.say.downloaded_instead;
    }
    const blob = await made(parentElement, data);
    if (!blob) return data.say.picture_failed;
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
      return data.say.copied;
    } catch (fault) {
      console.warn(fault);
      offer(blob, data.file);
      return data.say.downloaded_instead;
    }
  };
  tools(parentElement, [
    [data.say.png, save],
    [data.say.copy_picture, copy],
  ]);
}
