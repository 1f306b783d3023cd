// The only script sent with the page's messages; everything else is fetched once under a hashed address.
export default async function mount(component) {
  const data = JSON.parse(new TextDecoder().decode(component.data));
  try {
    const code = await import(new URL(data.code + "main.js", location.origin).href);
    await code.show(component, data);
  } catch (fault) {
    const root = component.parentElement;
    const said = document.createElement("p");
    said.setAttribute("role", "alert");
    said.textContent = typeof ResizeObserver === "function" ? data.say.failed : data.say.old_browser;
    root.replaceChildren ? root.replaceChildren(said) : root.appendChild(said);
    console.warn(fault);
  }
}
