/**
 * Rows and cells of what a spreadsheet puts on the clipboard; quoted cells may hold line breaks.
 * @param {string} text
 * @returns {string[][]}
 */
export function readTsv(text) {
  /** @type {string[][]} */
  const rows = [[]];
  let cell = "";
  let quoted = false;
  const clean = text.replace(/\r\n?/g, "\n");
  for (let at = 0; at < clean.length; at += 1) {
    const sign = clean[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (clean[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === "\t") {
      rows[rows.length - 1].push(cell.trim());
      cell = "";
    } else if (sign === "\n") {
      rows[rows.length - 1].push(cell.trim());
      cell = "";
      rows.push([]);
    } else cell += sign;
  }
  rows[rows.length - 1].push(cell.trim());
  return rows.filter((row) => row.some((value) => value !== ""));
}

/**
 * Rows and cells as a spreadsheet puts them on the clipboard.
 * @param {string[][]} rows
 */
export const writeTsv = (rows) => rows.map((cells) => cells.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");

/** Whether a paste is a table and not just words. @param {string} text */
export const isTable = (text) => /\t/.test(text) || text.trim().includes("\n");
