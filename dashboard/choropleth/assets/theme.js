// Streamlit hands its theme down as CSS variables; the map asks only whether the ground is dark.
const PROBE = /[\d.]+/g;
const DARK_BELOW = 0.4;
const WEIGHTS = [0.2126, 0.7152, 0.0722];

function channels(colour) {
  if (colour.startsWith("#")) return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return (colour.match(PROBE) || ["255", "255", "255"]).slice(0, 3).map(Number);
}

export function lightness(colour) {
  return channels(colour).reduce((sum, value, at) => sum + (WEIGHTS[at] * value) / 255, 0);
}

export function theme(root) {
  const style = getComputedStyle(root);
  const paper = style.backgroundColor;
  const dark = lightness(paper) < DARK_BELOW;
  return {
    dark: dark ? 1 : 0,
    paper,
    ink: style.color,
    line: dark ? "#0c1118" : "#7d90a5",
    border: dark ? "#f1f5f9" : "#1f2d3d",
    ground: dark ? "#232a33" : "#eef0f3",
    mark: dark ? "#ffd166" : "#c2410c",
    font: style.fontFamily,
  };
}
