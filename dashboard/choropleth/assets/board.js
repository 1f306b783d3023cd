// The target board: a table with a standing head and first column; on a telephone a list that opens region by region.
function make(name, className, text) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}
function link(className, address, go) {
  const drawn = make("a", className);
  drawn.href = address;
  drawn.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go();
  });
  return drawn;
}
// The dash of what is not rated would read as a minus before a number: there the word alone says it.
function spoken(drawn, symbol, word, value, dash) {
  if (!(value && symbol === dash)) {
    const sign = make("i", "", symbol);
    sign.setAttribute("aria-hidden", "true");
    drawn.append(sign);
  }
  drawn.append(make("span", "value", value), make("span", "unseen", word));
  return drawn;
}
// What a cell says: [number of its mark, value]; nothing where the target does not count the region.
function mark(cell, at, line, head, data, pick) {
  if (!cell.length) {
    const blank = make("span", "blank", "");
    blank.title = [line.name, head.name, data.outside].join("\n");
    blank.append(make("span", "unseen", data.outside));
    return blank;
  }
  const [symbol, word, light] = data.marks[cell[0]];
  const [region, target] = data.turned ? [head.id, line.id] : [line.id, head.id];
  const address = data.address.replace("REGION", region).replace("TARGET", target);
  const drawn = link("mark " + light, address, () => pick(region + " " + target));
  drawn.title = [line.name, head.name, (word + " " + cell[1]).trim()].join("\n");
  return spoken(drawn, symbol, word, cell[1], data.dash);
}
function title(one, data, pick, isTarget) {
  const whole = isTarget ? data.whole + " " + one.id : one.id + " -";
  const template = isTarget ? data.address.replace("REGION", data.whole).replace("TARGET", one.id) : data.down;
  const drawn = one.closed ? make("span", "title", one.name) : link("title", template.replace("REGION", one.id), () => pick(whole));
  if (!one.closed) drawn.textContent = one.name;
  drawn.title = one.note ? one.name + "\n" + one.note : one.name;
  return drawn;
}
// The documents over the heads of their targets.
function groups(heads) {
  const row = make("tr", "groups");
  row.append(make("td", "corner"));
  heads.forEach((one, at) => {
    if (at && heads[at - 1].group === one.group) return;
    const th = make("th");
    th.scope = "colgroup";
    th.colSpan = heads.filter((other) => other.group === one.group).length;
    th.append(make("span", "name", one.group));
    row.append(th);
  });
  return row;
}
function groupLine(name, count) {
  const row = make("tr", "group");
  const th = make("th", "", name);
  th.scope = "rowgroup";
  const rest = make("td");
  rest.colSpan = count;
  row.append(th, rest);
  return row;
}
function table(data, pick) {
  const drawn = make("table");
  const head = make("tr");
  const corner = make("th", "corner", data.corner);
  corner.scope = "col";
  head.append(corner);
  for (const one of data.heads) {
    const th = make("th", one.whole ? "whole" : "");
    th.scope = "col";
    th.append(title(one, data, pick, !data.turned));
    if (one.note) th.append(make("span", "note", one.note));
    head.append(th);
  }
  const body = make("tbody");
  let group = "";
  data.lines.forEach((line, row) => {
    if (line.group && line.group !== group) body.append(groupLine((group = line.group), data.heads.length));
    const tr = make("tr", (line.whole ? "whole" : "") + (line.id === data.selected ? " selected" : ""));
    const th = make("th");
    th.scope = "row";
    th.append(title(line, data, pick, data.turned));
    if (line.note) th.append(make("span", "note", line.note));
    tr.append(th);
    data.cells[row].forEach((cell, at) => {
      const td = make("td", data.heads[at].whole ? "whole" : "");
      td.append(mark(cell, at, line, data.heads[at], data, pick));
      tr.append(td);
    });
    body.append(tr);
  });
  const top = make("thead");
  if (data.heads.some((one) => one.group)) top.append(groups(data.heads));
  top.append(head);
  drawn.append(make("caption", "", data.caption), top, body);
  return drawn;
}
function list(data, pick) {
  const drawn = make("div", "list");
  data.lines.forEach((line, row) => {
    const box = make("details");
    box.open = Boolean(line.whole) || data.lines.length < 3;
    const top = make("summary", "", line.name);
    for (const [light, symbol, word] of data.lights) {
      const count = data.cells[row].filter((cell) => cell.length && data.marks[cell[0]][2] === light).length;
      if (count) top.append(spoken(make("span", "mark " + light), symbol, word, String(count)));
    }
    const items = make("ul");
    data.cells[row].forEach((cell, at) => {
      if (!cell.length) return;
      const item = make("li");
      const shown = mark(cell, at, line, data.heads[at], data, pick);
      shown.insertBefore(make("span", "name", data.heads[at].name), shown.firstChild);
      item.append(shown);
      items.append(item);
    });
    box.append(top, items);
    drawn.append(box);
  });
  return drawn;
}
export function show(component) {
  const { data, parentElement } = component;
  const pick = (what) => component.setTriggerValue("pick", what);
  let root = parentElement.querySelector(":scope > .board");
  if (!root) {
    root = make("div", "board");
    root.tabIndex = 0;
    root.setAttribute("role", "region");
    parentElement.append(root);
  }
  root.setAttribute("aria-label", data.caption);
  const narrow = matchMedia("(max-width: 640px)");
  const draw = () => {
    const [left, top] = [root.scrollLeft, root.scrollTop];
    root.style.maxHeight = narrow.matches ? "none" : data.height + "px";
    root.classList.toggle("turned", Boolean(data.turned));
    root.replaceChildren(narrow.matches ? list(data, pick) : table(data, pick));
    root.scrollLeft = left;
    root.scrollTop = top;
  };
  draw();
  narrow.addEventListener("change", draw);
  return () => narrow.removeEventListener("change", draw);
}
