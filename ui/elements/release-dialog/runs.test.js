import assert from "node:assert/strict";
import { test } from "node:test";
import { shortened } from "./runs.js";

test("unchanged stretches are shortened towards what changed, changes never", () => {
  const long = "あ".repeat(100);
  assert.deepEqual(shortened([{ s: long }, { s: long, del: true }, { s: long }]), [
    { s: `…${"あ".repeat(24)}` }, { s: long, del: true }, { s: `${"あ".repeat(24)}…` },
  ]);
  assert.deepEqual(shortened([{ s: "x", ins: true }, { s: long }, { s: "y", ins: true }])[1], { s: `${"あ".repeat(24)}…${"あ".repeat(24)}` });
  assert.deepEqual(shortened([{ s: "短い" }, { s: "x", del: true }]), [{ s: "短い" }, { s: "x", del: true }]);
});

test("signs outside the basic plane are not cut in two", () => {
  const [{ s }] = shortened([{ s: "𠮷".repeat(60) }, { s: "x", ins: true }]);
  assert.equal(s, `…${"𠮷".repeat(24)}`);
});
