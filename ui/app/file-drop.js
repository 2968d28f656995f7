import { report } from "./errors.js";
import { t } from "./l10n.js";
import { isReadOnly } from "./saving.js";
import { keepDropped } from "../host/transport.js";

/** Largest file that is taken, in bytes. */
const LARGEST = 200 * 1024 * 1024;

/** Whether files are dragged, and not something of the page. @param {DragEvent} event */
const carriesFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");

/**
 * Lets files be dropped on an element, as if they had been chosen. While they hang over it, `data-drop` holds the words to show.
 */
export class FileDrop {
  /** @param {import("lit").LitElement} host @param {{ endings?: string[], take: (paths: string[]) => void, locked?: () => boolean }} parts all endings where none are named */
  constructor(host, { endings, take, locked }) {
    this.host = host;
    this.endings = endings;
    this.take = take;
    this.locked = locked ?? isReadOnly;
    host.addController(this);
  }

  hostConnected() {
    this.host.addEventListener("dragover", this.#over);
    this.host.addEventListener("dragleave", this.#leave);
    this.host.addEventListener("drop", this.#drop);
  }

  hostDisconnected() {
    this.host.removeEventListener("dragover", this.#over);
    this.host.removeEventListener("dragleave", this.#leave);
    this.host.removeEventListener("drop", this.#drop);
  }

  #over = (/** @type {DragEvent} */ event) => {
    if (!carriesFiles(event) || this.locked()) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    this.host.dataset.drop = t("drop-here");
  };

  #leave = (/** @type {DragEvent} */ event) => {
    if (!this.host.contains(/** @type {Node | null} */ (event.relatedTarget))) delete this.host.dataset.drop;
  };

  #drop = async (/** @type {DragEvent} */ event) => {
    if (!carriesFiles(event) || this.locked()) return;
    event.preventDefault();
    event.stopPropagation();
    delete this.host.dataset.drop;
    try {
      const paths = await laidDown([...(event.dataTransfer?.files ?? [])], this.endings);
      if (paths.length) this.take(paths);
    } catch (failure) {
      report(failure);
    }
  };
}

/** @param {File[]} files @param {string[] | undefined} endings */
async function laidDown(files, endings) {
  const ends = (/** @type {File} */ file) => !endings || endings.includes(file.name.split(".").pop()?.toLowerCase() ?? "");
  const wrong = files.find((file) => !ends(file));
  if (wrong) throw { message_id: "error-drop-kind", args: { name: wrong.name, list: (endings ?? []).map((one) => `.${one}`).join(t("list-comma")) } };
  const large = files.find((file) => file.size > LARGEST);
  if (large) throw { message_id: "error-drop-large", args: { name: large.name, most: LARGEST / 1024 / 1024 } };
  const paths = [];
  for (const file of files) paths.push(await keepDropped(file));
  return paths;
}

/** A file dropped beside every place for one must not take the page's place. */
export function ignoreOtherDrops() {
  for (const name of ["dragover", "drop"]) {
    window.addEventListener(name, (event) => {
      const drag = /** @type {DragEvent} */ (event);
      if (event.defaultPrevented || !carriesFiles(drag)) return;
      event.preventDefault();
      if (drag.dataTransfer) drag.dataTransfer.dropEffect = "none";
    });
  }
}
