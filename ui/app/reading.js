/**
 * What of a table that was read stays on the screen once reading it in another way was refused: nothing that could be taken over. Of
 * the same file or text, its sheets and columns can still be chosen.
 *
 * @template {{ rows: unknown[], notes: unknown[] }} Found
 * @template {{ file?: string, text?: string }} Source
 * @param {Found | undefined} found
 * @param {Source} before what it was read from
 * @param {Source} source what was refused
 * @returns {Found | undefined}
 */
export const afterRefusal = (found, before, source) =>
  found && before.file === source.file && before.text === source.text ? { ...found, rows: [], notes: [] } : undefined;
