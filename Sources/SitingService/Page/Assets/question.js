// @ts-check
/** The form: what is typed, chosen, dropped. */

import { element, found } from "./element.js";
import { isShape } from "./service.js";
import { said, say } from "./words.js";

/** @typedef {import("./service.js").Question} Question */

/** The largest file read, in MiB: what the service takes. */
const largestFile = 16;

const input = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (found(id));

/** What stands in the form. @returns {Question} */
export function questionInForm() {
  const text = input("where").value.trim();
  return {
    where: text, shape: isShape(text) ? text : undefined, name: isShape(text) ? text : undefined, frame: input("frame").value, accuracy: input("accuracy").value.trim(),
    activity: input("activity").value.trim(),
  };
}

/** @param {Question} question */
export function showQuestion(question) {
  input("where").value = question.shape ? question.name ?? say("site") : question.where ?? "";
  input("accuracy").value = question.accuracy;
  input("activity").value = question.activity;
  if (question.frame) input("frame").value = question.frame;
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
 */
export function listen(ask) {
  found("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    ask(questionInForm());
  });
  const file = input("file");
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) read(chosen, ask);
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
    if (dropped) read(dropped, ask);
  });
}

/** @param {File} file @param {(question: Question) => void} ask */
async function read(file, ask) {
  if (file.size > largestFile * 2 ** 20) return showMistake(say("fileTooLarge", file.name, largestFile));
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
  if (!isShape(text)) return showMistake(say("otherFile", file.name));
  ask({ ...questionInForm(), where: "", shape: text, bytes, name: file.name });
}
