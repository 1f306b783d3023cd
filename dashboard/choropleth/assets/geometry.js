// Geometry is fetched once a page load, whatever the number of maps and reruns.
const kept = new Map();

const CODE_DIGITS = 12;

async function fetchGeometry(address) {
  const answer = await fetch(new URL(address, location.origin).href);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const body = await answer.json();
  body.codes = body.codes.map((code) => code.padEnd(CODE_DIGITS, "0"));
  return body;
}

export function geometryAt(address) {
  if (!kept.has(address)) {
    const coming = fetchGeometry(address);
    // A failed fetch is forgotten, so that the next rerun tries again.
    coming.catch(() => kept.delete(address));
    kept.set(address, coming);
  }
  return kept.get(address);
}
