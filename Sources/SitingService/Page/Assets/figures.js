// @ts-check
/** Numbers as people read them. */

import { currentLanguage, say } from "./words.js";

/** Metres below a kilometre, kilometres with one decimal above. @param {number} metres */
export const distance = (metres) =>
  Math.abs(metres) < 999.5 ? `${Math.round(Math.abs(metres))} m` : `${(Math.abs(metres) / 1000).toFixed(1)} km`;

/** Never 0 or 100 %, which no drawing can promise. @param {number} probability */
export const percentage = (probability) =>
  probability < 0.01 ? "<1%" : probability >= 0.99 ? ">99%" : `${Math.round(probability * 100)}%`;

/** A share may be all or nothing. @param {number} share */
export const share = (share) =>
  share > 0 && share < 0.005 ? "<1%" : share < 1 && share >= 0.995 ? ">99%" : `${Math.round(share * 100)}%`;

/**
 * An interval of shares.
 * @param {[number, number]} interval
 */
export const interval = ([low, high]) => `${Math.round(low * 100)}–${Math.round(high * 100)}%`;

/**
 * An area with its 亩, or a length.
 * @param {{ m2?: number, mu?: number, m?: number } | null | undefined} extent
 */
export function extent(extent) {
  if (!extent) return "";
  if (extent.m2 === undefined) return distance(extent.m ?? 0);
  const zh = currentLanguage() === "zh";
  const area = extent.m2 >= 1e6 ? `${(extent.m2 / 1e6).toFixed(2)} ${zh ? "平方公里" : "km²"}`
    : extent.m2 >= 1e4 ? `${(extent.m2 / 1e4).toFixed(2)} ${zh ? "公顷" : "ha"}` : `${Math.round(extent.m2)} m²`;
  const mu = `${(extent.mu ?? extent.m2 * 3 / 2000).toFixed(1)} ${say("mu")}`;
  return zh ? `${area}（${mu}）` : `${area} (${mu})`;
}

/** One of eight directions. @param {number} bearing degrees clockwise from north */
export function direction(bearing) {
  const names = ["north", "northEast", "east", "southEast", "south", "southWest", "west", "northWest"];
  return say(names[((Math.round(bearing / 45) % 8) + 8) % 8]);
}

/**
 * How far inside or outside a boundary.
 * @param {number} metres positive inside
 */
export const fromBoundary = (metres) => say(metres >= 0 ? "insideBy" : "outsideBy", distance(metres));

/** A position, longitude first. @param {number[]} position */
export const position = ([x, y]) => {
  const decimals = Math.abs(x) > 180 ? 2 : 5;
  return `${x.toFixed(decimals)}, ${y.toFixed(decimals)}`;
};
