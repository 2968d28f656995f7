import { commands } from "../host/commands.js";
import { openKeys } from "../elements/keys-box.js";
import { openPalette } from "../elements/palette-box.js";
import { bindKeys } from "./keys.js";
import { t } from "./l10n.js";
import { provide } from "./palette.js";
import { procurement } from "./procurement.js";
import { go, route } from "./router.js";
import { isReadOnly } from "./saving.js";
import { getScale, setScale, setTheme } from "./theme.js";
import { redo, undo } from "./undo.js";
import { report } from "./errors.js";

/** @param {number} next */
function scaleTo(next) {
  setScale(next);
  if (!isReadOnly()) commands.settings_set({ key: "scale", value: String(getScale()) }).catch(report);
}

/** Keys and palette entries of the window itself. */
export function bindWindow() {
  bindKeys([
    { keys: "Ctrl+K", label: "key-palette", run: openPalette, inText: true },
    { keys: "Ctrl+Z", label: "key-undo", run: undo },
    { keys: "Ctrl+Shift+Z", label: "key-redo", run: redo },
    { keys: "Ctrl+Y", label: "key-redo", run: redo, hidden: true },
    { keys: "Alt+ArrowUp", label: "key-move-up" },
    { keys: "Alt+ArrowDown", label: "key-move-down" },
    { keys: "Ctrl++", label: "key-larger", run: () => scaleTo(getScale() + 10), inText: true },
    { keys: "Ctrl+=", label: "key-larger", run: () => scaleTo(getScale() + 10), inText: true, hidden: true },
    { keys: "Ctrl+;", label: "key-larger", run: () => scaleTo(getScale() + 10), inText: true, hidden: true },
    { keys: "Ctrl+-", label: "key-smaller", run: () => scaleTo(getScale() - 10), inText: true },
    { keys: "Ctrl+0", label: "key-plain-size", run: () => scaleTo(100), inText: true },
    { keys: "?", label: "key-keys", run: openKeys },
  ]);

  provide(() => {
    const open = route().params.procurement ? procurement() : null;
    /** @type {import("./palette.js").Entry[]} */
    const list = [];
    if (open) {
      const to = (/** @type {string} */ id, /** @type {string} */ path, /** @type {string[]} */ words) => ({ label: t(id), detail: open.title, words, run: () => go(`p/${open.id}/${path}`) });
      list.push(
        to("facts-basics", "facts/basics", ["あんけんじょうほう", "きほん", "facts"]),
        to("facts-schedule", "facts/schedule", ["にってい", "schedule"]),
        to("facts-review", "facts/review", ["しんさ", "しんさしゃ", "evaluators"]),
        to("facts-items", "facts/items", ["ひっすこうもく", "required items"]),
        to("rail-vendors", "vendors", ["べんだー", "bidders"]),
        to("rail-rfp", "rfp", ["ていあんいらいしょ", "RFP"]),
        to("view-requirements", "requirements", ["ようきゅうじこう", "requirements"]),
        to("view-releases", "releases", ["はっこうばん", "releases"]),
        to("rail-questions", "questions", ["しつぎ", "しつもん", "questions"]),
        to("view-result", "result", ["けっか", "せんてい", "result"]),
        to("view-discussion", "discussion", ["けんとうかい", "せんてい", "discussion", "decision"]),
        to("view-approval", "approval", ["りんぎ", "approval"]),
        to("view-notices", "notices", ["けっかつうち", "notices"]),
        to("view-criteria", "criteria", ["ひょうかこうもく", "きまり", "はいてん", "criteria", "rules"]),
        to("sheets-title", "sheets", ["ひょうか", "しんさ", "ひょうかしーと", "sheets", "marks"]),
      );
    }
    list.push(
      { label: t("view-home"), words: ["あんけんいちらん", "ほーむ", "home"], run: () => go("") },
      { label: t("view-outlines"), words: ["ひながた", "outlines"], run: () => go("outlines") },
      { label: t("rail-history"), words: ["りれき", "history"], run: () => go("history") },
      { label: t("rail-settings"), words: ["せってい", "settings"], run: () => go("settings") },
      { label: t("theme-light-action"), words: ["あかるい", "light"], run: () => theme("light") },
      { label: t("theme-dark-action"), words: ["くらい", "dark"], run: () => theme("dark") },
      { label: t("show-keys"), keys: "?", words: ["きー", "keys"], run: openKeys },
    );
    return list;
  });

  provide(async () => {
    const home = await commands.home({});
    return home.procurements.map((row) => ({ label: row.title, detail: row.document_number, run: () => go(`p/${row.id}/facts/basics`) }));
  });
}

/** @param {string} next */
function theme(next) {
  setTheme(next);
  if (!isReadOnly()) commands.settings_set({ key: "theme", value: next }).catch(report);
}
