import assert from "node:assert/strict";
import { test } from "node:test";
import { listed } from "./listed.js";

/** @param {string} id @param {string} name @param {string} reading @param {string} status @param {string} at */
const bidder = (id, name, reading, status, at) => /** @type {any} */ ({ id, name, reading, status, since: at ? { at } : null, person: "", person_reading: "", department: "", mail: "", phone: "" });
const ALL = [
  bidder("1", "早瀬商事", "はやせしょうじ", "declined", "2027-03-04"),
  bidder("2", "株式会社アオネ", "あおね", "invited", "2027-03-02"),
  bidder("3", "ミナト", "みなと", "invited", "2027-03-05T10:00"),
  bidder("4", "カイ", "", "candidate", ""),
];
const ids = (/** @type {Partial<{ query: string, status: string, order: string }>} */ by) => listed(ALL, { query: "", status: "", order: "own", ...by }).map((one) => one.id);

test("the list stands as it was put, or by reading, status and latest step", () => {
  assert.deepEqual(ids({}), ["1", "2", "3", "4"]);
  assert.deepEqual(ids({ order: "reading" }), ["2", "4", "1", "3"]);
  assert.deepEqual(ids({ order: "status" }), ["4", "2", "3", "1"]);
  assert.deepEqual(ids({ order: "since" }), ["3", "1", "2", "4"]);
  assert.deepEqual(ALL.map((one) => one.id), ["1", "2", "3", "4"]);
});

test("it shows one status and what fits the words, in any way of writing", () => {
  assert.deepEqual(ids({ status: "invited" }), ["2", "3"]);
  assert.deepEqual(ids({ query: "ﾊﾔｾ" }), ["1"]);
  assert.deepEqual(ids({ query: "minato" }), ["3"]);
  assert.deepEqual(ids({ query: "アオネ", status: "declined" }), []);
});
