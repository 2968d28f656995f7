import assert from "node:assert/strict";
import { test } from "node:test";
import { leadOf, meansOf } from "./lead.js";

/** A sheet of one criterion beside the price. @param {"all" | "main" | "price"} part @param {boolean} hers */
const sheet = (part, hers) => /** @type {any} */ ({ part, groups: [{ criteria: [{ hers: true, part: "main" }, { hers, part: "price" }] }] });

test("marks on the price are promised only where some are asked for", () => {
  assert.equal(leadOf(sheet("main", true)), "hand-in-lead-main");
  assert.equal(leadOf(sheet("main", false)), "hand-in-lead-main-only");
  assert.equal(leadOf(sheet("price", true)), "hand-in-lead-price");
  assert.equal(leadOf(sheet("all", false)), "hand-in-lead");
});

test("a sheet is handed in as it came, whichever way it was opened", () => {
  assert.equal(meansOf({ came: "excel" }, false), "excel");
  assert.equal(meansOf({ came: "app" }, false), "app");
  assert.equal(meansOf({ came: "excel" }, true), "paper");
});
