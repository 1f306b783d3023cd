// Addresses of other pages and regions, made of this window's own: what is sent stays the same when that changes.
// changes: the parts that are different there; null takes one out.
export function addressOf(page, changes) {
  const told = new URLSearchParams(location.search);
  for (const name of Object.keys(changes)) {
    if (changes[name] === null) told.delete(name);
    else told.set(name, changes[name]);
  }
  return page + "?" + told;
}
// A link with an address that is made anew when somebody comes near it; a plain click stays in this window.
export function link(word, address, go) {
  const drawn = document.createElement("a");
  drawn.textContent = word;
  drawn.href = address();
  drawn.freshen = () => (drawn.href = address());
  drawn.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    go();
  });
  return drawn;
}
function near(event) {
  const found = event.target.closest && event.target.closest("a");
  if (found && found.freshen) found.freshen();
}
document.addEventListener("pointerover", near);
document.addEventListener("focusin", near);
