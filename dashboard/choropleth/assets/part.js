// The frame's own parts: menu, trail of regions with the active filters, date. Every text is set as text.
import { addressOf, link } from "./address.js";
function make(name, className, text) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}
function button(word, act) {
  const drawn = make("button", "", word);
  drawn.type = "button";
  drawn.addEventListener("click", act);
  return drawn;
}
function menu(data, send) {
  const nav = make("nav", "menu");
  nav.setAttribute("aria-label", data.label);
  const left = {};
  for (const name of data.own) left[name] = null;
  data.sections.forEach(([word, pages], at) => {
    const list = make("ul");
    const head = make("span", "section", word);
    head.id = "menu-section-" + at;
    list.setAttribute("aria-labelledby", head.id);
    for (const [page, title] of pages) {
      const line = make("li");
      const drawn = link(title, () => addressOf(data.base + page, left), () => send("go", page));
      if (page === data.current) drawn.setAttribute("aria-current", "page");
      line.append(drawn);
      list.append(line);
    }
    nav.append(head, list);
  });
  return [nav];
}
function trail(data, send) {
  const drawn = [];
  if (data.path.length) {
    const nav = make("nav", "trail");
    nav.setAttribute("aria-label", data.label);
    const list = make("ol");
    data.path.forEach(([code, name], at) => {
      const line = make("li");
      if (at + 1 === data.path.length) {
        const here = make("strong", "", name);
        here.setAttribute("aria-current", "location");
        line.append(here);
      } else line.append(link(name, () => addressOf(data.page, { region: code, level: null }), () => send("region", code)));
      list.append(line);
    });
    nav.append(list);
    drawn.push(nav);
  }
  if (data.chips.length || data.note) {
    const chips = make("div", "filters");
    chips.setAttribute("role", "group");
    chips.setAttribute("aria-label", data.filters);
    for (const word of data.chips) chips.append(make("span", "filter", word));
    if (data.note) chips.append(make("span", "not-followed", data.note));
    chips.append(button(data.clear, () => send("clear", true)));
    drawn.push(chips);
  }
  return drawn;
}
// A date typed by keyboard is whole after several strokes; the calendar gives it at once.
const PAUSE_MS = 700;
function day(data, send) {
  const box = make("label", "day", data.label);
  const field = make("input");
  const wrong = make("span", "wrong");
  wrong.setAttribute("role", "alert");
  field.type = "date";
  field.required = true;
  field.min = data.min;
  field.max = data.max;
  field.value = data.value;
  field.lang = document.documentElement.lang;
  let sent = data.value;
  let waiting = 0;
  const say = () => {
    clearTimeout(waiting);
    const fits = field.checkValidity();
    wrong.textContent = fits ? "" : data.wrong;
    field.setAttribute("aria-invalid", String(!fits));
    if (!fits || field.value === sent) return;
    sent = field.value;
    send("day", sent);
  };
  field.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(say, PAUSE_MS);
  });
  field.addEventListener("blur", say);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") say();
  });
  box.append(field, wrong);
  return [box];
}
const PARTS = { menu, trail, day };
export function show(component) {
  const { data, parentElement } = component;
  let root = parentElement.querySelector(":scope > .frame-part");
  if (!root) {
    root = make("div", "frame-part");
    parentElement.append(root);
  }
  // Streamlit may hand over another sender with each run; the listeners ask for the newest.
  root.send = (name, value) => component.setTriggerValue(name, value);
  // Drawn again with the same words, a part would take the keyboard out of the reader's hands.
  const told = JSON.stringify(data);
  if (root.dataset.told === told) return;
  root.dataset.told = told;
  const held = root.contains(document.activeElement) ? [...root.querySelectorAll("a, button, input")].indexOf(document.activeElement) : -1;
  root.replaceChildren(...PARTS[data.part](data, (name, value) => root.send(name, value)));
  const again = root.querySelectorAll("a, button, input")[held];
  if (again) again.focus();
}
