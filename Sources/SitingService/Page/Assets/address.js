// @ts-check
/** The page's state in the address behind `#`, which goes to no server and into no log: what is shared by a link. */

/** @typedef {import("./service.js").Question} Question */

/**
 * @typedef {object} PageState
 * @property {Question} question
 * @property {string} [layout]
 * @property {string} [language]
 * @property {[number, number, number]} [view] latitude, longitude, zoom
 */

/** The longest shape a link holds, in characters: what browsers and chats pass on whole. */
const longestShape = 1500;

/** Whether a link holds all that is asked. @param {Question} question */
export const isShareable = (question) => !question.bytes && (question.shape?.length ?? 0) <= longestShape;

/** @returns {PageState} */
export function readAddress() {
  const words = new URLSearchParams(location.hash.slice(1));
  const view = (words.get("view") ?? "").split(",").map(Number);
  return {
    question: {
      where: words.get("site") ?? "", shape: words.get("shape") ?? undefined, frame: words.get("frame") ?? "",
      accuracy: words.get("accuracy") ?? "", activity: words.get("activity") ?? "",
    },
    layout: words.get("layout") ?? undefined,
    language: words.get("lang") ?? undefined,
    view: view.length === 3 && view.every(Number.isFinite) ? [view[0], view[1], view[2]] : undefined,
  };
}

/** @param {PageState} state */
export function writeAddress({ question, layout, language, view }) {
  const words = new URLSearchParams();
  if (question.shape && isShareable(question)) words.set("shape", question.shape);
  else if (question.where && !question.shape) words.set("site", question.where);
  if (question.frame) words.set("frame", question.frame);
  if (question.accuracy) words.set("accuracy", question.accuracy);
  if (question.activity) words.set("activity", question.activity);
  if (layout) words.set("layout", layout);
  if (language) words.set("lang", language);
  if (view) words.set("view", `${view[0].toFixed(5)},${view[1].toFixed(5)},${view[2]}`);
  history.replaceState(null, "", `#${words}`);
}
