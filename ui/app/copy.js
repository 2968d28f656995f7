import { openPath, saveCopy } from "../host/transport.js";
import { toast } from "../elements/toast.js";
import { report } from "./errors.js";
import { stamp } from "./dates.js";
import { t } from "./l10n.js";

/**
 * When the library cannot be written, what was typed can still be written elsewhere, into a plain file of her choice.
 * @param {{ name: string, text: string }[]} kept
 */
export async function copyElsewhere(kept) {
  try {
    const path = await saveCopy(t("copy-name", { when: stamp(new Date()) }), copyText(kept));
    if (path) toast({ text: t("copied-toast", { path }), action: { label: t("open-file"), run: () => void openPath(path) } });
  } catch (failure) {
    report(failure);
  }
}

/**
 * Each thing under its name, as a plain text.
 * @param {{ name: string, text: string }[]} kept
 */
const copyText = (kept) => `${kept.map(({ name, text }) => `${name}\n${text}`).join("\n\n")}\n`;
