import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { settle, show, shown } from "./failures.js";
import { Draft, flushAll, refusalOf, state, unwritten, writing } from "./saving.js";

/** @param {(value: string) => Promise<any>} save @param {any} [more] */
const draft = (save, more) => new Draft({ name: () => "件名", save, ...more });

test("a burst of keys is written once, after a rest", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const written = [];
  const one = draft(async (value) => void written.push(value));
  one.change("a");
  mock.timers.tick(300);
  one.change("ab");
  mock.timers.tick(449);
  assert.deepEqual(written, []);
  mock.timers.tick(1);
  mock.timers.reset();
  await flushAll();
  assert.deepEqual(written, ["ab"]);
});

test("what waits until its field is left outlasts every pause", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const written = [];
  const one = draft(async (value) => void written.push(value));
  one.change("3", null);
  mock.timers.tick(60_000);
  mock.timers.reset();
  assert.deepEqual([written, unwritten()], [[], [{ name: "件名", text: "3" }]]);
  one.change("30", null);
  await one.flush();
  assert.deepEqual(written, ["30"]);
});

test("nothing is written while a composition is under way", async () => {
  /** @type {string[]} */
  const written = [];
  const one = draft(async (value) => void written.push(value));
  one.change("か");
  one.compose(true);
  await one.flush();
  assert.deepEqual(written, []);
  one.change("漢字");
  one.compose(false);
  await one.flush();
  assert.deepEqual(written, ["漢字"]);
});

test("what came in during a write is written after it", async () => {
  /** @type {string[]} */
  const written = [];
  /** @type {() => void} */
  let release = () => {};
  const one = draft((value) => new Promise((done) => { written.push(value); release = () => done(undefined); }));
  one.change("1");
  const first = one.flush();
  one.change("2");
  const second = one.flush();
  release();
  await first;
  await new Promise((next) => setImmediate(next));
  release();
  await second;
  assert.deepEqual(written, ["1", "2"]);
});

test("a store that cannot write leaves the text, says so, and takes it later", async () => {
  let broken = true;
  /** @type {string[]} */
  const written = [];
  const one = draft(async (value) => {
    if (broken) throw { code: "store", message_id: "error-save" };
    written.push(value);
  });
  one.change("大事な文");
  assert.equal(await flushAll(), false);
  assert.equal(state().kind, "failed");
  assert.deepEqual(state().kept, [{ name: "件名", text: "大事な文" }]);
  broken = false;
  assert.equal(await flushAll(), true);
  assert.notEqual(state().kind, "failed");
  assert.deepEqual(written, ["大事な文"]);
});

test("several who write at once all wait until the store has answered", async () => {
  const one = draft(async () => {
    await new Promise((next) => setImmediate(next));
    throw { code: "store", message_id: "error-save" };
  });
  one.change("閉じる直前の文");
  const answers = await Promise.all([flushAll(), flushAll(), flushAll()]);
  assert.deepEqual(answers, [false, false, false]);
  assert.deepEqual(unwritten(), [{ name: "件名", text: "閉じる直前の文" }]);
  assert.equal(state().kind, "failed");
  one.drop();
});

test("a refusal is told to the field and is no failure of the store", async () => {
  /** @type {any} */
  let heard = null;
  const one = draft(async () => { throw { code: "refused", message_id: "error-date" }; }, { refused: (/** @type {any} */ failure) => (heard = failure) });
  one.change("あした");
  await one.flush();
  assert.equal(heard?.message_id, "error-date");
  assert.notEqual(state().kind, "failed");
});

test("what was said of a refused value goes once it is saved, and nothing else does", async () => {
  const refusal = { code: "", message_id: "error-mark", args: {} };
  let known = false;
  const one = draft(async () => { if (!known) throw refusal; }, { refused: show });
  one.change("9");
  await one.flush();
  assert.equal(shown(), refusal);
  known = true;
  one.change("8");
  await one.flush();
  assert.equal(shown(), null);
  const other = { message_id: "error-disk-full" };
  show(other);
  one.change("7");
  await one.flush();
  assert.equal(shown(), other);
  settle(other);
});

test("what was refused is kept with its reason until it is corrected or given up", async () => {
  const failure = { code: "", message_id: "error-date", args: {} };
  const key = () => "schedule.answer_date";
  const refused = () => draft(async () => { throw failure; }, { key });
  const first = refused();
  first.change("あした");
  await first.flush();
  assert.deepEqual(refusalOf("schedule.answer_date"), { value: "あした", failure, stored: undefined });
  assert.equal(await flushAll(), true);
  const again = draft(async () => {}, { key });
  again.change("12/4");
  await again.flush();
  assert.equal(refusalOf("schedule.answer_date"), undefined);
  const given = refused();
  given.change("あさって");
  await given.flush();
  given.drop();
  assert.equal(refusalOf("schedule.answer_date"), undefined);
});

test("what was refused is forgotten once the store holds another value", async () => {
  const failure = { code: "", message_id: "error-amount", args: {} };
  const one = draft(async () => { throw failure; }, { key: () => "criterion weight", stored: () => "9" });
  one.change("八");
  await one.flush();
  assert.equal(refusalOf("criterion weight", "9")?.value, "八");
  assert.equal(refusalOf("criterion weight", "8"), undefined);
  assert.equal(refusalOf("criterion weight", "9"), undefined, "a step back brings the value, not what was typed");
});

test("a failure goes with the next thing that is done, and one that came meanwhile stays", async () => {
  const first = { message_id: "error-statement-first" };
  const second = { message_id: "error-date" };
  show(first);
  await assert.rejects(writing(async () => { throw second; }));
  assert.equal(shown(), first);
  await writing(async () => show(second));
  assert.equal(shown(), second);
  settle(first);
  assert.equal(shown(), second);
  await writing(async () => {});
  assert.equal(shown(), null);
});

test("what was typed stands until the store has answered, whatever is drawn meanwhile", async () => {
  /** @type {(failure: any) => void} */
  let refuse = () => undefined;
  const one = draft(() => new Promise((_, no) => { refuse = no; }));
  one.change("だめ");
  const written = one.flush();
  assert.deepEqual([one.dirty, one.open], [false, true]);
  refuse({ code: "refused", message_id: "error-amount" });
  await written;
  assert.equal(one.open, false);
});
