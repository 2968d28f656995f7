/**
 * A table for Excel's clipboard. Cells with tabs, line breaks or quotes are quoted; a cell that a spreadsheet would take for a formula
 * is set off with an apostrophe.
 * @param {string[][]} rows
 */
export const tsv = (rows) => rows.map((row) => row.map((cell) => {
  const safe = /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return /[\t\n\r"]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}).join("\t")).join("\r\n");
