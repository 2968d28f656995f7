import { report } from "./errors.js";
import { settle, shown } from "./failures.js";
import { flushAll, writing } from "./saving.js";

/**
 * Runs a command a person asked for with a button: what waits is written first, the top bar follows, a failure is shown.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T | undefined>} undefined when it failed
 */
export async function act(work) {
  try {
    return await writing(async () => {
      await flushAll();
      return work();
    });
  } catch (failure) {
    report(failure);
    return undefined;
  }
}

/**
 * Reads something for a screen; a failure is shown.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T | undefined>}
 */
export async function read(work) {
  try {
    return await work();
  } catch (failure) {
    report(failure);
    return undefined;
  }
}

/**
 * Reads a file or text a person gave. Once it is read, what failed before it is no longer shown.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T | undefined>}
 */
export async function readGiven(work) {
  const before = shown();
  const found = await read(work);
  if (found !== undefined) settle(before);
  return found;
}
