import assert from "node:assert/strict";
import { test } from "node:test";
import { leadOf, meansOf, namedOf, priceWords } from "./lead.js";

/** A sheet of one criterion beside the price. @param {"all" | "main" | "price"} part @param {boolean} hers @param {Record<string, any>} [more] */
const sheet = (part, hers, more = {}) => /** @type {any} */ ({ part, price_open: part === "price", missing: [], ...more, groups: [{ criteria: [{ hers: true, part: "main" }, { hers, part: "price" }] }] });

test("marks on the price are promised only where some are asked for", () => {
  assert.equal(leadOf(sheet("main", true)), "hand-in-lead-main");
  assert.equal(leadOf(sheet("main", false)), "hand-in-lead-main-only");
  assert.equal(leadOf(sheet("price", true)), "hand-in-lead-price");
  assert.equal(leadOf(sheet("all", false)), "hand-in-lead");
});

test("prices that are open already are promised to nobody", () => {
  assert.equal(leadOf(sheet("main", true, { price_open: true })), "hand-in-lead-main-open");
  assert.equal(leadOf(sheet("main", false, { price_open: true })), "hand-in-lead-main-only-open");
  const said = (/** @type {boolean} */ open, /** @type {string} */ opened) => priceWords({ price_open: open, price_opened: opened });
  assert.deepEqual([said(false, ""), said(true, ""), said(true, "4/13 11:30")], ["sheets-price-closed", "sheets-price-open", "sheets-price-opened"]);
});

test("the evaluation is whole only when nobody else's sheet is missing", () => {
  assert.equal(leadOf(sheet("price", true, { missing: ["蓮見"] })), "hand-in-lead-price-missing");
});

test("three whose sheets are missing are named, the others counted", () => {
  assert.deepEqual(namedOf(["蓮見"]), { first: ["蓮見"], rest: 0 });
  assert.deepEqual(namedOf(["蓮見", "白石", "三宅", "早瀬", "東"]), { first: ["蓮見", "白石", "三宅"], rest: 2 });
});

test("a sheet is handed in as it came, whichever way it was opened", () => {
  assert.equal(meansOf({ came: "excel" }, false), "excel");
  assert.equal(meansOf({ came: "app" }, false), "app");
  assert.equal(meansOf({ came: "excel" }, true), "paper");
});
