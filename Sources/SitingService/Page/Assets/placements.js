// @ts-check
/** Where the site lies in one layout: nominal zone, grade, probability, shares, what else is possible. */

import { element } from "./element.js";
import { distance, extent, fromBoundary, interval, percentage, share } from "./figures.js";
import { quotes, reference } from "./evidence.js";
import { nameOf, said, say } from "./words.js";

const grades = ["clearly_outside", "likely_outside", "undecided", "likely_inside", "clearly_inside"];

/** The zone the site is drawn in. @param {any} layout */
export const nominal = (layout) => layout.zones.find((/** @type {any} */ one) => one.zone === layout.zone) ?? null;

/**
 * @param {any} layout
 * @param {any} assessment
 * @param {any} data
 * @param {Set<string>} cited
 * @param {(layout: string) => void} showLayout
 */
export function placement(layout, assessment, data, cited, showLayout) {
  const zone = nominal(layout);
  const drawn = data.layouts.find((/** @type {any} */ one) => one.id === layout.layout);
  const section = element("section.placement", { "data-layout": layout.layout },
    element("div.over", {},
      element("h3", {}, nameOf(layout)),
      element("button.quiet.small", { type: "button", onclick: () => showLayout(layout.layout), "aria-label": `${say("onMap")}: ${nameOf(layout)}` }, say("onMap"))),
    zone ? named(zone, layout, assessment, data, cited) : unnamed(layout, assessment),
    others(layout, data, zone),
    ...layout.counterparts.map((/** @type {any} */ one) => counterpart(one, drawn, cited)),
    ...layout.notes.map((/** @type {any} */ note) => element("p.remark", {}, note.text)),
    drawn && element("p.soft", {}, [said(drawn.edition_name), said(drawn.plan_sentence)].filter(Boolean).join(" · ")));
  return section;
}

/** @param {any} zone @param {any} layout @param {any} assessment @param {any} data @param {Set<string>} cited */
function named(zone, layout, assessment, data, cited) {
  const above = layout.path.slice(0, -1).map((/** @type {string} */ id) =>
    nameOf(layout.zones.find((/** @type {any} */ one) => one.zone === id) ?? { name_zh: id, name_en: id }));
  const block = element("div", {},
    element("p.label", {}, say("placed"), above.length > 0 && `　${above.join(" › ")} ›`),
    element("p.zone", {}, nameOf(zone), zone.basis !== "geometry" && element("span.tag", {}, say("textBasis"))),
    gauge(zone, data),
    figures(zone, assessment));
  const shownQuotes = quotes(zone.sources.slice(0, 1), cited);
  block.append(shownQuotes);
  if (zone.note || zone.sources.length > 1) {
    block.append(element("details", {}, element("summary", {}, say("evidenceOf", nameOf(zone))),
      quotes(zone.sources.slice(1), cited), zone.note && element("p.remark", {}, say("titled", say("note"), zone.note))));
  }
  return block;
}

/** @param {any} layout @param {any} assessment */
function unnamed(layout, assessment) {
  const flag = assessment.flags.find((/** @type {any} */ one) => one.layout === layout.layout && one.rule === "not_covered");
  const covered = layout.coverage !== "not_covered";
  const nearest = layout.nearest;
  const away = nearest && (nearest.distance_m ?? Math.abs(nearest.boundary_distance_m));
  return element("div", {},
    covered && element("p.label", {}, say("placed")),
    covered ? element("p.zone.none", {}, say("noZone"))
      : !layout.notes.length && element("p.remark", {}, flag?.reason ?? say("notCovered")),
    nearest && element("p", {}, say("nearest", nameOf(nearest), distance(away))));
}

/** Five steps from outside to inside, the one that holds filled; the word says the same. @param {any} zone @param {any} data */
function gauge(zone, data) {
  const place = grades.indexOf(zone.grade);
  const word = said(data.words.grade[zone.grade]);
  const steps = grades.map((_, index) => element(`span.step${index === place ? `.here.g${index}` : ""}`));
  return element("p.gauge", {}, element("span.steps", { "aria-hidden": "true" }, ...steps), element("strong", {}, word));
}

