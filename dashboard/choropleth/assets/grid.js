// A table of ours: real HTML, rows and links that can be picked; every text is set as text, never as markup.
import { addressOf, link } from "./address.js";
const KINDS = { t: "", n: "number", u: "unit", f: "fixed", l: "long" };
function make(name, className, text) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}
function chip([symbol, word, light]) {
  const drawn = make("span", "chip " + light);
  const sign = make("i", "", symbol);
  sign.setAttribute("aria-hidden", "true");
  drawn.append(sign, word);
  return drawn;
}
function bar([percent, word]) {
  const drawn = make("span", "bar");
  const track = make("span", "track");
  const fill = make("span", "fill");
  fill.style.width = percent + "%";
  track.append(fill);
  drawn.append(track, make("span", "said", word));
  return drawn;
}
function stack(values, row, data, pick) {
  const drawn = make("span", "stack");
  for (const value of values) {
    const line = make("span", "line");
    line.append(cell(value, row, data, pick));
    drawn.append(line);
  }
  return drawn;
}
// A small line of so many points; a gap stays a gap.
function spark([signs, word]) {
  const space = "http://www.w3.org/2000/svg";
  const drawn = document.createElementNS(space, "svg");
  const put = (name, told) => {
    const node = document.createElementNS(space, name);
    for (const key of Object.keys(told)) node.setAttribute(key, told[key]);
    drawn.append(node);
  };
  const places = [...signs].map((sign, at) =>
    sign === "-" ? null : [3 + (at * 78) / Math.max(signs.length - 1, 1), 19 - (parseInt(sign, 36) / 35) * 16],
  );
  drawn.setAttribute("viewBox", "0 0 84 22");
  drawn.setAttribute("class", "spark");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", word);
  const path = places.map((one, at) => (one ? (places[at - 1] ? "L" : "M") + one[0].toFixed(1) + " " + one[1].toFixed(1) : ""));
  put("path", { d: path.join("") });
  const last = places.filter(Boolean).pop();
  if (last) put("circle", { cx: last[0].toFixed(1), cy: last[1].toFixed(1), r: 2.2 });
  return drawn;
}
function own(data, row) {
  if (!data.address) return location.search;
  const [page, part, changes] = data.address;
  return addressOf(page, Object.assign({}, changes, { [part]: row }));
}
// A text stands as it is; a number is one of the table's chips, a list a link, an object a bar, a note or a stack.
function cell(value, row, data, pick) {
  if (typeof value === "string") return document.createTextNode(value);
  if (typeof value === "number") return chip(data.chips[value]);
  if (!Array.isArray(value)) {
    if (value.all) return stack(value.all, row, data, pick);
    if (value.spark) return spark(value.spark);
    if (value.heat) return make("span", "heat h" + value.heat[0], value.heat[1]);
    return value.bar ? bar(value.bar) : make("span", value.wide ? "note wide" : "note", value.note);
  }
  const [word, address, what] = value;
  return link(word, () => address || own(data, row), () => pick(what || row));
}
function sheet(address, ready) {
  const href = new URL(address + "page.css", location.origin).href;
  if ([...document.head.querySelectorAll("link[rel=stylesheet]")].some((one) => one.href === href)) return;
  const found = make("link");
  found.rel = "stylesheet";
  found.href = href;
  found.addEventListener("load", ready);
  document.head.append(found);
}
// The line that is selected stands in sight; measured on the screen, whatever the line's own parent is.
function bring(root) {
  const line = root.querySelector("tr.selected");
  if (!line || root.scrollHeight <= root.clientHeight) return;
  const above = line.getBoundingClientRect().top - root.getBoundingClientRect().top;
  if (above < 40 || above > root.clientHeight - 40) root.scrollTop += above - root.clientHeight / 2;
}
// What holds for the whole page: its language for screen readers and hyphens, and how strong its colours are.
function whole({ lang, contrast }) {
  const root = document.documentElement;
  if (lang && root.lang !== lang) root.lang = lang;
  if (contrast !== undefined) root.dataset.contrast = contrast;
}
export function show(component) {
  const { data, parentElement } = component;
  whole(data);
  sheet(data.code, () => document.querySelectorAll(".grid.scrolls").forEach(bring));
  if (!data.columns) return;
  const pick = (what) => component.setTriggerValue("pick", what);
  let root = parentElement.querySelector(":scope > .grid");
  if (!root) {
    root = make("div", "grid");
    root.tabIndex = 0;
    root.setAttribute("role", "region");
    parentElement.append(root);
  }
  root.setAttribute("aria-label", data.caption);
  root.classList.toggle("scrolls", Boolean(data.height));
  root.style.maxHeight = data.height ? data.height + "px" : "none";
  const kinds = data.columns.map((one) => KINDS[one[1]] + (one[2] ? " wide" : ""));
  const table = make("table");
  const head = make("tr");
  data.columns.forEach((one, at) => {
    const th = make("th", kinds[at], one[0]);
    th.scope = "col";
    head.append(th);
  });
  const body = make("tbody");
  for (const [id, marks, ...cells] of data.rows) {
    const row = make("tr", (marks & 1 ? "whole " : "") + (marks & 2 ? "selected" : ""));
    if (marks & 2) row.setAttribute("aria-current", "true");
    const first = marks & 4 ? 1 : 0;
    cells.forEach((value, at) => {
      const td = make("td", kinds[at + first]);
      if (!first && !at) td.rowSpan = Math.max(marks >> 3, 1);
      if (at + 1 === cells.length) td.colSpan = kinds.length - first - at;
      td.append(cell(value, id, data, pick));
      row.append(td);
    });
    if (id !== null) {
      row.classList.add("pickable");
      row.addEventListener("click", () => pick(id));
    }
    body.append(row);
  }
  const top = make("thead");
  top.append(head);
  table.append(make("caption", "", data.caption), top, body);
  const before = root.scrollTop;
  root.replaceChildren(table);
  root.scrollTop = before;
  bring(root);
}
