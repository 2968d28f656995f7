import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { follow, work } from "./work.js";

const at = (/** @type {number} */ done) => ({ what: { id: "work-keep", args: {} }, done, total: 3 });

test("quick work is never shown, long work is until it ends", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  follow(at(0));
  mock.timers.tick(300);
  follow(null);
  mock.timers.tick(1000);
  assert.equal(work(), null);

  follow(at(0));
  follow(at(1));
  assert.equal(work(), null);
  mock.timers.tick(400);
  assert.equal(work()?.done, 1);
  follow(at(2));
  assert.equal(work()?.done, 2);
  follow(null);
  assert.equal(work(), null);
  mock.timers.reset();
});
