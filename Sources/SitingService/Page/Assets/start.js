// @ts-check
/** Puts the page together: what is asked goes to the service, what it answers to the map and the sheet. */

import { isShareable, readAddress, writeAddress } from "./address.js";
import { sheet, spoken, unanswered } from "./answer.js";
import { element, found } from "./element.js";
import { NameLayer } from "./labels.js";
import { writeLayers } from "./layers.js";
import { L, SiteMark, addZoom, baseLayer, makeMap } from "./map.js";
import { nominal } from "./placements.js";
import { frameOfShape, listen, showMistake, showQuestion, writeFrames } from "./question.js";
import { Refusal, assessments, mapData, report } from "./service.js";
import { firstSites, mostSites } from "./sites.js";
import { currentLanguage, nameOf, said, say, sentences, speak, translatePage } from "./words.js";
import { ZoneLayer } from "./zones.js";

/** @typedef {import("./service.js").Question} Question */

const wide = matchMedia("(min-width: 60rem)");
const address = readAddress();
const languages = /** @type {const} */ (["zh", "en"]);
speak(languages.find((one) => one === address.language)
  ?? (navigator.languages.some((one) => one.startsWith("zh")) ? "zh" : "en"));
translatePage();

/** @type {any} */
let data;
try {
  data = await mapData();
} catch (error) {
  found("sheet").replaceChildren(element("p.error", { role: "alert" }, explained(error)));
  throw error;
}

/** @type {Question} */
let question = address.question;
/** What was asked about and could be answered. @type {import("./service.js").Answer[]} */
let answers = [];
/** All that was asked about. @type {import("./service.js").Answer[]} */
let outcomes = [];
/** Whether the service refused the question, which it can say in another language too. */
let isRefused = false;
/** What the page itself has against the question. @type {(() => string) | null} */
let objection = null;
let running = new AbortController();
/** What the screen shows while the map is made ready for paper. @type {{ centre: any, zoom: number } | null} */
let screenView = null;

const map = makeMap(found("map"), data, ([longitude, latitude]) => {
  ask({ ...question, shape: undefined, bytes: undefined, name: undefined, where: `${longitude.toFixed(5)},${latitude.toFixed(5)}`, frame: "wgs84" }, false);
});
let zoom = addZoom(map);
const ground = new ZoneLayer(map);
const zones = new ZoneLayer(map);
const names = new NameLayer(map, found("layers"));
const mark = new SiteMark(map, data.palette, besideLegend);
const base = data.base_map ? baseLayer(map, data.base_map) : null;
const plans = data.layouts.filter((/** @type {any} */ one) => one.kind === "plan");
const shown = {
  layout: plans.find((/** @type {any} */ one) => one.id === address.layout)?.id ?? plans[0].id,
  soft: true, context: true, names: true, base: false,
};

/** Draws the map as chosen, and its legend. */
function draw() {
  const layout = plans.find((/** @type {any} */ one) => one.id === shown.layout);
  zones.show(layout, shown);
  if (shown.context) ground.show({ kind: "context", zones: layout.ground }, shown);
  else ground.clear();
  names.show(shown.names ? [...layout.zones, ...(shown.context ? layout.ground : [])] : []);
  if (base) {
    if (shown.base) base.addTo(map);
    else base.remove();
    const note = found("base-note");
    note.hidden = !shown.base;
    note.textContent = shown.base
      ? sentences(said(data.base_map.attribution), say(data.base_map.datum === "gcj02" ? "baseGcj02" : "baseCgcs2000")) : "";
  }
  writeLayers(data, shown, (isOther) => {
    draw();
    if (isOther && !answers.length) showWhole();
    remember();
  }, zoomTo);
  emphasise();
}

/** Goes to where the whole layout is seen, beside the legend. */
function showWhole() {
  const layout = plans.find((/** @type {any} */ one) => one.id === shown.layout);
  const [west, south, east, north] = layout.bounds;
  map.fitBounds([[south, west], [north, east]], { animate: false, ...besideLegend() });
}

/** The part of the map the legend leaves free. */
function besideLegend() {
  return room(wide.matches && found("layers").hasAttribute("open"));
}

