// @ts-check
/** How many sites a text holds, and the first of them: of thousands, no page shows a sheet each. */

/** The most sites asked about at once: a sheet is some 160 elements, and its answer some 26 kB. */
export const mostSites = 50;

/**
 * The first sites of a text, letter by letter as they stand in it, and how many there are in all.
 * @param {string} text GeoJSON, or Well-Known Text with a shape a line
 * @param {number} [most]
 * @returns {{ text: string, count: number }} no count where it is one geometry, or cannot be told
 */
export const firstSites = (text, most = mostSites) => (text.trimStart().startsWith("{") ? firstFeatures(text, most) : firstShapes(text, most));

/** @param {string} text @param {number} most */
function firstFeatures(text, most) {
  let [depth, count, end, isInside, key] = [0, 0, 0, false, ""];
  for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/gs)) {
    if (token === "{" || token === "[") {
      depth += 1;
      if (depth === 2 && token === "[" && key === '"features"') isInside = true;
    } else if (token === "}" || token === "]") {
      depth -= 1;
      if (isInside && depth === 2) {
        count += 1;
        if (count === most) end = index + 1;
      } else if (isInside && depth === 1) return { text: count > most ? text.slice(0, end) + text.slice(index) : text, count };
    } else if (depth === 1) key = token;
  }
  return { text, count: 0 };
}

/** @param {string} text @param {number} most */
function firstShapes(text, most) {
  const lines = [...text.matchAll(/^[^(\n]*\b(?:MULTI)?(?:POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*(?:Z|M|ZM)?\s*\(/gim)];
  return { text: lines.length > most ? text.slice(0, lines[most].index) : text, count: lines.length };
}
