// One map on a page: built once for its geometry, painted again whenever data or theme change.
import { build, buildTools } from "./build.js";
import { bindCamera, fit, goHome, settle, zoom } from "./camera.js";
import { html } from "./dom.js";
import { geometryAt } from "./geometry.js";
import { bindHands, up } from "./hands.js";
import { bindLegend } from "./legend.js";
import { compose, keep, settled } from "./months.js";
import { paintShapes, paintTexts } from "./paint.js";
import { copyPng, savePng, saveSvg } from "./picture.js";
import { theme } from "./theme.js";
import { askMonths, buildTime } from "./time.js";

const maps = new WeakMap();
const NARROW = 0.95;

function styled(address) {
  return new Promise((done) => {
    const sheet = html("link", { rel: "stylesheet", href: new URL(address, location.origin).href });
    sheet.addEventListener("load", () => done(sheet));
    sheet.addEventListener("error", () => done(sheet));
    styled.pending = sheet;
  });
}

async function begin(component, data) {
  const root = html("div", { class: "choropleth" }, html("p", { role: "status" }, data.say.loading));
  const map = { component, data, root, turn: 0, frame: null };
  maps.set(component.parentElement, map);
  const style = styled(`${data.code}choropleth.css`);
  component.parentElement.append(styled.pending, root);
  map.styled = style;
  // A theme change animates the ground for an instant: the one sign of it that needs no polling.
  root.addEventListener("transitionend", (event) => {
    if (event.target === root && map.geometry) repaint(map);
  });
  new ResizeObserver(() => resized(map)).observe(root);
  return map;
}

function resized(map) {
  if (!map.geometry || map.root.clientWidth === map.seenWidth) return;
  sizeStage(map);
  goHome(map);
}

// As high as asked, but on a narrow screen no higher than the map itself needs.
function sizeStage(map) {
  const [, , width, height] = map.geometry.box;
  map.seenWidth = map.root.clientWidth;
  const needed = (map.seenWidth * height) / width;
  map.stage.style.height = `${Math.round(Math.min(map.data.height, Math.max(needed, map.seenWidth * NARROW * 0.6)))}px`;
}

function repaint(map) {
  compose(map);
  map.look = theme(map.root);
  paintTexts(map);
  paintShapes(map);
  settle(map);
}

function rebuild(map) {
  map.order = null;
  map.insetBox = null;
  map.current = -1;
  map.stop = null;
  map.repaint = () => repaint(map);
  build(map);
  const acts = {
    zoomIn: () => zoom(map, true),
    zoomOut: () => zoom(map, false),
    home: () => goHome(map),
    up: () => up(map),
    months: () => askMonths(map),
    svg: () => saveSvg(map),
    png: () => savePng(map),
    copy: () => copyPng(map),
  };
  buildTools(map, acts);
  buildTime(map);
  bindCamera(map);
  bindHands(map);
  bindLegend(map);
  sizeStage(map);
  fit(map);
}

export async function show(component, data) {
  if (data.more) return keep(data);
  const map = maps.get(component.parentElement) || (await begin(component, data));
  map.component = component;
  const turn = (map.turn += 1);
  delete map.root.dataset.ready;
  const [geometry] = await Promise.all([geometryAt(data.geometry), map.styled]);
  if (turn !== map.turn) return undefined; // newer data arrived while this geometry was on its way
  settled(map, data);
  if (map.geometry !== geometry || map.built !== data.lang + data.tools) {
    map.geometry = geometry;
    map.built = data.lang + data.tools;
    rebuild(map);
  }
  repaint(map);
  requestAnimationFrame(() => {
    map.root.dataset.ready = data.geometry;
    map.root.dataset.turn = turn;
  });
  return undefined;
}
