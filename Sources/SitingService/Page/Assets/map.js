// @ts-check
/** The map: where it looks, what is clicked, the site, the optional base map. */

// @ts-ignore: Leaflet comes from Debian's libjs-leaflet, without types.
import * as L from "../leaflet/leaflet.esm.min.js";
import { say } from "./words.js";

export { L };

let lastWasKey = false;
addEventListener("keydown", () => { lastWasKey = true; }, true);
addEventListener("pointerdown", () => { lastWasKey = false; }, true);

/**
 * @param {HTMLElement} container
 * @param {any} data what the service tells of the map
 * @param {(position: [number, number]) => void} ask called with longitude and latitude
 */
export function makeMap(container, data, ask) {
  const [west, south, east, north] = data.bounds;
  const map = L.map(container, {
    zoomControl: false, zoomSnap: 0.5, minZoom: 9, maxZoom: 17, attributionControl: false, boxZoom: false,
    maxBounds: [[south - 1, west - 1], [north + 1, east + 1]],
    fadeAnimation: false, zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  });
  // Below the zones' names, which are markers at 600.
  ["base", "context", "fill", "edge", "site"].forEach((name, index) => {
    map.createPane(name).style.zIndex = String(210 + index * 40);
  });
  L.control.scale({ imperial: false, position: "bottomleft" }).addTo(map);
  map.on("click", (/** @type {any} */ event) => ask([event.latlng.lng, event.latlng.lat]));
  // The cross that says where the centre is belongs to the keyboard alone.
  container.addEventListener("pointerdown", () => container.classList.remove("keyed"));
  container.addEventListener("focus", () => container.classList.toggle("keyed", lastWasKey));
  container.addEventListener("keydown", (event) => {
    container.classList.add("keyed");
    if (event.key !== "Enter" || event.target !== container) return;
    const centre = map.getCenter();
    ask([centre.lng, centre.lat]);
  });
  return map;
}

/**
 * Plus and minus, in the page's language.
 * @param {any} map
 * @param {any} [earlier] the control to be replaced
 */
export function addZoom(map, earlier) {
  if (earlier) map.removeControl(earlier);
  return L.control.zoom({
    position: "bottomright", zoomInTitle: say("zoomIn"), zoomOutTitle: say("zoomOut"),
  }).addTo(map);
}

/**
 * The base map the service is set to, off until wanted.
 * @param {any} map
 * @param {any} base
 */
export function baseLayer(map, base) {
  const layers = base.tiles.map((/** @type {string} */ url) =>
    L.tileLayer(url, {
      pane: "base", maxNativeZoom: base.max_zoom, maxZoom: 17, subdomains: base.subdomains, opacity: 0.75,
      crossOrigin: false, referrerPolicy: "no-referrer",
    }));
  return L.layerGroup(layers);
}

/** The site on the map: its shape or point, and for a point that is badly known the circle of its accuracy. */
export class SiteMark {
  /**
   * @param {any} map
   * @param {any} palette
   * @param {() => any} room what to keep free beside the site
   */
  constructor(map, palette, room) {
    this.map = map;
    this.room = room;
    this.palette = palette;
    this.group = L.layerGroup().addTo(map);
    this.extent = L.latLngBounds([]);
  }

  clear() {
    this.group.clearLayers();
    this.extent = L.latLngBounds([]);
  }

  /** Where the sites lie. */
  bounds() {
    return L.latLngBounds([this.extent]);
  }

  /**
   * @param {{ geometry: any, assessment: any }[]} sites
   * @param {boolean} moves whether the map goes there
   */
  show(sites, moves) {
    this.clear();
    const { site, paper } = this.palette;
    const bounds = this.extent;
    for (const { geometry, assessment } of sites) {
      if (!geometry) continue;
      const about = assessment?.site ?? {};
      const sigma = Math.hypot(about.accuracy_m ?? 0, about.frame_accuracy_m ?? 0);
      const mark = L.geoJSON(geometry, {
        pane: "site", interactive: false,
        style: { color: site, weight: 2.5, fillColor: site, fillOpacity: 0.18 },
        pointToLayer: (/** @type {any} */ _, /** @type {any} */ position) => {
          if (sigma >= 1) {
            L.circle(position, {
              pane: "site", interactive: false, radius: sigma, color: site, weight: 1, dashArray: "4 4", fill: false,
            }).addTo(this.group);
          }
          return L.circleMarker(position, {
            pane: "site", interactive: false, radius: 7, color: paper, weight: 2.5, fillColor: site, fillOpacity: 1,
          });
        },
      });
      mark.addTo(this.group);
      bounds.extend(mark.getBounds());
    }
    if (!bounds.isValid() || !moves) return;
    if (bounds.getNorthEast().equals(bounds.getSouthWest(), 1e-4)) {
      const room = this.room();
      const at = this.map.latLngToContainerPoint(bounds.getCenter());
      // Under the legend a site is not seen.
      if (!this.map.getBounds().pad(-0.15).contains(bounds) || at.x > this.map.getSize().x - room.paddingBottomRight[0]) {
        this.map.fitBounds(bounds, { maxZoom: Math.max(this.map.getZoom(), 12), ...room });
      }
    } else this.map.fitBounds(bounds.pad(0.4), { maxZoom: 15, ...this.room() });
  }
}