/** Room around what is to be seen. @param {boolean} isBesideLegend */
function room(isBesideLegend) {
  return { paddingTopLeft: [12, 12], paddingBottomRight: [isBesideLegend ? found("layers").offsetWidth + 18 : 12, 12] };
}

/** @param {any} zone */
function boundsOf(zone) {
  const positions = [...zone.polygons.flat(2), ...zone.lines.flat(), ...zone.points];
  return L.latLngBounds(positions.map((/** @type {number[]} */ [x, y]) => [y, x]));
}

/** @param {any} zone */
function zoomTo(zone) {
  map.fitBounds(boundsOf(zone).pad(0.2), { maxZoom: 14, ...besideLegend() });
  zones.emphasise(zone.id);
}

/** Marks the zone the site is drawn in. */
function emphasise() {
  const layout = answers[0]?.assessment?.layouts.find((/** @type {any} */ one) => one.layout === shown.layout);
  zones.emphasise(layout ? nominal(layout)?.zone ?? "" : "");
}

/** @param {string} id */
function showLayout(id) {
  shown.layout = id;
  draw();
  remember();
  if (!wide.matches) found("map").scrollIntoView({ block: "nearest" });
}

function remember() {
  // What is seen on paper is not what a link brings back.
  if (screenView) return;
  const centre = map.getCenter();
  writeAddress({ question, layout: shown.layout, language: currentLanguage(), view: [centre.lat, centre.lng, map.getZoom()] });
}

/**
 * Asks the service and shows what it says.
 * @param {Question} asked
 * @param {boolean} [moves] whether the map goes to the site
 */
async function ask(asked, moves = true) {
  object(null);
  isRefused = false;
  if (!asked.shape && !asked.where) {
    object(() => say("nothingAsked"));
    found("where").focus();
    return;
  }
  question = asked;
  showQuestion(asked);
  running.abort();
  running = new AbortController();
  const { signal } = running;
  document.body.classList.add("busy");
  found("said").textContent = say("asking");
  try {
    outcomes = await assessments(asked, signal);
    answers = outcomes.filter((one) => one.assessment);
    const failures = outcomes.length - answers.length;
    if (failures) showMistake(say("unansweredSee", outcomes.length, failures));
    mark.show(answers, moves);
    write();
    // Where the sheet is below the map, both are brought into sight.
    if (wide.matches) found("answer").scrollTop = 0;
    else scrollTo({ top: found("answer").offsetTop - innerHeight * 0.42 });
    emphasise();
    remember();
  } catch (error) {
    if (signal.aborted) return;
    refuse();
    isRefused = true;
    showMistake(explained(error));
    found("where").focus();
  } finally {
    if (!signal.aborted) document.body.classList.remove("busy");
  }
}

/** Says what the page has against a question; null for nothing. @param {(() => string) | null} reason */
function object(reason) {
  objection = reason;
  showMistake(reason?.() ?? null);
}

/** Takes away the answer to an earlier question, where one has none. */
function refuse() {
  running.abort();
  document.body.classList.remove("busy");
  answers = [];
  outcomes = [];
  mark.clear();
  emphasise();
  write();
}

/** Writes the sheets of all sites, and tells a screen reader the gist. */
function write() {
  const place = found("sheet");
  if (!outcomes.length) {
    const tries = ["106.33,29.52", "科学会堂", "西永"].map((where) =>
      element("button.quiet.small", { type: "button", onclick: () => ask({ where, frame: "wgs84", accuracy: "", activity: "" }) }, where));
    place.replaceChildren(element("p.welcome", {}, say("welcome")), element("p.tries", {}, say("tryOne"), ...tries));
    found("said").textContent = "";
    return;
  }
  const keep = element("p.keep", {}, element("button.quiet.small", { type: "button", onclick: download }, say("report")));
  const count = Math.max(outcomes.length, question.shape ? firstSites(question.shape).count : 0);
  place.replaceChildren(
    ...[count > mostSites ? element("p.remark.limit", {}, say("firstOf", count, mostSites, count - mostSites))
      : count > 1 ? element("p.soft", {}, say("features", count)) : null, unanswered(outcomes)].filter((one) => one !== null),
    ...answers.map(({ assessment }) => sheet(assessment, data, showLayout)), ...(answers.length ? [keep] : []));
  // That some have no answer is an alert of its own.
  found("said").textContent = answers.length ? spoken(answers[0].assessment, data) : "";
}

