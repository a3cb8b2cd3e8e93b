// @ts-check
/** What the page asks of the service. */

import { firstSites } from "./sites.js";
import { currentLanguage, say } from "./words.js";

/**
 * What is asked: a text (position or name) or a shape, with what is known of it.
 * @typedef {object} Question
 * @property {string} [where]
 * @property {string} [shape] GeoJSON or Well-Known Text
 * @property {Blob} [bytes] the shape as it came, where it is in no UTF-8: the service knows other encodings
 * @property {string} [name] the file's name
 * @property {string} frame empty for what the file itself says, else WGS 84
 * @property {string} accuracy
 * @property {string} activity
 */

/** Why the service refuses, as its problem document says. */
export class Refusal extends Error {
  /** @param {string} message @param {string} field */
  constructor(message, field) {
    super(message);
    this.field = field;
  }
}

/** Digits, signs, degrees and the letters of directions; full-width ones too. A name has other letters. */
const positionText = /^[\s\d.,，．、;；:：+\-−－°º′'’″"”度分秒东西南北经纬EWNSewnsXYxy=＝（）()０-９Ａ-Ｚ]+$/;

/** Whether a text is a position rather than a name. @param {string} text */
export const isPosition = (text) => /[\d０-９]/.test(text) && positionText.test(text);

/** Whether a text is a shape: GeoJSON, or Well-Known Text. @param {string} text */
export const isShape = (text) => isGeoJSON(text) || /^\s*(SRID=\d+;\s*)?(MULTI)?(POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*(Z|M|ZM)?\s*\(/i.test(text);

/** @param {string} text */
const isGeoJSON = (text) => text.trimStart().startsWith("{");

/** What the map shows: layouts with their styles, frames, words. */
export async function mapData() {
  const response = await fetch("map/data", { headers: { Accept: "application/json" } });
  if (!response.ok) throw await refusal(response);
  return response.json();
}

/**
 * A site that was asked about: its shape in WGS 84 and its assessment, or what it is called and why there is none.
 * @typedef {{ geometry: any, assessment: any, site: any, error: any }} Answer
 */

/**
 * The assessments of the sites asked about, of a long file the first.
 * @param {Question} question
 * @param {AbortSignal} signal
 * @returns {Promise<Answer[]>}
 */
export async function assessments(question, signal) {
  const response = await send(question, "geojson", signal);
  const collection = await response.json();
  const features = collection.type === "Feature" ? [collection] : collection.features;
  return features.filter((/** @type {any} */ one) => one.properties?.kind === "site" || one.properties?.error)
    .map((/** @type {any} */ one) => ({
      geometry: one.geometry, assessment: one.properties.assessment, site: one.properties.site, error: one.properties.error,
    }));
}

/**
 * The one-page report, to be kept.
 * @param {Question} question
 */
export async function report(question) {
  return (await send(question, "html", new AbortController().signal)).blob();
}

/**
 * @param {Question} question
 * @param {string} format
 * @param {AbortSignal} signal
 */
async function send(question, format, signal) {
  const query = new URLSearchParams({ f: format, lang: currentLanguage() });
  if (question.frame) query.set("frame", question.frame);
  if (question.accuracy) query.set("accuracy", question.accuracy);
  if (question.activity) query.set("activity", question.activity);
  /** @type {RequestInit} */
  const request = { signal, method: "POST" };
  if (question.shape) {
    const { text } = firstSites(question.shape);
    request.body = text === question.shape ? question.bytes ?? text : text;
    request.headers = { "Content-Type": isGeoJSON(question.shape) ? "application/geo+json" : "text/plain" };
  } else {
    query.set(isPosition(question.where ?? "") ? "position" : "place", question.where ?? "");
    request.method = "GET";
  }
  const response = await fetch(`assess?${query}`, request);
  if (!response.ok) throw await refusal(response);
  return response;
}

/** @param {Response} response */
async function refusal(response) {
  try {
    const problem = await response.json();
    return new Refusal(problem.detail ?? problem.title, problem.field ?? "");
  } catch {
    return new Refusal(say("failed", response.status), "");
  }
}
