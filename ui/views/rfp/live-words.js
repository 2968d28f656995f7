import { has, say, t } from "../../app/l10n.js";

/** The words fields and blocks need where they stand in the text. @type {import("../../elements/rich-text/node-views.js").Words} */
export const liveWords = {
  missing: (label) => t("field-missing", { label }),
  moved: (was, release) => t("field-was", { was, release }),
  before: (was, release) => t("field-before", { was, release }),
  unknown: (key) => t("field-unknown", { key }),
  say,
  open: (block) => t(has(`open-${block.screen}`) ? `open-${block.screen}` : "open-facts"),
  from: (block) => t(has(`block-from-${block.screen}`) ? `block-from-${block.screen}` : "block-from-facts"),
  empty: () => t("block-empty"),
};
