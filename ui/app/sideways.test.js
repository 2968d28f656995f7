import assert from "node:assert/strict";
import { test } from "node:test";
import { edges } from "./sideways.js";

test("a frame says on which side there is more", () => {
  const wide = { clientWidth: 700, scrollWidth: 1100 };
  assert.deepEqual(edges({ ...wide, scrollLeft: 0 }), { before: false, beyond: true });
  assert.deepEqual(edges({ ...wide, scrollLeft: 200 }), { before: true, beyond: true });
  // Scales of the screen leave a part of a pixel.
  assert.deepEqual(edges({ ...wide, scrollLeft: 399.5 }), { before: true, beyond: false });
  assert.deepEqual(edges({ clientWidth: 700, scrollWidth: 700, scrollLeft: 0 }), { before: false, beyond: false });
});
