// The tooltip's lines, put together from the arrays exactly as the server would say them.
export function numberText(value, decimals, signed) {
  const [whole, rest] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = signed && value ? (value < 0 ? "−" : "+") : value < 0 ? "-" : "";
  return sign + grouped + (rest ? `.${rest}` : "");
}

// A change always stands with its sign.
export function shownNumber(data, value) {
  return numberText(value, data.decimals, data.mode === "change");
}

export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function entryNumber(data, at) {
  return parseInt(data.c[at], 36);
}

function note(geometry, data, at) {
  if (geometry.basis[at] === "a") return data.say.approximate;
  return geometry.basis[at] === "s" ? data.say.schematic : "";
}

export function valueText(data, at) {
  const value = data.v[at];
  return value === null ? "" : fill(data.say.value, { value: shownNumber(data, value), unit: data.unit });
}

function withoutValue(data, at) {
  const entry = data.legend[entryNumber(data, at)];
  return entry.pattern ? entry.label : data.say.missing;
}

export function tooltipText(geometry, data, at) {
  const lines = [geometry.names[at]];
  lines.push(data.v[at] === null ? withoutValue(data, at) : valueText(data, at));
  if (data.s[at] !== "-") lines.push(data.words[parseInt(data.s[at], 36)]);
  const done = data.p.length ? data.p[at] : null;
  if (done !== null) lines.push(fill(data.say.completion, { percent: numberText(done, 1) }));
  if (data.r.length && data.r[at] !== null) lines.push(fill(data.say.place, { place: data.r[at], count: data.ranked }));
  const said = note(geometry, data, at);
  if (said) lines.push(said);
  return lines.join("\n");
}
