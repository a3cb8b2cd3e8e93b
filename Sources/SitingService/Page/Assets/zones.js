// @ts-check
/** The zones of one layout on the map, in the styles of the printed sheet, as the service gives them. */

import { shape } from "./element.js";
import { L } from "./map.js";

/** @param {[number, number][][]} rings longitude first */
const turned = (rings) => rings.map((ring) => ring.map(([longitude, latitude]) => [latitude, longitude]));

/** Draws zones and takes them off again. */
export class ZoneLayer {
  /** @param {any} map */
  constructor(map) {
    this.map = map;
    this.fill = L.svg({ pane: "fill", padding: 0.3 });
    this.edge = L.svg({ pane: "edge", padding: 0.3 });
    this.under = L.svg({ pane: "context", padding: 0.3 });
    this.group = L.layerGroup().addTo(map);
    /** @type {Map<string, any>} */
    this.edges = new Map();
    this.emphasised = "";
    /** The width of the finest step of a soft edge shown, metres. */
    this.step = 0;
    map.on("zoomend", () => { if (this.step) this.#smooth(); });
  }

  /**
   * @param {any} layout
   * @param {{ soft: boolean }} options
   */
  show(layout, { soft }) {
    this.group.clearLayers();
    this.edges.clear();
    const context = layout.kind === "context";
    for (const zone of layout.zones) this.#area(zone, soft, context);
    for (const zone of layout.zones) this.#outline(zone, context);
    this.emphasise(this.emphasised);
    if (context) return;
    const steps = layout.zones.filter((/** @type {any} */ zone) => zone.fade.length > 1)
      .map((/** @type {any} */ zone) => 2 * zone.accuracy_m / zone.fade.length);
    this.step = soft && steps.length ? Math.min(...steps) : 0;
    this.#smooth();
  }

  /** Blurs the steps of the soft edges into one another where they are wide enough to be seen. */
  #smooth() {
    const centre = this.map.getCenter();
    const metres = 40_075_017 * Math.cos(centre.lat * Math.PI / 180) / 2 ** (this.map.getZoom() + 8);
    const pixels = Math.min(this.step / metres * 0.6, 24);
    if (this.map.getPane("fill")) this.map.getPane("fill").style.filter = pixels > 1 ? `blur(${pixels.toFixed(1)}px)` : "";
  }

  clear() {
    this.group.clearLayers();
  }

  /** Draws a zone's edge heavier than the others. @param {string} id */
  emphasise(id) {
    this.emphasised = id;
    for (const [other, paths] of this.edges) {
      for (const { path, width } of paths) path.setStyle({ weight: other === id ? width + 2 : width });
    }
  }

  /** @param {any} zone @param {boolean} soft @param {boolean} context */
  #area(zone, soft, context) {
    const { style } = zone;
    if (!zone.polygons.length) return;
    const common = { renderer: context ? this.under : this.fill, stroke: false, interactive: false };
    const steps = soft && zone.fade.length ? zone.fade : [{ opacity: style.opacity, polygons: zone.polygons }];
    for (const step of style.fill ? steps : []) {
      L.polygon(step.polygons.map(turned), { ...common, fillColor: style.fill, fillOpacity: step.opacity })
        .addTo(this.group);
    }
    if (style.texture) {
      const renderer = context ? this.under : this.edge;
      L.polygon(zone.polygons.map(turned), { ...common, renderer, fillColor: this.#pattern(renderer, style), fillOpacity: 1 })
        .addTo(this.group);
    }
  }

  /** @param {any} zone @param {boolean} context */
  #outline(zone, context) {
    const renderer = context ? this.under : this.edge;
    const paths = [];
    for (const pen of zone.style.pens) {
      const look = {
        renderer, interactive: false, fill: false, color: pen.colour, weight: pen.width, opacity: pen.opacity,
        dashArray: pen.dashes.length ? pen.dashes.join(" ") : null, lineCap: pen.dashes.length ? "butt" : "round",
        smoothFactor: 0.5,
      };
      const drawn = [
        ...zone.polygons.map((/** @type {any} */ rings) => L.polygon(turned(rings), look)),
        ...zone.lines.map((/** @type {any} */ line) => L.polyline(turned([line])[0], look)),
      ];
      for (const path of drawn) {
        path.addTo(this.group);
        paths.push({ path, width: pen.width });
      }
    }
    for (const [longitude, latitude] of zone.points) {
      const look = { renderer, interactive: false, radius: 4, color: zone.style.fill ?? zone.style.ink, weight: 2, fillColor: "#fff", fillOpacity: 1 };
      const path = L.circleMarker([latitude, longitude], look).addTo(this.group);
      paths.push({ path, width: 2 });
    }
    if (!context) this.edges.set(zone.id, paths);
  }

  /**
   * The hatch or hills of a role, put once into the picture and named.
   * @param {any} renderer
   * @param {any} style
   */
  #pattern(renderer, style) {
    const { texture } = style;
    // A gap such as 24.57 would be no name in a selector.
    const gap = String(texture.gap).replace(".", "_");
    const id = `${texture.kind}-${gap}-${texture.colour.slice(1)}-${texture.rising ? "up" : "down"}`;
    if (!this.map.hasLayer(renderer)) renderer.addTo(this.map);
    const picture = renderer._container;
    if (!picture.querySelector(`#${id}`)) picture.prepend(shape("defs", {}, pattern(id, texture)));
    return `url(#${id})`;
  }
}

/**
 * A texture as a tile of SVG.
 * @param {string} id
 * @param {any} texture lengths in pixels
 */
export function pattern(id, texture) {
  const { kind, gap, colour, width, opacity, rising } = texture;
  const pen = { stroke: colour, "stroke-width": width, "stroke-opacity": opacity, fill: "none" };
  if (kind === "hills") {
    const [wide, high] = [gap * 0.17, gap * 0.19];
    const hill = (/** @type {number} */ x, /** @type {number} */ y) =>
      shape("path", { d: `M${x - wide} ${y}l${wide} ${-high}l${wide} ${high}`, ...pen });
    return shape("pattern", { id, width: gap, height: gap * 1.6, patternUnits: "userSpaceOnUse" },
      hill(gap * 0.25, gap * 0.4), hill(gap * 0.75, gap * 1.2));
  }
  const turn = rising ? 45 : -45;
  const apart = gap / Math.SQRT2;
  return shape("pattern", { id, width: apart, height: apart, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${turn})` },
    shape("path", { d: `M${apart / 2} 0V${apart}`, ...pen }));
}
