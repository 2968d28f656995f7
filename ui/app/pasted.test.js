import assert from "node:assert/strict";
import { test } from "node:test";
import { addLeft, addRows, correctLeft, dropLeft, fillRow, leftAt } from "./pasted.js";

const FIELDS = ["title", "kind", "unit_price"];
const ROWS = [["戊", "一時", "1000"], ["己", "一時", "別途お見積り"], ["庚", "一時", "3000"]];

/** A table that takes figures as prices. */
function table() {
  /** @type {{ title: string, after: string | null }[]} */
  const lines = [];
  const add = async (/** @type {Record<string, string>} */ { title, unit_price: price }, /** @type {string | null} */ after) => {
    if (!/^\d+$/.test(price)) return undefined;
    lines.push({ title, after });
    return { id: title };
  };
  return { lines, how: { add, after: null, why: () => "no amount" } };
}

test("a row of a paste that is refused stays as it was, and is added once it is corrected", async () => {
  const { lines, how } = table();
  await addRows("e1", FIELDS, ROWS, how);
  assert.deepEqual(lines, [{ title: "戊", after: null }, { title: "庚", after: "戊" }]);
  assert.deepEqual(leftAt("e1"), { text: "己\t一時\t別途お見積り", failures: ["no amount"] });
  assert.equal(leftAt("e2"), undefined);
  await addLeft("e1", FIELDS, how);
  assert.equal(leftAt("e1")?.text, "己\t一時\t別途お見積り");
  correctLeft("e1", "己\t一時\t2000");
  await addLeft("e1", FIELDS, { ...how, after: "庚" });
  assert.deepEqual(lines.at(-1), { title: "己", after: "庚" });
  assert.equal(leftAt("e1"), undefined);
});

test("what is refused later stands below what was refused before, until it is given up", async () => {
  const { how } = table();
  await addRows("e1", FIELDS, [ROWS[1]], how);
  await addRows("e1", FIELDS, [['a "b"\nc', "", "x"]], how);
  assert.equal(leftAt("e1")?.text, '己\t一時\t別途お見積り\n"a ""b""\nc"\t\tx');
  dropLeft("e1");
  assert.equal(leftAt("e1"), undefined);
});

test("a row that waits is none that was refused", async () => {
  await addRows("e1", FIELDS, [ROWS[0]], { add: async () => null, after: null, why: () => "" });
  assert.equal(leftAt("e1"), undefined);
});

test("a row of which a cell is refused goes again", async () => {
  /** @type {string[]} */
  const done = [];
  const set = async (/** @type {string} */ field) => {
    if (field === "weight") throw new Error("no number");
    done.push(field);
  };
  const remove = async () => { done.push("gone"); };
  await assert.rejects(fillRow({ asks: "x", weight: "y" }, { set, remove }), /no number/);
  assert.deepEqual(done, ["asks", "gone"]);
  done.length = 0;
  await fillRow({ asks: "x", weight: "" }, { set, remove });
  assert.deepEqual(done, ["asks"]);
});
