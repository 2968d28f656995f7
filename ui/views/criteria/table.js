import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { act } from "../../app/act.js";
import { t } from "../../app/l10n.js";
import { fillRow } from "../../app/pasted.js";
import { reasoned } from "../../app/reason.js";
import { undo } from "../../app/undo.js";
import { removedToast } from "../../elements/toast.js";

/** A change that a button asks for; where it waits for its reason, the bar says so and nothing else does, and it gives null. @param {() => Promise<any>} work */
export const asked = (work) => act(() => work().catch((failure) => {
  if (failure?.code !== "reason-needed") throw failure;
  return null;
}));

/**
 * What can be done to the criteria of a procurement in a table.
 * @param {string} procurement @param {(row: any) => void} open
 * @param {() => Promise<void>} again reads them again
 */
export const criterionOps = (procurement, open, again) => ({
  open,
  set: (/** @type {any} */ row, /** @type {string} */ field, /** @type {string} */ value) => reasoned(procurement, (given) => commands.criterion_set({ id: row.id, field, value, ...given })),
  add: (/** @type {Record<string, string>} */ values, /** @type {string | null} */ after, /** @type {string | null} */ parent) => asked(() => reasoned(procurement, async (given) => {
    const { title = "", ...rest } = values;
    const made = await commands.criterion_add({ procurement, title, ...(parent ? { parent } : {}), ...(after ? { after } : {}), ...given });
    await fillRow(rest, { set: (field, value) => commands.criterion_set({ id: made.id, field, value, ...given }), remove: () => commands.criterion_remove({ id: made.id, ...given }) });
    return made;
  })),
  remove: (/** @type {any} */ row) => asked(() => reasoned(procurement, async (given) => {
    await commands.criterion_remove({ id: row.id, ...given });
    removedToast(row.title, undo);
  })),
  move: async (/** @type {any} */ row, /** @type {{ parent: string | null, after: string | null }} */ spot) => {
    await asked(() => reasoned(procurement, (given) => commands.criterion_move({ id: row.id, ...spot, ...given })));
    await again();
  },
});

/** What stands where no weight counts: it is passed or failed, or totals are divided by it. @param {any} row */
function unweighed({ leaf, scheme }) {
  if (leaf && scheme.kind === "pass-fail") return html`<span class="unweighed" title=${t("weight-pass-fail")}>${t("scheme-kind-pass-fail")}</span>`;
  if (leaf && scheme.divides) return html`<span class="unweighed" title=${t("scheme-divisor")}>${t("result-divisor")}</span>`;
  return nothing;
}

/** The columns of the table. @returns {import("../../elements/edit-table.js").Column[]} */
export const criterionColumns = () => [
  { field: "title", label: t("criterion"), className: "c-title" },
  { field: "asks", label: t("column-asks"), kind: "long", className: "c-wide" },
  { field: "weight", label: t("weight"), kind: "int", className: "c-weight", instead: unweighed },
  { field: "scheme", label: t("column-criterion-scheme"), kind: "open", className: "c-scheme", value: (row) => (row.leaf ? row.scheme.text : "") },
];
