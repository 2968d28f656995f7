import assert from "node:assert/strict";
import { test } from "node:test";
import { dropReason, giveReason, giveUp, reasoned, reasonFor, wantedAt, wanting } from "./reason.js";
import { Draft, isFinal, refusalOf } from "./saving.js";

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

test("the refusal of a change goes once it is taken with its reason, or given up", async () => {
  const refused = async (/** @type {string} */ key) => {
    const save = () => reasoned("p", async ({ reason }) => {
      if (!reason) throw { code: "reason-needed", message_id: "error-reason-needed", args: {} };
    });
    const draft = new Draft({ name: () => key, key: () => key, save });
    draft.change("8");
    await draft.flush();
  };
  await refused("weight");
  assert.equal(refusalOf("weight")?.value, "8");
  await giveReason("p", "合意による");
  assert.equal(refusalOf("weight"), undefined);
  dropReason();
  await refused("title");
  dropReason();
  assert.equal(refusalOf("title")?.value, "8", "a screen that is left keeps what was typed");
  await refused("asks");
  assert.equal(wantedAt(), "asks", "the field in which the caret goes on");
  giveUp();
  assert.equal(wantedAt(), undefined);
  assert.equal(refusalOf("asks"), undefined);
});

test("what is refused whatever is typed asks for no reason and is not kept", async () => {
  const decided = { code: "decided", message_id: "error-result-decided", args: {} };
  /** @type {any} */
  let told;
  const save = () => reasoned("p", async () => { throw decided; });
  const draft = new Draft({ name: () => "end", key: () => "end", save, refused: (failure) => { told = failure; } });
  draft.change("2030/3/31");
  await draft.flush();
  assert.equal(told, decided);
  assert.equal(isFinal(told), true);
  assert.equal(wanting(), false);
  assert.equal(refusalOf("end"), undefined);
});
