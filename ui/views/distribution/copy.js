import { t } from "../../app/l10n.js";
import { toast } from "../../elements/toast.js";

/**
 * Puts words where they can be pasted from. The event is answered by hand because the page has no leave to write there by itself.
 * @param {string} words @param {string} what what was copied, as the toast names it
 */
export function copyWords(words, what) {
  let done = false;
  const answer = (/** @type {ClipboardEvent} */ event) => {
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData?.setData("text/plain", words);
    done = true;
  };
  document.addEventListener("copy", answer, { capture: true });
  document.execCommand("copy");
  document.removeEventListener("copy", answer, { capture: true });
  toast({ text: t(done ? "copied-words" : "copy-failed", { what }) });
}
