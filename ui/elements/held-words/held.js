/**
 * Words in a text that tell something, from one place to another, in characters.
 * @typedef {{ part: string, start: number, end: number, words: string, tells: import("../../host/bindings.d.ts").Tells, text: import("../../host/bindings.d.ts").Text, cleared: boolean, may_stay?: boolean }} Telling
 */

/** Whether it is only shown and holds nothing. @param {Telling} telling */
export const isShownOnly = (telling) => telling.tells === "voice";

/**
 * Pieces of a text, telling words among them. Places were found in `checked`; of what has been typed since, only what
 * still stands where it stood is marked.
 * @param {string} text @param {string} checked @param {Telling[]} tellings
 * @returns {{ text: string, telling: Telling | null }[]}
 */
export function pieces(text, checked, tellings) {
  const [now, then] = [[...text], [...checked]];
  let same = 0;
  while (same < now.length && same < then.length && now[same] === then[same]) same += 1;
  let tail = 0;
  while (tail < now.length - same && tail < then.length - same && now[now.length - 1 - tail] === then[then.length - 1 - tail]) tail += 1;
  const shift = now.length - then.length;
  /** @type {{ text: string, telling: Telling | null }[]} */
  const found = [];
  let at = 0;
  for (const telling of tellings) {
    const moved = telling.start >= then.length - tail ? shift : telling.end <= same ? 0 : null;
    if (moved === null || telling.cleared) continue;
    const [start, end] = [telling.start + moved, telling.end + moved];
    if (start > at) found.push({ text: now.slice(at, start).join(""), telling: null });
    found.push({ text: now.slice(start, end).join(""), telling });
    at = end;
  }
  if (at < now.length) found.push({ text: now.slice(at).join(""), telling: null });
  return found;
}
