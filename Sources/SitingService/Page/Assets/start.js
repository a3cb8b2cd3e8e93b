// @ts-check
/** Puts the page together: what is asked goes to the service, what it answers to the map and the sheet. */

import { isShareable, readAddress, writeAddress } from "./address.js";
import { sheet, spoken } from "./answer.js";
import { element, found } from "./element.js";
import { NameLayer } from "./labels.js";
import { writeLayers } from "./layers.js";
import { L, SiteMark, addZoom, baseLayer, makeMap } from "./map.js";
import { nominal } from "./placements.js";
import { listen, showMistake, showQuestion, writeFrames } from "./question.js";
import { Refusal, assessments, mapData, report } from "./service.js";
import { currentLanguage, nameOf, said, say, speak, translatePage } from "./words.js";
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
/** @type {{ geometry: any, assessment: any, error: any }[]} */
let answers = [];
let running = new AbortController();

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
      ? `${said(data.base_map.attribution)} ${say(data.base_map.datum === "gcj02" ? "baseGcj02" : "baseCgcs2000")}` : "";
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
  const legend = found("layers");
  return { paddingTopLeft: [12, 12], paddingBottomRight: [wide.matches && legend.hasAttribute("open") ? legend.offsetWidth + 18 : 12, 12] };
}

/** @param {any} zone */
function zoomTo(zone) {
  const positions = [...zone.polygons.flat(2), ...zone.lines.flat(), ...zone.points];
  const bounds = L.latLngBounds(positions.map((/** @type {number[]} */ [x, y]) => [y, x]));
  map.fitBounds(bounds.pad(0.2), { maxZoom: 14 });
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
  const centre = map.getCenter();
  writeAddress({ question, layout: shown.layout, language: currentLanguage(), view: [centre.lat, centre.lng, map.getZoom()] });
}

/**
 * Asks the service and shows what it says.
 * @param {Question} asked
 * @param {boolean} [moves] whether the map goes to the site
 */
async function ask(asked, moves = true) {
  showMistake(null);
  if (!asked.shape && !asked.where) {
    showMistake(say("nothingAsked"));
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
    answers = await assessments(asked, signal);
    // A file without a site is a mistake in the file.
    const failed = answers.find((one) => one.error);
    if (failed) showMistake([failed.error.message, failed.error.remedy].filter(Boolean).join(" "));
    answers = answers.filter((one) => one.assessment);
    mark.show(answers, moves);
    write();
    // Where the sheet is below the map, both are brought into sight.
    if (wide.matches) found("answer").scrollTop = 0;
    else scrollTo({ top: found("answer").offsetTop - innerHeight * 0.42 });
    emphasise();
    remember();
  } catch (error) {
    if (signal.aborted) return;
    answers = [];
    mark.clear();
    emphasise();
    showMistake(explained(error));
    write();
    found("where").focus();
  } finally {
    if (!signal.aborted) document.body.classList.remove("busy");
  }
}

/** Writes the sheets of all sites, and tells a screen reader the gist. */
function write() {
  const place = found("sheet");
  if (!answers.length) {
    const tries = ["106.33,29.52", "科学会堂", "西永"].map((where) =>
      element("button.quiet.small", { type: "button", onclick: () => ask({ where, frame: "wgs84", accuracy: "", activity: "" }) }, where));
    place.replaceChildren(element("p.welcome", {}, say("welcome")), element("p.tries", {}, say("tryOne"), ...tries));
    found("said").textContent = "";
    return;
  }
  const keep = element("p.keep", {}, element("button.quiet.small", { type: "button", onclick: download }, say("report")));
  place.replaceChildren(
    ...(answers.length > 1 ? [element("p.soft", {}, say("features", answers.length))] : []),
    ...answers.map(({ assessment }) => sheet(assessment, data, showLayout)), keep);
  found("said").textContent = spoken(answers[0].assessment, data);
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
  return `${say("failed", error instanceof Error ? error.message : String(error))} ${say("failedTry")}`;
}

/** @param {"zh" | "en"} language */
function translate(language) {
  speak(language);
  translatePage();
  writeFrames(data.frames);
  showQuestion(question);
  zoom = addZoom(map, zoom);
  draw();
  if (answers.length) ask(question, false);
  else write();
  remember();
}

// While the name of a file stands in the form it is the file that is asked about, in another frame perhaps.
listen((asked) => ask(!asked.shape && question.shape && asked.where === (question.name ?? say("site"))
  ? { ...asked, shape: question.shape, bytes: question.bytes, name: question.name } : asked));
for (const language of languages) {
  document.querySelector(`[data-language="${language}"]`)?.addEventListener("click", () => translate(language));
}
found("print").addEventListener("click", () => print());
found("share").addEventListener("click", async () => {
  remember();
  const isWhole = !question.shape || isShareable(question);
  try {
    await navigator.clipboard.writeText(location.href);
    found("said").textContent = isWhole ? say("shared") : `${say("shared")}${say("shapeNotShared")}`;
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
  document.body.classList.add("printing");
  folded = [...document.querySelectorAll("#sheet details:not([open])")];
  for (const one of folded) one.setAttribute("open", "");
  map.invalidateSize({ animate: false });
});
addEventListener("afterprint", () => {
  document.body.classList.remove("printing");
  for (const one of folded) one.removeAttribute("open");
  map.invalidateSize({ animate: false });
});

writeFrames(data.frames);
if (wide.matches) found("layers").setAttribute("open", "");
if (address.view) map.setView([address.view[0], address.view[1]], address.view[2], { animate: false });
else showWhole();
draw();
if (question.where || question.shape) ask(question, !address.view);
else write();
document.body.classList.add("ready");
