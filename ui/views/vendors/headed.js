/** @typedef {import("../../host/bindings.d.ts").ReadColumn} ReadColumn */
/** @typedef {import("../../host/bindings.d.ts").VendorColumn} VendorColumn */

/** What a row of the list is filled with, in order. */
export const FIELDS = /** @type {const} */ (["name", "reading", "department", "person", "person_reading", "mail", "phone"]);

/** @type {Partial<Record<VendorColumn, typeof FIELDS[number]>>} */
const FIELD_OF = {
  name: "name",
  reading: "reading",
  contact_department: "department",
  contact_name: "person",
  contact_reading: "person_reading",
  contact_mail: "mail",
  contact_phone: "phone",
};

/** So many headings are known before a row is taken for one of headings, and not for a company of such a name. */
const FEWEST = 2;

/**
 * Brings the rows of a table into the order of the list, where a row of it says what its columns are; else they stand as they are.
 * @param {string[][]} rows @param {ReadColumn[]} columns as they were understood
 * @returns {{ rows: string[][], passed: string[] }} the headings of filled columns the list has no place for
 */
export function headed(rows, columns) {
  const known = columns.filter(({ column }) => column).length;
  const head = rows.findIndex((row) => columns.every(({ heading }, at) => heading === (row[at] ?? "")));
  if (known < FEWEST || head < 0) return { rows, passed: [] };
  const place = FIELDS.map((field) => columns.findIndex(({ column }) => column && FIELD_OF[column] === field));
  const below = rows.slice(head + 1);
  const passed = columns.filter(({ heading, example }, at) => heading && example && !place.includes(at));
  return { rows: below.map((row) => place.map((at) => row[at] ?? "")), passed: passed.map(({ heading }) => heading) };
}
