// @ts-check
/** The choice of what the map shows, and its legend. */

import { element, fill, found, shape } from "./element.js";
import { distance } from "./figures.js";
import { currentLanguage, nameOf, said, say } from "./words.js";
import { pattern } from "./zones.js";

/**
 * @typedef {object} Shown
 * @property {string} layout
 * @property {boolean} soft
 * @property {boolean} context
 * @property {boolean} names
 * @property {boolean} base
 */

/**
 * Writes the choices and the legend.
 * @param {any} data
 * @param {Shown} shown
 * @param {(isOther: boolean) => void} changed told whether it is another layout
 * @param {(zone: any) => void} zoomTo
 */
export function writeLayers(data, shown, changed, zoomTo) {
  const plans = data.layouts.filter((/** @type {any} */ one) => one.kind === "plan");
  const layout = plans.find((/** @type {any} */ one) => one.id === shown.layout);
  const choices = found("layer-choices");
  const focused = document.activeElement?.id;
  choices.replaceChildren();
  fill(choices,
    element("fieldset", {}, element("legend", {}, say("layout")),
      ...plans.map((/** @type {any} */ one) => choice("radio", `layout-${one.id}`, nameOf(one), one.id === shown.layout,
        () => { shown.layout = one.id; changed(true); }, "layout"))),
    element("fieldset", {}, element("legend", {}, say("show")),
      toggle("soft", say("soft")), toggle("context", say("context")), toggle("names", say("names")),
      data.base_map && toggle("base", say("baseMap", said(data.base_map.name)))),
    element("h3", {}, say("legend")),
    element("ul.legend", {}, ...inTree(layout.zones).map((zone) => entry(zone, zoomTo))),
    unlocated(layout), downloads(layout));
  if (focused) document.getElementById(focused)?.focus();

  /** @param {"soft" | "context" | "names" | "base"} name @param {string} text */
  function toggle(name, text) {
    return choice("checkbox", `show-${name}`, text, shown[name], (checked) => { shown[name] = checked; changed(false); });
  }
}

/**
 * @param {string} type
 * @param {string} id
 * @param {string} text
 * @param {boolean} isChecked
 * @param {(checked: boolean) => void} chosen
 * @param {string} [name]
 */
function choice(type, id, text, isChecked, chosen, name) {
  const input = /** @type {HTMLInputElement} */ (element("input", { type, id, name, checked: isChecked }));
  input.addEventListener("change", () => chosen(input.checked));
  return element("label.choice", { for: id }, input, element("span", {}, text));
}

/**
 * Zones with their parts behind them.
 * @param {any[]} zones
 * @returns {any[]}
 */
function inTree(zones) {
  const ids = new Set(zones.map((zone) => zone.id));
  const below = (/** @type {string | null} */ id) => zones.filter((zone) => (ids.has(zone.parent) ? zone.parent : null) === id)
    .flatMap((zone) => [zone, ...below(zone.id)]);
  return below(null);
}

/** @param {any} zone @param {(zone: any) => void} zoomTo */
function entry(zone, zoomTo) {
  const button = element("button.entry", { type: "button", "aria-label": say("zoomTo", nameOf(zone)), onclick: () => zoomTo(zone) },
    swatch(zone), element("span", {}, nameOf(zone)));
  const accuracy = zone.accuracy_m === null ? null : element("span.soft", {}, say("accuracyOf", distance(zone.accuracy_m)));
  return element(`li.depth-${Math.min(zone.depth, 2)}`, {}, button, accuracy);
}

/** @param {any} layout */
function unlocated(layout) {
  if (!layout.unlocated.length) return null;
  const list = element("ul.unlocated", {}, ...layout.unlocated.map((/** @type {any} */ zone) =>
    element("li", {}, nameOf(zone), " ", element("span.soft", {}, said(zone.reason)))));
  return element("details", {}, element("summary", {}, `${say("unlocated")} (${layout.unlocated.length})`), list);
}

/** The formats most people take; the collection's own page has them all. */
const files = [["gpkg", "GeoPackage"], ["shp", "Shapefile"], ["kml", "KML"], ["dxf", "DXF"], ["xlsx", "Excel"]];

/** The layout to be taken away. @param {any} layout */
function downloads(layout) {
  const language = currentLanguage();
  const links = files.map(([format, name]) =>
    element("a", { href: `collections/${layout.id}/export?f=${format}&lang=${language}`, download: "" }, name));
  const sheet = element("a", { href: `map.pdf?layout=${layout.id}&lang=${language}` }, say("mapSheet"));
  return element("p.downloads.soft", {}, say("downloads"), ...[...links, sheet].flatMap((link, index) => index ? [" · ", link] : [link]));
}

/** How many were made: names of textures are the page's own. */
let swatches = 0;

/** A zone's look in small. @param {any} zone */
export function swatch(zone) {
  const { style } = zone;
  const picture = shape("svg", { viewBox: "0 0 28 16", width: 28, height: 16, "aria-hidden": "true", class: "swatch" });
  const pen = style.pens.at(-1);
  const stroke = { stroke: pen?.colour ?? style.ink, "stroke-width": pen?.width ?? 1, "stroke-dasharray": (pen?.dashes ?? []).join(" ") };
  if (zone.points.length) fill(picture, shape("circle", { cx: 14, cy: 8, r: 4, fill: "#fff", stroke: style.ink, "stroke-width": 2 }));
  else if (zone.lines.length) fill(picture, shape("path", { d: "M2 12L26 4", fill: "none", ...stroke }));
  else {
    fill(picture, shape("rect", { x: 1, y: 1, width: 26, height: 14, fill: style.fill ?? "none", "fill-opacity": style.opacity, ...stroke }));
    if (style.texture) {
      const id = `swatch-${++swatches}`;
      picture.append(shape("defs", {}, pattern(id, style.texture)), shape("rect", { x: 1, y: 1, width: 26, height: 14, fill: `url(#${id})` }));
    }
  }
  return picture;
}
