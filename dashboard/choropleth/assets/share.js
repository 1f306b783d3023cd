// A button that copies a text; without the clipboard's leave (plain http) by way of a hidden field.
function make(name, attributes, text) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}
function byHand(text) {
  const field = make("textarea", { class: "copy-field", "aria-hidden": "true", tabindex: "-1" });
  const before = document.activeElement;
  field.value = text;
  document.body.append(field);
  field.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch (fault) {
    console.warn(fault);
  }
  field.remove();
  if (before && before.focus) before.focus();
  return done;
}
export async function copied(text) {
  if (navigator.clipboard && navigator.clipboard.writeText) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (fault) {
      console.warn(fault);
    }
  }
  return byHand(text);
}
// A row of small buttons with one line that says what has come of the last press.
export function tools(parent, entries) {
  const root = make("div", { class: "tools" });
  const said = make("span", { class: "tools-said", role: "status" });
  for (const [label, act] of entries) {
    const button = make("button", { type: "button", class: "tool" }, label);
    button.addEventListener("click", async () => {
      said.textContent = "";
      said.textContent = (await act()) || "";
    });
    root.append(button);
  }
  root.append(said);
  parent.replaceChildren(root);
}
export function show(component) {
  const { data, parentElement } = component;
  tools(parentElement, [
    [data.say.copy_text, async () => ((await copied(data.text)) ? data.say.copied : data.say.not_copied)],
  ]);
}
