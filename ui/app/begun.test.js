import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, begun, done } from "./begun.js";

test("what is begun in a form stands there until it is recorded or given up, and in no other form", () => {
  assert.equal(begun("step b1"), undefined);
  begin("step b1", { note: "体制" });
  begin("step b1", { note: "体制が整わない" });
  begin("step b2", { note: "" });
  assert.deepEqual(begun("step b1"), { note: "体制が整わない" });
  done("step b1");
  assert.equal(begun("step b1"), undefined);
  assert.deepEqual(begun("step b2"), { note: "" });
});
