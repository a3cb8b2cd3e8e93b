// @ts-check
/** The zones' names on the map: each where it has room, none over another. */

import { element } from "./element.js";
import { L } from "./map.js";
import { nameOf } from "./words.js";

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

/** @param {Box} one @param {Box} two */
const meet = (one, two) =>
  one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom;

export class NameLayer {
  /**
   * @param {any} map
   * @param {HTMLElement} cover what lies over the map: no name is set under it
   */
  constructor(map, cover) {
    this.map = map;
    this.cover = cover;
    cover.addEventListener("toggle", () => this.place());
    this.group = L.layerGroup().addTo(map);
    /** @type {any[]} */
    this.zones = [];
    map.on("zoomend moveend resize", () => this.place());
  }

  /** @param {any[]} zones */
  show(zones) {
    this.zones = zones;
    this.place();
  }

  place() {
    this.group.clearLayers();
    /** @type {Box[]} */
    const taken = [this.#covered()];
    // The small ones first: they have the least choice.
    const zones = this.zones.filter((zone) => zone.label).map((zone) => ({ zone, size: this.#size(zone) }))
      .sort((one, two) => one.zone.rank - two.zone.rank || one.size - two.size);
    for (const { zone, size } of zones) {
      const text = element(`span.name.${zone.rank === 2 ? "context" : `depth-${Math.min(zone.depth, 2)}`}`, { "aria-hidden": "true" }, nameOf(zone));
      let lettering = this.#measure(text);
      // In a narrow zone a name stands in more lines.
      if (zone.polygons.length && size < lettering.width) {
        text.style.maxWidth = `${Math.max(size, lettering.width / 2, 72)}px`;
        lettering = this.#measure(text);
      }
      if (zone.polygons.length && size < lettering.width * 0.55) continue;
      const spot = this.#spots(zone, lettering).find((box) => !taken.some((other) => meet(box, other)));
      if (!spot) continue;
      taken.push(spot);
      const centre = L.point((spot.left + spot.right) / 2, (spot.top + spot.bottom) / 2);
      text.style.color = zone.style.ink;
      L.marker(this.map.layerPointToLatLng(centre), {
        interactive: false, keyboard: false,
        icon: L.divIcon({
          className: "name-box", html: text, iconSize: [lettering.width, lettering.height],
          iconAnchor: [lettering.width / 2, lettering.height / 2],
        }),
      }).addTo(this.group);
    }
  }

  /** The part of the map that is covered. @returns {Box} */
  #covered() {
    const map = this.map.getContainer().getBoundingClientRect();
    const cover = this.cover.getBoundingClientRect();
    const [one, two] = [[cover.left, cover.top], [cover.right, cover.bottom]]
      .map(([x, y]) => this.map.containerPointToLayerPoint([x - map.left, y - map.top]));
    return { left: one.x, top: one.y, right: two.x, bottom: two.y };
  }

  /** The width of a zone on the screen. @param {any} zone */
  #size(zone) {
    const points = zone.polygons.flat(2);
    if (!points.length) return 1e6;
    const xs = points.map((/** @type {[number, number]} */ [x, y]) => this.#point([x, y]).x);
    return Math.max(...xs) - Math.min(...xs);
  }

  /** @param {[number, number]} position */
  #point([longitude, latitude]) {
    return this.map.latLngToLayerPoint([latitude, longitude]);
  }

  /** @param {HTMLElement} text */
  #measure(text) {
    text.classList.add("measured");
    this.map.getContainer().append(text);
    const { width, height } = text.getBoundingClientRect();
    text.remove();
    text.classList.remove("measured");
    return { width: Math.ceil(width) + 2, height: Math.ceil(height) };
  }

  /**
   * Where a name may stand, the best first: around its anchor in an area, beside a point.
   * @param {any} zone
   * @param {{ width: number, height: number }} lettering
   * @returns {Box[]}
   */
  #spots(zone, { width, height }) {
    const anchor = this.#point(zone.label);
    const around = (/** @type {number} */ x, /** @type {number} */ y) =>
      ({ left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 });
    if (!zone.polygons.length) {
      const away = zone.points.length ? 9 : 4;
      return [
        around(anchor.x + width / 2 + away, anchor.y), around(anchor.x - width / 2 - away, anchor.y),
        around(anchor.x, anchor.y - height / 2 - away), around(anchor.x, anchor.y + height / 2 + away),
      ];
    }
    const rings = zone.polygons.flat().map((/** @type {any[]} */ ring) => ring.map((one) => this.#point(one)));
    const xs = rings.flat().map((/** @type {any} */ one) => one.x);
    const ys = rings.flat().map((/** @type {any} */ one) => one.y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const spots = [anchor];
    const steps = 9;
    for (let column = 1; column < steps; column += 1) {
      for (let row = 1; row < steps; row += 1) {
        const spot = L.point(left + (right - left) * column / steps, top + (bottom - top) * row / steps);
        if (covers(rings, spot)) spots.push(spot);
      }
    }
    // The name of a whole stands better on what its parts leave free.
    const parts = this.zones
      .filter((one) => one.polygons.length && (one.parent === zone.id || one.rank < zone.rank))
      .map((one) => one.polygons.flat().map((/** @type {any[]} */ ring) => ring.map((corner) => this.#point(corner))));
    const cost = (/** @type {any} */ spot) => {
      const { left, right, top: above, bottom: below } = around(spot.x, spot.y);
      const corners = [left, (left + spot.x) / 2, spot.x, (right + spot.x) / 2, right].flatMap((x) => [L.point(x, above), L.point(x, below)]);
      return spot.distanceTo(anchor) + 60 * corners.filter((one) => parts.some((rings) => covers(rings, one))).length
        + 25 * corners.filter((one) => !covers(rings, one)).length;
    };
    return spots.map((spot) => ({ spot, cost: cost(spot) })).sort((one, two) => one.cost - two.cost)
      .map(({ spot }) => around(spot.x, spot.y));
  }
}

/**
 * By the even-odd rule.
 * @param {{ x: number, y: number }[][]} rings
 * @param {{ x: number, y: number }} point
 */
function covers(rings, point) {
  let inside = false;
  for (const ring of rings) {
    for (let index = 0, last = ring.length - 1; index < ring.length; last = index++) {
      const [one, two] = [ring[index], ring[last]];
      if (one.y > point.y !== two.y > point.y
        && point.x < (two.x - one.x) * (point.y - one.y) / (two.y - one.y) + one.x) inside = !inside;
    }
  }
  return inside;
}
