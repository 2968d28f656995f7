// Where a Japanese title may go on to the next line: between phrases, not inside a word. For engines that do not know
// `word-break: auto-phrase` yet.

const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

const HIRAGANA = /^[\p{scx=Hiragana}ー]+$/u;
const KATAKANA = /^[\p{scx=Katakana}ー・]+$/u;
const KANJI = /^[\p{Script=Han}々〆]+$/u;
const CLOSING = /^[、。，．・：；）」』】〉》？！,.:;)\]?!／/~〜\s]+$/u;
const OPENING = /^[（「『【〈《([]+$/u;
const NEVER_FIRST = "[ー・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々ゝゞヽヾ゛゜]";
/** What never begins a line. The segmenter knows words, not kinsoku: it parts パートナ from ーズ. */
const BOUND = new RegExp(`^${NEVER_FIRST}`, "u");
/** A Japanese sign with those that never begin a line behind it. */
const SIGN = `[\\p{scx=Hiragana}\\p{scx=Katakana}\\p{Script=Han}]${NEVER_FIRST}*`;
/** What stays together: a sign and those that never begin a line, and the last two of a longer part, none of which goes on alone. */
const KEPT = new RegExp(`(.${NEVER_FIRST}+(?:${SIGN}$)?|(?<=..)${SIGN}${SIGN}$)`, "u");

/** A compound longer than this may also be parted between its words. */
const LONG = 8;

/** @param {string} before @param {string} next whether a line may end between two words */
function parts(before, next) {
  if (CLOSING.test(next) || BOUND.test(next) || OPENING.test(before)) return false;
  if (CLOSING.test(before) || OPENING.test(next)) return true;
  if (HIRAGANA.test(next)) return false;
  if (HIRAGANA.test(before)) return true;
  return (KANJI.test(before) && KATAKANA.test(next)) || (KATAKANA.test(before) && KANJI.test(next));
}

/**
 * The phrases of a title.
 * @param {string} text
 * @returns {string[]}
 */
export function phrases(text) {
  /** @type {string[][]} */
  const found = [];
  let before = "";
  for (const { segment } of segmenter.segment(text)) {
    if (!found.length || parts(before, segment)) found.push([segment]);
    else found[found.length - 1].push(segment);
    before = segment;
  }
  return found.flatMap((words) => {
    if (words.join("").length <= LONG) return [words.join("")];
    /** @type {string[]} */
    const lines = [];
    for (const word of words) {
      const last = lines.at(-1);
      // Neither a single sign nor a particle begins a line.
      if (last !== undefined && (word.length < 2 || HIRAGANA.test(word) || CLOSING.test(word) || BOUND.test(word) || last.length < 2 || OPENING.test(last))) lines[lines.length - 1] += word;
      else lines.push(word);
    }
    return lines;
  });
}

/**
 * A word in pieces, every second of which must not be torn: WebKitGTK begins a line with ー even where lines break strictly.
 * @param {string} word
 */
export const bound = (word) => word.split(KEPT);
