// The only script sent with the page's messages; everything else is fetched once under a hashed address.
// It must be read by browsers too old for the rest: they are told so instead of being left with an empty place.
export default async function mount(component) {
  const data = JSON.parse(new TextDecoder().decode(component.data));
  try {
    const code = await import(new URL(data.code + "main.js", location.origin).href);
    return await code.show(component, data);
  } catch (fault) {
    console.warn(fault);
    if (!data.say) return;
    const old = fault.name === "SyntaxError" || typeof ResizeObserver !== "function" || !Element.prototype.replaceChildren;
    const said = document.createElement("p");
    said.setAttribute("role", "alert");
    said.textContent = old ? data.say.old_browser : data.say.failed;
    const root = component.parentElement;
    while (root.firstChild) root.removeChild(root.firstChild);
    root.appendChild(said);
  }
}
