import { html, nothing, svg } from "lit";
import { Element } from "../../app/element.js";
import { report } from "../../app/errors.js";
import { say, t } from "../../app/l10n.js";
import { work } from "../../app/work.js";
import { commands } from "../../host/commands.js";
import "./work-progress.css";

/** Width of the bar in its own units. */
const WIDTH = 240;

/**
 * Long work under way: what is being done, how far it is, and the way to stop it. Empty while there is none. A dialog holds
 * its own, because it holds the rest of the window back.
 */
class WorkProgress extends Element {
  constructor() {
    super();
    this.stopping = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.hear("work", (now) => {
      if (!now) this.stopping = false;
      this.requestUpdate();
    });
  }

  async #stop() {
    this.stopping = true;
    this.requestUpdate();
    await commands.work_stop({}).catch(report);
  }

  render() {
    const now = work();
    if (!now) return nothing;
    const { done, total } = now;
    const share = total ? Math.min(1, done / total) : 0;
    return html`<div class="work-progress">
      <p class="work-what" role="status" title=${say(now.what)}>${this.stopping ? t("work-stopping") : say(now.what)}</p>
      <span class="work-bar" role="progressbar" aria-label=${t("work-label")} aria-valuemin="0" aria-valuemax=${total} aria-valuenow=${done} aria-valuetext=${t("work-count", { done, total })}>
        <svg viewBox="0 0 ${WIDTH} 6" preserveAspectRatio="none" aria-hidden="true">${svg`<rect class="work-way" width=${WIDTH} height="6"/><rect class="work-done" width=${WIDTH * share} height="6"/>`}</svg>
      </span>
      <span class="work-count figures" aria-hidden="true">${done}/${total}</span>
      <button class="btn small" type="button" ?disabled=${this.stopping} @click=${() => this.#stop()}>${t("work-stop")}</button>
    </div>`;
  }
}

customElements.define("work-progress", WorkProgress);
