import { toast } from "../elements/toast.js";
import { t } from "./l10n.js";

/**
 * When the library cannot be written, what was typed can still be taken elsewhere.
 * @param {{ name: string, text: string }[]} kept
 */
export async function copyElsewhere(kept) {
  const text = kept.map(({ name, text: words }) => `${name}\n${words}`).join("\n\n");
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without the permission, the older way through a selection still works.
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "vh";
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  toast({ text: t("copied-toast") });
}
