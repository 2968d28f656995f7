import { tell } from "./bus.js";

/**
 * @typedef {Object} Route
 * @property {string} name name of the view
 * @property {Record<string, string>} params
 * @property {string} path the hash without `#/`
 */

/** @type {{ name: string, parts: string[] }[]} */
const patterns = [];
/** @type {(() => Promise<boolean | void>)[]} */
const guards = [];
/** @type {Route} */
let now = { name: "home", params: {}, path: "" };

/**
 * Adds a view's address, as in `p/:procurement/rfp/:section?`.
 * @param {string} name
 * @param {string} pattern
 */
export function addRoute(name, pattern) {
  patterns.push({ name, parts: pattern.split("/").filter(Boolean) });
}

/**
 * Finds the view of an address.
 * @param {string} path
 * @returns {Route | null}
 */
export function match(path) {
  const given = path.split("/").filter(Boolean).map(decodeURIComponent);
  for (const { name, parts } of patterns) {
    /** @type {Record<string, string>} */
    const params = {};
    let fits = given.length <= parts.length;
    parts.forEach((part, at) => {
      if (part.startsWith(":")) {
        const key = part.replace(/^:|\?$/g, "");
        if (given[at] !== undefined) params[key] = given[at];
        else if (!part.endsWith("?")) fits = false;
      } else if (part !== given[at]) fits = false;
    });
    if (fits) return { name, params, path: given.map(encodeURIComponent).join("/") };
  }
  return null;
}

/** Where the window is. */
export const route = () => now;

/** Asked before a view is left; the new view opens when all are settled. @param {() => Promise<boolean | void>} guard */
export function beforeLeave(guard) {
  guards.push(guard);
}

/** Goes to an address, as in `p/ID/vendors`. @param {string} path */
export function go(path) {
  const hash = `#/${path}`;
  if (location.hash === hash) void follow();
  else location.hash = hash;
}

/** Changes the address without leaving the view or growing the way back. @param {string} path */
export function replace(path) {
  history.replaceState(null, "", `#/${path}`);
  now = match(path) ?? now;
  tell("route", now);
}

async function follow() {
  for (const guard of guards) await guard();
  const path = location.hash.replace(/^#\/?/, "");
  now = match(path) ?? match("") ?? now;
  tell("navigated", now);
}

/** Starts listening to the address. */
export function startRouter() {
  addEventListener("hashchange", () => void follow());
  return follow();
}
