// @ts-check
/** The form: what is typed, chosen, dropped. */

import { element, found } from "./element.js";
import { isShape } from "./service.js";
import { said, say } from "./words.js";

/** @typedef {import("./service.js").Question} Question */

/** The largest file read, in MiB: what the service takes. */
const largestFile = 16;

const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (found(id));

/** Whether the frame in the form was chosen there by hand. */
let isFrameChosen = false;

/** The frame for a shape: none where nobody chose one, since the shape may state its own. */
export function frameOfShape() {
  const select = /** @type {HTMLSelectElement} */ (found("frame"));
  return isFrameChosen || select.selectedIndex > 0 ? select.value : "";
}

/** What stands in the form. @returns {Question} */
export function questionInForm() {
  const text = input("where").value.trim();
  const shape = isShape(text) ? text : undefined;
  return {
    where: text, shape, name: shape, frame: shape ? frameOfShape() : input("frame").value, accuracy: input("accuracy").value.trim(),
    activity: input("activity").value.trim(),
  };
}

/** @param {Question} question */
export function showQuestion(question) {
  input("where").value = question.shape ? question.name ?? say("site") : question.where ?? "";
  input("accuracy").value = question.accuracy;
  input("activity").value = question.activity;
  if (question.frame && question.frame !== input("frame").value) {
    input("frame").value = question.frame;
    isFrameChosen = false;
  }
  if (question.activity || question.accuracy) document.querySelector("details.more")?.setAttribute("open", "");
}

/** Fills the choice of frames. @param {any[]} frames */
export function writeFrames(frames) {
  const select = /** @type {HTMLSelectElement} */ (found("frame"));
  const { value } = select;
  select.replaceChildren(...frames.map((frame) =>
    element("option", { value: frame.id }, frame.id.startsWith("epsg") ? `${frame.id.toUpperCase()} ${said(frame.name)}` : said(frame.name))));
  select.value = value || frames[0].id;
}

/** What is wrong with the question; null for nothing. @param {string | null} text */
export function showMistake(text) {
  const place = found("where-error");
  place.textContent = text ?? "";
  place.hidden = !text;
  input("where").setAttribute("aria-invalid", String(Boolean(text)));
}

/**
 * Listens to the form, the file and what is dropped.
 * @param {(question: Question) => void} ask
 * @param {(reason: () => string) => void} refuse told why a file is not asked about, in the language of the moment
 */
export function listen(ask, refuse) {
  found("frame").addEventListener("change", () => { isFrameChosen = true; });
  found("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    ask(questionInForm());
  });
  const file = input("file");
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) read(chosen, ask, refuse);
    file.value = "";
  });
  let depth = 0;
  const over = (/** @type {number} */ step) => {
    depth = step ? depth + step : 0;
    document.body.classList.toggle("dropping", depth > 0);
  };
  const holdsFile = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragenter", (event) => { if (holdsFile(event)) over(1); });
  addEventListener("dragleave", (event) => { if (holdsFile(event)) over(-1); });
  addEventListener("dragover", (event) => { if (holdsFile(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    over(0);
    const [dropped] = event.dataTransfer?.files ?? [];
    if (dropped) read(dropped, ask, refuse);
  });
}

/** @param {File} file @param {(question: Question) => void} ask @param {(reason: () => string) => void} refuse */
async function read(file, ask, refuse) {
  if (file.size > largestFile * 2 ** 20) return refuse(() => say("fileTooLarge", file.name, largestFile));
  const content = await file.arrayBuffer();
  let text = "";
  let bytes;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    text = new TextDecoder("gb18030").decode(content);
    // A copy: the file on the disk may be gone when it is asked about again.
    bytes = new Blob([content]);
  }
  if (!isShape(text)) return refuse(() => say("otherFile", file.name));
  ask({ ...questionInForm(), where: "", shape: text, bytes, name: file.name, frame: frameOfShape() });
}
