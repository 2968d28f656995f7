/** Matching that sees through width, case, kana, romaji and variants of a character. */

const VARIANTS = /** @type {Record<string, string>} */ ({ 髙: "高", 﨑: "崎", 邉: "辺", 邊: "辺", 齋: "斎", 齊: "斉", 德: "徳", 濵: "浜" });

/**
 * A text without the differences that do not matter in a search.
 * @param {string} text
 */
export function fold(text) {
  return [...text.normalize("NFKC").toLowerCase()]
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (code >= 0x30a1 && code <= 0x30f6) return String.fromCodePoint(code - 0x60);
      if ("‐‑‒–—―−ｰ".includes(sign)) return "-";
      return VARIANTS[sign] ?? sign;
    })
    .join("")
    .replace(/\s+/g, "");
}

const SYLLABLES = /** @type {Record<string, string>} */ ({});
const ROWS = [
  ["", "あいうえお"], ["k", "かきくけこ"], ["s", "さしすせそ"], ["t", "たちつてと"], ["n", "なにぬねの"], ["h", "はひふへほ"], ["m", "まみむめも"],
  ["r", "らりるれろ"], ["g", "がぎぐげご"], ["z", "ざじずぜぞ"], ["d", "だぢづでど"], ["b", "ばびぶべぼ"], ["p", "ぱぴぷぺぽ"],
];
for (const [consonant, signs] of ROWS) [...signs].forEach((sign, at) => (SYLLABLES[sign] = consonant + "aiueo"[at]));
Object.assign(SYLLABLES, { や: "ya", ゆ: "yu", よ: "yo", わ: "wa", を: "o", ん: "n", ゔ: "vu", ぁ: "a", ぃ: "i", ぅ: "u", ぇ: "e", ぉ: "o", し: "shi", ち: "chi", つ: "tsu", ふ: "fu", じ: "ji", ぢ: "ji", づ: "zu", ー: "" });

/**
 * Kana as Latin letters; everything else stays.
 * @param {string} text folded
 */
export function romaji(text) {
  let out = "";
  let doubled = false;
  for (const sign of text) {
    if (sign === "っ") {
      doubled = true;
      continue;
    }
    if ("ゃゅょ".includes(sign)) {
      const vowel = { ゃ: "a", ゅ: "u", ょ: "o" }[sign] ?? "";
      out = out.replace(/(sh|ch|j)i$/, "$1").replace(/i$/, "y") + vowel;
      continue;
    }
    const letters = SYLLABLES[sign] ?? sign;
    out += doubled && /^[a-z]/.test(letters) ? letters[0] + letters : letters;
    doubled = false;
  }
  return out;
}

// 訓令式 and Hepburn, long vowels or not: both sides are brought to the same short form.
/** @param {string} text */
const plain = (text) =>
  text.replace(/sy/g, "sh").replace(/ty/g, "ch").replace(/zy|jy/g, "j").replace(/si/g, "shi").replace(/ti/g, "chi").replace(/tu/g, "tsu")
    .replace(/hu/g, "fu").replace(/zi|di/g, "ji").replace(/shy/g, "sh").replace(/cch/g, "tch").replace(/ou|oo/g, "o").replace(/uu/g, "u");

/**
 * How well a query fits; 0 when it does not. Every word of the query has to be found.
 * @param {string} query
 * @param {string[]} texts the label first, then readings and other words
 */
export function fits(query, texts) {
  const words = query.normalize("NFKC").split(/\s+/).map(fold).filter(Boolean);
  if (!words.length) return 1;
  let best = 0;
  const folded = texts.filter(Boolean).map(fold);
  for (const wanted of words) {
    let found = 0;
    folded.forEach((text, at) => {
      const place = text.indexOf(wanted);
      let value = place < 0 ? 0 : place === 0 ? 4 : 3;
      if (!value && /^[a-z'-]+$/.test(wanted)) {
        const latin = plain(romaji(text));
        const sought = plain(wanted);
        if (sought && latin.includes(sought)) value = latin.startsWith(sought) ? 2 : 1;
      }
      found = Math.max(found, value ? value + (at === 0 ? 0.5 : 0) : 0);
    });
    if (!found) return 0;
    best += found;
  }
  return best / words.length;
}
