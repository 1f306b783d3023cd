// Puts the reader's words where Streamlit says its own in English, and the link that leads past the side.
const told = JSON.parse(document.getElementById("shell-words").textContent);
const LABELS = ["aria-label", "title", "placeholder"];
// What pages and people write is never touched.
const OURS = ".grid, .choropleth, .frame-part, svg, canvas, textarea, script, style, pre, [data-testid='stMarkdownContainer'], [data-testid='stHtml'], [role='listbox'], [data-testid='stPlotlyChart']";
const tables = new Map();
function table() {
  const lang = document.documentElement.lang.slice(0, 2);
  if (!tables.has(lang)) {
    const own = told.said[lang] || {};
    const words = new Map();
    // What was put there in the other language is replaced, too, when the reader changes it.
    for (const other of Object.values(told.said)) {
      for (const [text, word] of Object.entries(other)) words.set(word, own[text] || word);
    }
    for (const [text, word] of Object.entries(own)) words.set(text, word);
    tables.set(lang, { words, begins: told.begins[lang] || [] });
  }
  return tables.get(lang);
}
function wordFor(text) {
  const { words, begins } = table();
  const plain = text.trim();
  if (words.has(plain)) return words.get(plain);
  const begun = begins.find(([start]) => plain.startsWith(start));
  return begun ? begun[1] : null;
}
function label(node) {
  for (const name of LABELS) {
    const said = node.getAttribute(name);
    const word = said ? wordFor(said) : null;
    if (word && word !== said) node.setAttribute(name, word);
  }
}
function visit(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const word = node.nodeValue.trim() ? wordFor(node.nodeValue) : null;
    if (word && word !== node.nodeValue) node.nodeValue = word;
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(OURS)) return;
  label(node);
  node.childNodes.forEach(visit);
}
function seen(changes) {
  for (const { type, target, addedNodes } of changes) {
    const within = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
    if (!within || within.closest(OURS)) continue;
    if (type === "attributes") label(target);
    else if (type === "characterData") visit(target);
    else addedNodes.forEach(visit);
  }
}
// The first thing the tabulator reaches.
function skip() {
  const link = document.createElement("a");
  link.className = "skip frame-part";
  link.href = "#";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const main = document.querySelector("[data-testid='stMainBlockContainer']");
    if (!main) return;
    main.tabIndex = -1;
    main.focus();
  });
  document.body.prepend(link);
  return link;
}
const leading = skip();
function speak() {
  leading.textContent = told.skip[document.documentElement.lang.slice(0, 2)];
  visit(document.body);
}
speak();
new MutationObserver(seen).observe(document.body, {
  childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: LABELS,
});
new MutationObserver(speak).observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