async function download() {
  try {
    const link = /** @type {HTMLAnchorElement} */ (element("a", { href: URL.createObjectURL(await report(question)), download: "jinfeng.html" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  } catch (error) {
    showMistake(explained(error));
  }
}

/** @param {unknown} error */
function explained(error) {
  if (error instanceof Refusal) return error.message;
  return sentences(say("failed", error instanceof Error ? error.message : String(error)), say("failedTry"));
}

/** @param {"zh" | "en"} language */
function translate(language) {
  speak(language);
  translatePage();
  writeFrames(data.frames);
  showQuestion(question);
  zoom = addZoom(map, zoom);
  draw();
  if (outcomes.length || isRefused) ask(question, false);
  else {
    write();
    object(objection);
  }
  remember();
}

// While the name of a file stands in the form it is the file that is asked about, in another frame perhaps.
listen((asked) => ask(!asked.shape && question.shape && asked.where === (question.name ?? say("site"))
  ? { ...asked, shape: question.shape, bytes: question.bytes, name: question.name, frame: frameOfShape() } : asked), (reason) => {
  question = { ...question, where: "", shape: undefined, bytes: undefined, name: undefined };
  showQuestion(question);
  refuse();
  isRefused = false;
  object(reason);
  remember();
});
for (const language of languages) {
  document.querySelector(`[data-language="${language}"]`)?.addEventListener("click", () => translate(language));
}
found("print").addEventListener("click", () => print());
found("share").addEventListener("click", async () => {
  remember();
  const isWhole = !question.shape || isShareable(question);
  try {
    await navigator.clipboard.writeText(location.href);
    found("said").textContent = isWhole ? say("shared") : sentences(say("shared"), say("shapeNotShared"));
  } catch {
    found("said").textContent = say("sharedAddress");
  }
  const button = found("share");
  button.textContent = found("said").textContent;
  setTimeout(() => { button.textContent = say("share"); }, 4000);
});
map.on("moveend", remember);

// On paper the map has a size of its own, and nothing stays folded.
/** @type {Element[]} */
let folded = [];
addEventListener("beforeprint", () => {
  if (screenView) return;
  screenView = { centre: map.getCenter(), zoom: map.getZoom() };
  const bounds = printedBounds();
  document.body.classList.add("printing");
  folded = [...document.querySelectorAll("#sheet details:not([open]), #layers:not([open])")];
  for (const one of folded) one.setAttribute("open", "");
  map.invalidateSize({ animate: false });
  map.fitBounds(bounds, { animate: false, ...room(true) });
});
addEventListener("afterprint", () => {
  if (!screenView) return;
  document.body.classList.remove("printing");
  for (const one of folded) one.removeAttribute("open");
  map.invalidateSize({ animate: false });
  map.setView(screenView.centre, screenView.zoom, { animate: false });
  screenView = null;
});

/** What the printed map shows: the sites and the zone each is drawn in, without one the whole layout; else what the screen shows. */
function printedBounds() {
  const layout = plans.find((/** @type {any} */ one) => one.id === shown.layout);
  const sites = mark.bounds();
  if (!sites.isValid()) return map.getBounds();
  const [west, south, east, north] = layout.bounds;
  for (const { assessment } of answers) {
    const id = nominal(assessment.layouts.find((/** @type {any} */ one) => one.layout === shown.layout) ?? { zones: [] })?.zone;
    const zone = layout.zones.find((/** @type {any} */ one) => one.id === id);
    sites.extend(zone ? boundsOf(zone) : [[south, west], [north, east]]);
  }
  return sites.pad(0.4);
}

writeFrames(data.frames);
if (wide.matches) found("layers").setAttribute("open", "");
if (address.view) map.setView([address.view[0], address.view[1]], address.view[2], { animate: false });
else showWhole();
draw();
// Only now is the legend as wide as it will be.
if (!address.view) showWhole();
if (question.where || question.shape) ask(question, !address.view);
else write();
document.body.classList.add("ready");
