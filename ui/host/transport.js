/** The only file that sees the shell of the desktop. */

/** @typedef {import("./bindings.d.ts").Failure} Failure */
/** @typedef {import("./bindings.d.ts").Changed} Changed */
/** @typedef {import("./bindings.d.ts").WorkProgress} WorkProgress */

const host = /** @type {any} */ (window).__TAURI__;

/** A refused command: the core's code, the sentence for people, and its arguments. */
class CommandFailed extends Error {
  /** @param {string} name @param {Failure} failure */
  constructor(name, failure) {
    super(`${name}: ${failure.message_id}`);
    this.command = name;
    this.code = failure.code;
    this.message_id = failure.message_id;
    this.args = failure.args ?? {};
  }
}

/**
 * Calls one command.
 * @param {string} name
 * @param {object} args
 * @returns {Promise<any>}
 */
export async function call(name, args) {
  try {
    return await host.core.invoke("call", { name, args });
  } catch (cause) {
    const failure = /** @type {any} */ (cause);
    if (failure && typeof failure === "object" && failure.message_id) throw new CommandFailed(name, failure);
    throw new CommandFailed(name, { code: "unexpected", message_id: "error-unexpected", message: "", args: { detail: String(failure?.message ?? failure) } });
  }
}

/**
 * Hears of every committed change.
 * @param {(change: Changed) => void} heard
 */
export async function onChanged(heard) {
  await host.event.listen("changed", (/** @type {{ payload: Changed }} */ event) => heard(event.payload));
}

/**
 * Hears how far long work is, and null when it has ended.
 * @param {(progress: WorkProgress | null) => void} heard
 */
export async function onProgress(heard) {
  await host.event.listen("progress", (/** @type {{ payload: WorkProgress | null }} */ event) => heard(event.payload));
}

/**
 * Asks before the window closes; the window waits for the answer.
 * @param {() => Promise<boolean>} settle resolves with whether the window may close
 */
export async function onClose(settle) {
  await host.event.listen("closing", async () => {
    if (await settle()) await closeWindow();
    else await call("keep_window", {}).catch(() => {});
  });
}

/** Closes the window without asking again. */
export const closeWindow = () => call("close_window", {}).catch(() => {});

/** Lets the person choose a folder. @returns {Promise<string | null>} */
export const pickFolder = async () => (await call("pick_folder", {})).path;

/** Lets the person choose a file with one of the extensions. @param {string[]} extensions @returns {Promise<string | null>} */
export const pickFile = async (extensions) => (await call("pick_file", { extensions })).path;

/** Lets the person choose files with one of the extensions. @param {string[]} extensions @returns {Promise<string[]>} */
export const pickFiles = async (extensions) => (await call("pick_files", { extensions })).paths;

/** Lays a file down that was dropped on the window, for commands that read it by its path. @param {File} file @returns {Promise<string>} */
export async function keepDropped(file) {
  const name = new TextEncoder().encode(`${file.name}\0`);
  const content = new Uint8Array(name.length + file.size);
  content.set(name);
  content.set(new Uint8Array(await file.arrayBuffer()), name.length);
  return (await host.core.invoke("keep_dropped", content)).path;
}

/** Opens a file or folder with the system's own program. @param {string} path */
export const openPath = (path) => call("open_path", { path });

/** Writes text to a file the person chooses; null where none was chosen. @param {string} name @param {string} text @returns {Promise<string | null>} */
export const saveCopy = async (name, text) => (await call("save_copy", { name, text })).path;
