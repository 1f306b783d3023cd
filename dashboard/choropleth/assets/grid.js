// A table of ours: real HTML, rows and links that can be picked; every text is set as text, never as markup.
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
function link(word, address, go) {
  const drawn = make("a", "", word);
  drawn.href = address;
  drawn.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    go();
  });
  return drawn;
}
// A text stands as it is; a number is one of the table's chips, a list a link, an object a bar.
function cell(value, row, data, pick) {
  if (typeof value === "string") return document.createTextNode(value);
  if (typeof value === "number") return chip(data.chips[value]);
  if (!Array.isArray(value)) return bar(value.bar);
  const [word, address, what] = value;
  return link(word, address || data.address.replace("PICK", row), () => pick(what || row));
}
function sheet(address) {
  const href = new URL(address + "page.css", location.origin).href;
  if ([...document.head.querySelectorAll("link")].some((one) => one.href === href)) return;
  const found = make("link");
  found.rel = "stylesheet";
  found.href = href;
  document.head.append(found);
}
export function show(component) {
  const { data, parentElement } = component;
  sheet(data.code);
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
  root.style.maxHeight = data.height ? data.height + "px" : "none";
  const kinds = data.columns.map((one) => (one[1] === "n" ? "number" : "") + (one[2] ? " wide" : ""));
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
    cells.forEach((value, at) => {
      const td = make("td", kinds[at]);
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
  const selected = body.querySelector(".selected");
  if (selected && data.height) {
    const seen = selected.offsetTop - root.clientHeight / 2;
    const below = root.scrollTop + root.clientHeight - 40;
    if (selected.offsetTop < root.scrollTop || selected.offsetTop > below) root.scrollTop = seen;
  }
}
