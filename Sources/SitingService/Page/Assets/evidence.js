// @ts-check
/** What stands behind an answer: sentences, flags, functions, neighbours, what was not looked at. */

import { element } from "./element.js";
import { direction, distance } from "./figures.js";
import { listed, nameOf, said, say } from "./words.js";

/** Document and line, as `002:386`. @param {{ document: string, line: number }} source */
export const reference = (source) => say("line", source.document, source.line);

/**
 * @param {string} title
 * @param {...(HTMLElement | null)} children
 */
function section(title, ...children) {
  const kept = children.filter((one) => one !== null);
  return kept.length ? element("section", {}, element("h3", {}, title), ...kept) : null;
}

/**
 * Sentences with document and line.
 * @param {any[]} sources
 * @param {Set<string>} cited
 */
export function quotes(sources, cited) {
  return element("ul.quotes", {}, ...sources.map((source) => {
    cited.add(source.document);
    return element("li", {}, element("span.reference", {}, reference(source)), element("q", { lang: "zh" }, source.quote));
  }));
}

/** @param {any} assessment @param {any} data @param {Set<string>} cited */
export function flags(assessment, data, cited) {
  if (!assessment.flags.length) return null;
  return section(say("flags"), element("ul.flags", {}, ...assessment.flags.map((/** @type {any} */ flag) => {
    const shift = flag.shift_within_accuracy ? say("shiftWithin")
      : flag.shift ? say("shift", distance(flag.shift.distance_m), Math.round(flag.shift.bearing_deg)) : null;
    return element(`li.${flag.severity}`, {},
      element("span.tag", {}, said(data.words.severity[flag.severity])), ` ${flag.reason}`,
      shift && element("span.soft", {}, ` ${shift}`),
      flag.source && quotes([flag.source], cited));
  })));
}

/** @param {any} assessment @param {any} data @param {Set<string>} cited */
export function functions(assessment, data, cited) {
  if (!assessment.functions.length) return null;
  const holdings = /** @type {Record<string, string>} */ ({ whole: say("inAll"), part: say("inPart"), possible: say("inMaybe") });
  return section(say("functions"), element("ul.functions", {}, ...assessment.functions.map((/** @type {any} */ one) =>
    element("li", {},
      element("strong", {}, nameOf(one)), " ", element("span.soft", {}, holdings[one.holding] ?? ""),
      element("p", { lang: "zh" }, [...one.industries, ...one.functions].join("、")),
      element("details", {}, element("summary", {}, say("evidence")), quotes(one.sources, cited))))));
}

/** @param {any} assessment @param {any} data @param {Set<string>} cited */
export function comparison({ comparison: compared }, data, cited) {
  if (!compared) return null;
  const blocks = compared.answers.map((/** @type {any} */ answer) => element("div", {},
    element("p", {}, element("strong", {}, nameOf(answer)), ` ${answer.statement}`),
    element("ul.quotes", {}, ...answer.assignments.map((/** @type {any} */ one) => {
      cited.add(one.source.document);
      const away = one.distance?.distance_m;
      return element("li", {}, element("strong", {}, nameOf(one)),
        element("span.soft", {}, ` ${[one.document_word && `“${one.document_word}”`, one.place === "elsewhere" && away && `${distance(away)} · ${direction(one.distance.bearing_deg)}`].filter(Boolean).join(" · ")}`),
        element("br"), element("span.reference", {}, reference(one.source)), element("q", { lang: "zh" }, one.source.quote));
    })),
    answer.note && element("p.remark", {}, answer.note)));
  const silences = (compared.silences ?? []).map((/** @type {any} */ one) => element("p.remark", {}, one.statement ?? one.text ?? ""));
  return section(say("titled", say("comparison"), compared.activity), ...blocks, ...silences);
}

/** Axes, rivers, places, and the zones next to the site. @param {any} assessment @param {any} data */
export function nearby(assessment, data) {
  const far = assessment.distances.filter((/** @type {any} */ one) => one.coverage === "covered" && one.distance_m !== null)
    .map((/** @type {any} */ one) => row(one, one.distance_m, data));
  const neighbours = assessment.neighbours.filter((/** @type {any} */ one) => !["within"].includes(one.kind))
    .map((/** @type {any} */ one) => row(one, one.gap_m, data, said(data.words.adjacency[one.kind])));
  const list = (/** @type {HTMLElement[]} */ rows) => element("ul.pairs", {}, ...rows);
  return element("section", {}, element("h3", {}, say("near")), far.length ? list(far) : element("p", {}, say("noneFound")),
    element("h4", {}, say("neighbours", distance(assessment.neighbours_within_m))),
    neighbours.length ? list(neighbours) : element("p", {}, say("noneFound")));
}

/** @param {any} one @param {number} metres @param {any} data @param {string} [kind] */
function row(one, metres, data, kind) {
  const gap = metres > 0 ? say("gap", distance(metres), direction(one.bearing_deg ?? 0)) : kind ? "" : say("crossed");
  const role = said(data.words.role[one.role]);
  return element("li", {}, element("strong", {}, nameOf(one)), " ",
    element("span.soft", {}, [kind ?? role, gap, say("accuracyOf", distance(one.accuracy_m ?? 0))].filter(Boolean).join(" · ")));
}

/** @param {any} assessment @param {any} data */
export function surroundings({ context }, data) {
  const shown = context.filter((/** @type {any} */ one) => one.verdict !== "outside" && one.grade !== "likely_outside");
  if (!shown.length) return null;
  return section(say("located"), element("p", {}, listed(shown.map((/** @type {any} */ one) =>
    `${nameOf(one)} (${said(data.words.grade[one.grade])})`))));
}

/** @param {any} assessment @param {Set<string>} cited */
export function unchecked({ unchecked: items }, cited) {
  return section(say("unchecked"), element("ul.unchecked", {}, ...items.map((/** @type {any} */ item) => {
    for (const source of item.sources) cited.add(source.document);
    return element("li", {}, element("strong", {}, nameOf(item)), ` ${item.check} `,
      item.sources.length > 0 && element("span.reference", {}, [...new Set(item.sources.map(reference))].join(" ")));
  })));
}

/** The documents quoted, in full. @param {any} data @param {Set<string>} cited */
export function documents(data, cited) {
  const shown = data.documents.filter((/** @type {any} */ one) => cited.has(one.id));
  return section(say("documents"), element("ul.documents", {}, ...shown.map((/** @type {any} */ one) =>
    element("li", {}, element("span.reference", {}, one.id), said(one.title), one.number && ` ${one.number}`))));
}
