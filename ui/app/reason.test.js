import assert from "node:assert/strict";
import { test } from "node:test";
import { dropReason, giveReason, reasoned, reasonFor, wanting } from "./reason.js";

test("a change that wants a reason waits for it, and later ones have it already", async () => {
  /** @type {any[]} */
  const done = [];
  const change = (/** @type {string} */ what) => async (/** @type {{ reason?: string }} */ { reason }) => {
    if (!reason) throw { code: "reason-needed" };
    done.push([what, reason]);
  };
  await assert.rejects(reasoned("p", change("weight")));
  assert.equal(wanting(), true);
  await giveReason("p", "合意による");
  assert.deepEqual(done, [["weight", "合意による"]]);
  await reasoned("p", change("title"));
  assert.deepEqual(done.at(-1), ["title", "合意による"]);
  assert.equal(reasonFor("q"), "");
  await assert.rejects(reasoned("q", change("other")));
  dropReason();
  assert.equal(wanting(), false);
});

test("another refusal waits for nothing", async () => {
  await assert.rejects(reasoned("p", async () => { throw { code: "refused" }; }));
  assert.equal(wanting(), false);
});
