import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { Words } from "./fluent.js";
import { wayBack } from "./way-back.js";

const folder = new URL("../../src-tauri/core/l10n/", import.meta.url);
/** @param {string} lang */
const sources = (lang) => readdirSync(new URL(`${lang}/`, folder)).filter((name) => name.endsWith(".ftl")).map((name) => readFileSync(new URL(`${lang}/${name}`, folder), "utf8"));
/** @param {string[]} texts */
const ids = (texts) => texts.flatMap((text) => [...text.matchAll(/^([a-z][\w-]*) =/gm)].map((found) => found[1]));

test("both languages have the same messages, each once", () => {
  const [ja, en] = ["ja", "en"].map((lang) => ids(sources(lang)));
  assert.deepEqual([...en].sort(), [...ja].sort());
  assert.equal(new Set(ja).size, ja.length);
});

test("every message the window asks for exists", () => {
  const known = new Set(ids(sources("ja")));
  const ui = new URL("../", import.meta.url);
  const files = ["app", "elements", "views"].flatMap((name) => readdirSync(new URL(`${name}/`, ui), { recursive: true }).map((file) => new URL(`${name}/${file}`, ui)));
  const asked = files.filter((file) => file.pathname.endsWith(".js") && !file.pathname.endsWith(".test.js"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/\b(?:t\(|title: |label: |to\()"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)"/g)].map((found) => found[1]));
  assert.ok(asked.length > 100);
  assert.deepEqual([...new Set(asked)].filter((id) => !known.has(id)), []);
});

test("what was deleted is named to its toast, not said in a sentence and not quoted twice", () => {
  const ui = new URL("../", import.meta.url);
  const files = ["elements", "views"].flatMap((name) => readdirSync(new URL(`${name}/`, ui), { recursive: true }).map((file) => new URL(`${name}/${file}`, ui)));
  const named = files.filter((file) => file.pathname.endsWith(".js"))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/removedToast\(t\("([\w-]+)"/g)].map((found) => found[1]));
  assert.ok(named.length > 0);
  for (const lang of ["ja", "en"]) {
    const words = new Words(lang, sources(lang));
    assert.deepEqual(named.filter((id) => /ました|[「」“”]/.test(words.say(id, { name: "A", title: "A" }) ?? "")), [], lang);
  }
});

test("a total of which something is missing is called by one word everywhere", () => {
  for (const [lang, word] of /** @type {const} */ ([["ja", /暫定/], ["en", /provisional/i]])) {
    const words = new Words(lang, sources(lang));
    for (const id of ["provisional", "total-provisional", "total-open", "result-state-provisional", "result-provisional", "selection-version-provisional", "selection-provisional"]) {
      assert.match(words.say(id, { count: 2, words: "82.50" }) ?? "", word, id);
    }
  }
});

test("what is quoted stands between typographic signs", () => {
  const straight = (/** @type {string} */ lang) => sources(lang).flatMap((text) => text.replace(/\{\s*"[^"]*"\s*\}/g, "").split("\n").filter((line) => !line.startsWith("#") && line.includes('"')));
  assert.deepEqual(["ja", "en"].flatMap(straight), []);
});

test("once a notice was sent, what stands with the decision speaks of no way back", () => {
  for (const [lang, over, open] of /** @type {const} */ ([["ja", /決定は取り消せません/, /取り消す/], ["en", /no longer be taken back/, /As long as/]])) {
    const words = new Words(lang, sources(lang));
    for (const id of ["criteria-decided-note", "sheets-decided", "result-decided", "discussion-decided", "decision-left-since"]) {
      assert.match(words.say(id, wayBack({ told: true })) ?? "", over, id);
      assert.match(words.say(id, wayBack({ told: false })) ?? "", open, id);
    }
  }
});

test("names of the core stand beside each other as the language has it", () => {
  const beside = (/** @type {string} */ lang) => new Words(lang, sources(lang)).say("result-verdict-tie", { names: "A\u001fB", total: "75.00" }) ?? "";
  assert.match(beside("ja"), /^A・Bが/);
  assert.match(beside("en"), /^A, B are/);
});

test("counts choose the right form, also when the core passes them as text", () => {
  const words = new Words("en", ["gaps = { $count ->\n    [one] 1 gap\n   *[other] { $count } gaps\n  }"]);
  assert.equal(words.say("gaps", { count: "1" }), "1 gap");
  assert.equal(words.say("gaps", { count: 3 }), "3 gaps");
  assert.equal(words.say("unknown"), null);
});

test("messages read one by one are those of the whole file", () => {
  for (const lang of ["ja", "en"]) {
    const texts = sources(lang);
    const words = new Words(lang, texts);
    const whole = new FluentBundle(lang, { useIsolating: false });
    for (const text of texts) whole.addResource(new FluentResource(text));
    for (const id of ids(texts)) {
      assert.ok(words.has(id), id);
      assert.equal(words.say(id), whole.formatPattern(/** @type {any} */ (whole.getMessage(id)?.value), null, []), id);
      assert.ok(words.has(id), id);
    }
  }
});
