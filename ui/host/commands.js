import { call } from "./transport.js";

/** Every command of the core as an async function from its arguments to its result. */
export const commands = /** @type {import("./bindings.d.ts").Commands} */ (
  new Proxy({}, { get: (_, name) => (/** @type {any} */ args) => call(String(name), args ?? {}) })
);
