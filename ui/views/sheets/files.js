import { html } from "lit";
import { commands } from "../../host/commands.js";
import { openPath, pickFile, pickFolder } from "../../host/transport.js";
import { act, readGiven } from "../../app/act.js";
import { t } from "../../app/l10n.js";
import { isReadOnly } from "../../app/saving.js";
import { openMenu } from "../../elements/menu/menu.js";
import { toast } from "../../elements/toast.js";

/** @typedef {import("../../host/bindings.d.ts").SheetsWritten} SheetsWritten */
/** @typedef {import("../../host/bindings.d.ts").SheetRead} SheetRead */
/** @typedef {{ source: { procurement: string, evaluator?: string, file: string }, found: SheetRead }} Incoming */

/**
 * Writes sheets into a folder she chooses, and says where they are and whose are not among them.
 * @param {(to: string) => Promise<SheetsWritten>} write
 */
async function writeTo(write) {
  const to = await pickFolder();
  if (!to) return;
  const made = await act(() => write(to));
  if (!made) return;
  const text = [
    t("sheet-files-made", { count: made.files.length }),
    made.left_out.length ? t("sheet-files-left-out", { names: made.left_out.join(t("list-names")) }) : "",
  ].filter(Boolean).join(t("lang-space"));
  toast({ text, action: { label: t("open-file"), run: () => void openPath(made.files[0]) } });
}

/** What a sheet that comes back may end in. */
export const ENDINGS = ["xlsx"];

/**
 * Reads a sheet that came back. Without an evaluator it is whose it says.
 * @param {string | null} file @param {string} procurement @param {string} [evaluator]
 * @returns {Promise<Incoming | undefined>}
 */
export async function takeIn(file, procurement, evaluator) {
  if (!file) return undefined;
  const source = { procurement, file, ...(evaluator ? { evaluator } : {}) };
  const found = await readGiven(() => commands.sheet_import_read(source));
  return found && { source, found };
}

/**
 * A button that opens what can be done with sheets as files: of one evaluator, or of everybody.
 * @param {{ procurement: string, evaluator?: string, name?: string, open: boolean, taken: (incoming: Incoming) => void }} whose
 */
export function fileMenu({ procurement, evaluator, name, open, taken }) {
  const evaluators = evaluator ? [evaluator] : undefined;
  const items = [
    { label: t("sheet-to-excel"), run: () => writeTo((to) => commands.sheet_export({ procurement, evaluators, to })) },
    { label: t("sheet-to-blank"), run: () => writeTo((to) => commands.sheet_print({ procurement, evaluators, blank: true, to })) },
    { label: t("sheet-to-filled"), run: () => writeTo((to) => commands.sheet_print({ procurement, evaluators, blank: false, to })) },
    ...(open && !isReadOnly()
      ? [{ label: t("sheet-from-excel"), run: async () => { const incoming = await takeIn(await pickFile(ENDINGS), procurement, evaluator); if (incoming) taken(incoming); } }]
      : []),
  ];
  const label = name ? t("sheet-files-of", { name }) : t("sheet-files-all");
  return html`<button class="btn ${name ? "small" : ""}" type="button" aria-haspopup="listbox" aria-label=${label}
    @click=${(/** @type {Event} */ event) => openMenu(/** @type {HTMLElement} */ (event.currentTarget), { label, groups: [{ items }] })}>${name ? t("sheet-files") : t("sheet-files-all")}</button>`;
}
