import assert from "node:assert/strict";
import { test } from "node:test";
import { size } from "./size.js";

test("sizes in words", () => {
  assert.deepEqual([0, 999, 1000, 310_400, 999_499, 999_500, 1_250_000].map(size), ["0 B", "999 B", "1 kB", "310 kB", "999 kB", "1.0 MB", "1.3 MB"]);
});
