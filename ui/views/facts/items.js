import { html, nothing } from "lit";
import { commands } from "../../host/commands.js";
import { act, read } from "../../app/act.js";
import { Element } from "../../app/element.js";
import { t } from "../../app/l10n.js";
import { state } from "../../app/saving.js";
import { undo } from "../../app/undo.js";
import { removedToast } from "../../elements/toast.js";
import "../../elements/edit-table.js";

/** What every proposal has to contain. */
class FactsItems extends Element {
  static properties = { procurement: {}, items: { state: true } };

  constructor() {
    super();
    this.procurement = "";
    /** @type {import("../../host/bindings.d.ts").RequiredItem[] | undefined} */
    this.items = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    this.hear("changed", () => void this.load());
  }

  async load() {
    const found = await read(() => commands.required_item_list({ procurement: this.procurement }));
    if (found) this.items = found;
  }

  #ops = {
    set: (/** @type {any} */ row, /** @type {string} */ _field, /** @type {string} */ title) => commands.required_item_set({ id: row.id, title }),
    add: (/** @type {Record<string, string>} */ values, /** @type {string | null} */ after, /** @type {string | null} */ parent) =>
      act(() => commands.required_item_add({ procurement: this.procurement, title: values.title ?? "", ...(parent ? { parent } : {}), ...(after ? { after } : {}) })),
    remove: async (/** @type {any} */ row) => {
      if ((await act(() => commands.required_item_remove({ id: row.id }))) !== undefined) removedToast(row.title, undo);
    },
    move: async (/** @type {any} */ row, /** @type {{ parent: string | null, after: string | null }} */ spot) => {
      await act(() => commands.required_item_move({ id: row.id, ...spot }));
      await this.load();
    },
  };

  render() {
    if (!this.items) return nothing;
    return html`<section class="listing narrow-list" aria-labelledby="h-items">
      <div class="sh"><h2 id="h-items">${t("facts-items")}</h2><span class="s">${t("items-lead")}</span></div>
      ${this.items.length ? nothing : html`<p class="lead">${t("empty-items")}</p>`}
      <edit-table class=${this.items.length ? "" : "none-yet"} tree .rows=${this.items} .ops=${this.#ops} .keep="${this.procurement} items" .label=${t("facts-items")} .adding=${t("item-add")} .addingInside=${t("item-add-inside")}
        .locked=${state().kind === "read-only"} .columns=${[{ field: "title", label: t("required-item"), kind: "long", className: "c-title" }]}></edit-table>
    </section>`;
  }
}
customElements.define("facts-items", FactsItems);
