import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, begun, done, unrecorded } from "./begun.js";

test("what is begun in a form stands there until it is recorded or given up, and in no other form", () => {
  assert.equal(begun("step b1"), undefined);
  begin("step b1", { note: "体制" }, "甲野", ["体制"]);
  begin("step b1", { note: "体制が整わない" }, "甲野", ["体制が整わない"]);
  begin("step b2", { note: "" }, "乙川", [""]);
  assert.deepEqual(begun("step b1"), { note: "体制が整わない" });
  done("step b1");
  assert.equal(begun("step b1"), undefined);
  assert.deepEqual(begun("step b2"), { note: "" });
});

test("what closing would lose is told with its words, and an empty form is no loss", () => {
  begin("step b1", { status: "withdrawn" }, "甲野", [" 体制が整わない", "", "2027/4/2"]);
  assert.deepEqual(unrecorded(), [{ name: "甲野", text: "体制が整わない\n2027/4/2" }]);
  done("step b1");
  assert.deepEqual(unrecorded(), []);
});
