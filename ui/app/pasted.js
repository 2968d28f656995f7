import { readTsv, writeTsv } from "./tsv.js";

/**
 * Rows of a paste that were refused. They stand beside the table they were meant for, wherever it is shown again, until they are
 * added or given up.
 *
 * @typedef {{ text: string, failures: any[] }} Left `text` as a spreadsheet has it, with why its rows were refused
 * @typedef {(values: Record<string, string>, after: string | null) => Promise<any>} Add resolves with nothing where it was refused
 */

/** @type {Map<string, Left>} */
const left = new Map();

/** What was refused at a table. @param {string} keep names the table in the whole house */
export const leftAt = (keep) => left.get(keep);

/** What was refused is corrected. @param {string} keep @param {string} text */
export function correctLeft(keep, text) {
  const rows = left.get(keep);
  if (rows) left.set(keep, { ...rows, text });
}

/** Gives up what was refused. @param {string} keep */
export const dropLeft = (keep) => left.delete(keep);

/**
 * Adds rows one behind the other. One that is refused stays, and those behind it are added all the same.
 * @param {string} keep
 * @param {string[]} fields what the cells of a row are, in order
 * @param {string[][]} rows
 * @param {{ add: Add, after: string | null, why: () => any }} how where the first one goes, and the failure of the one just refused
 */
export async function addRows(keep, fields, rows, { add, after, why }) {
  let last = after;
  for (const cells of rows) {
    const values = Object.fromEntries(fields.flatMap((field, at) => (cells[at] ? [[field, cells[at]]] : [])));
    const made = await add(values, last);
    if (made === undefined) {
      const before = left.get(keep) ?? { text: "", failures: [] };
      left.set(keep, { text: writeTsv([...readTsv(before.text), cells]), failures: [...before.failures, why()] });
    }
    last = made?.id ?? last;
  }
}

/**
 * Tries those again that were refused, as they stand now.
 * @param {string} keep @param {string[]} fields @param {Parameters<typeof addRows>[3]} how
 */
export async function addLeft(keep, fields, how) {
  const rows = readTsv(left.get(keep)?.text ?? "");
  left.delete(keep);
  await addRows(keep, fields, rows, how);
}

/**
 * Enters the further cells of a row that was just made. Where one is refused, the row goes again: it is refused as a whole.
 * @param {Record<string, string>} values
 * @param {{ set: (field: string, value: string) => Promise<any>, remove: () => Promise<any> }} how
 */
export async function fillRow(values, { set, remove }) {
  try {
    for (const [field, value] of Object.entries(values)) if (value) await set(field, value);
  } catch (failure) {
    await remove();
    throw failure;
  }
}