/** @param {any} zone @param {any} assessment */
function figures(zone, assessment) {
  const rows = [];
  if (zone.share !== undefined && zone.share !== null) {
    rows.push([say("share_"), shareOf(zone)], [zone.extent.m2 === undefined ? say("length") : say("area"), extent(zone.extent)]);
    rows.push([say("probabilityWhole"), percentage(zone.probability_whole)], [say("probabilityAny"), percentage(zone.probability_any)]);
  } else {
    rows.push([say("probability"), percentage(zone.probability ?? zone.probability_whole)]);
    const metres = zone.boundary_distance_m;
    if (metres !== null && metres !== undefined) rows.push([say("boundary"), fromBoundary(metres)]);
  }
  if (zone.accuracy_m !== null && zone.accuracy_m !== undefined) rows.push([say("accuracyShort"), distance(zone.accuracy_m)]);
  const list = element("dl.figures", {}, ...rows.flatMap(([term, value]) => [element("div", {}, element("dt", {}, term), element("dd", {}, value))]));
  const block = element("div", {}, list);
  // At one straight edge the verdict is sure where the boundary is 1.96 standard deviations away (two-sided 95 %).
  if (zone.verdict === "uncertain" && zone.boundary_distance_m && assessment.confidence === 0.975) {
    block.append(element("p.settle", {}, say("settle", distance(Math.abs(zone.boundary_distance_m) / 1.959964))));
  }
  return block;
}

/** @param {any} zone */
const shareOf = (zone) => (zone.share_says_nothing ? say("shareSaysNothing", share(zone.share))
  : `${share(zone.share)} (${interval(zone.interval)})`);

/** All zones of the layout that come into question, as a table. @param {any} layout @param {any} data @param {any} zone */
function others(layout, data, zone) {
  if (layout.zones.length < 2 && zone && !layout.partitions?.length) return null;
  if (!layout.zones.length) return null;
  const shaped = layout.zones.some((/** @type {any} */ one) => one.share !== undefined);
  const heads = shaped ? [say("zone"), say("share_"), say("grade"), say("allAndAny")]
    : [say("zone"), say("grade"), say("probability"), say("boundary")];
  const rows = layout.zones.map((/** @type {any} */ one) => {
    const grade = said(data.words.grade[one.grade]);
    const cells = shaped
      ? [shareOf(one), grade, `${percentage(one.probability_whole)} / ${percentage(one.probability_any)}`]
      : [grade, percentage(one.probability), fromBoundary(one.boundary_distance_m)];
    return element(one === zone ? "tr.nominal" : "tr", {}, element("th", { scope: "row" }, nameOf(one)), ...cells.map((cell) => element("td", {}, cell)));
  });
  for (const partition of layout.partitions ?? []) {
    const rest = partition.rest.m2 ?? partition.rest.m ?? 0;
    const whole = partition.whole.m2 ?? partition.whole.m ?? 0;
    if (!(rest > 0) || !(whole > 0)) continue;
    rows.push(element("tr.rest", {}, element("th", { scope: "row" }, say("rest")), element("td", { colspan: heads.length - 1 }, `${share(rest / whole)} · ${extent(partition.rest)}`)));
  }
  return element("details", {}, element("summary", {}, `${say("allZones")} (${layout.zones.length})`),
    element("div.wide", { tabindex: "0", role: "region", "aria-label": say("allZones") }, element("table", {},
      element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
      element("tbody", {}, ...rows))));
}

/** @param {any} one @param {any} drawn @param {Set<string>} cited */
function counterpart(one, drawn, cited) {
  if (!one.instead) return null;
  const zone = drawn?.zones.find((/** @type {any} */ other) => other.id === one.zone);
  const [source] = one.instead.sources ?? [];
  if (source) cited.add(source.document);
  const away = one.instead.boundary_distance_m;
  return element("p.soft", {}, say("seeHere", zone ? nameOf(zone) : one.zone, nameOf(one.instead),
    [source && reference(source), away !== undefined && away !== null && fromBoundary(away)].filter(Boolean).join(" · ")));
}
