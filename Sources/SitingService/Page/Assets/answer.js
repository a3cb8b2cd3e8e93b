// @ts-check
/** The answer as a sheet: first what most people came for, then everything behind it. */

import { element } from "./element.js";
import { extent, position } from "./figures.js";
import { documents, flags, functions, comparison, nearby, surroundings, unchecked } from "./evidence.js";
import { nominal, placement } from "./placements.js";
import { listed, nameOf, said, say, sentences } from "./words.js";

/**
 * The sheet of one site.
 * @param {any} assessment
 * @param {any} data
 * @param {(layout: string) => void} showLayout
 * @returns {HTMLElement}
 */
export function sheet(assessment, data, showLayout) {
  const { site } = assessment;
  const cited = new Set();
  const parts = [
    heading(assessment, data),
    ...assessment.layouts.map((/** @type {any} */ one) => placement(one, assessment, data, cited, showLayout)),
    flags(assessment, data, cited),
    comparison(assessment, data, cited),
    functions(assessment, data, cited),
    nearby(assessment, data),
    surroundings(assessment, data),
    unchecked(assessment, cited),
    documents(data, cited),
    element("p.disclaimer", {}, assessment.disclaimer),
  ];
  return element("article.sheet", { "aria-label": site.name ?? say("site") }, ...parts);
}

/** @param {any} assessment @param {any} data */
function heading({ site, as_of: asOf, notes }, data) {
  const frame = (/** @type {string} */ id) => said(data.frames.find((/** @type {any} */ one) => one.id === id)?.name) || id;
  const title = site.place ? nameOf(site.place) : site.name ?? (site.position ? say("point") : say("site"));
  const facts = [
    site.position && `${position(site.position)} ${frame(site.frame)}`,
    site.position && site.frame !== "wgs84" && `${position(site.wgs84)} ${frame("wgs84")}`,
    site.extent && extent(site.extent),
    site.accuracy_m > 0 && `${say("accuracyShort")} ${Math.round(site.accuracy_m)} m`,
  ].filter(Boolean);
  return element("header.of-site", {},
    element("h2", {}, title),
    element("p", {}, facts.join(" · ")),
    element("p.soft", {}, say("asOf", asOf)),
    ...[...site.notes, ...notes].map((/** @type {any} */ note) => element("p.soft.site-note", {}, note.text)));
}

/**
 * The sites that could not be answered, each by its number and name, with the reason and what to do.
 * @param {import("./service.js").Answer[]} answers
 */
export function unanswered(answers) {
  const failed = answers.map((one, index) => ({ ...one, number: index + 1 })).filter((one) => one.error);
  if (!failed.length) return null;
  return element("section.unanswered", {}, element("h2", {}, say("unanswered", answers.length, failed.length)),
    element("ul", {}, ...failed.map(({ site, error, number }) => {
      const names = [...new Set([site?.name, site?.id])].filter(Boolean);
      return element("li", {},
        element("strong", {}, names.length ? say("siteNamed", error.row ?? number, listed(names)) : say("siteNumber", error.row ?? number)),
        ` ${sentences(error.message, error.remedy)}`);
    })));
}

/**
 * What a screen reader is told: where the site lies, layout by layout.
 * @param {any} assessment
 * @param {any} data
 */
export function spoken(assessment, data) {
  return assessment.layouts.map((/** @type {any} */ layout) => {
    const zone = nominal(layout);
    if (!zone) return say("saidNone", nameOf(layout), layout.coverage === "covered" ? say("noZone") : say("notCovered"));
    return say("said", nameOf(layout), nameOf(zone), said(data.words.grade[zone.grade]));
  }).join(" ");
}
