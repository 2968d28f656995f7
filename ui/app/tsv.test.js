import assert from "node:assert/strict";
import { test } from "node:test";
import { isTable, readTsv, writeTsv } from "./tsv.js";

test("rows, cells and quoted cells with line breaks", () => {
  assert.deepEqual(readTsv("見本 花子\tみほん\r\n例示 太郎\t\r\n"), [["見本 花子", "みほん"], ["例示 太郎", ""]]);
  assert.deepEqual(readTsv('a\t"b\nc ""d"""'), [["a", 'b\nc "d"']]);
  assert.deepEqual(readTsv("\n\t\n"), []);
});

test("what is written is read again", () => {
  const rows = [['a\tb', 'c "d"\ne', ""], ["", "f"]];
  assert.deepEqual(readTsv(writeTsv(rows)), rows);
});

test("one line of words is no table", () => {
  assert.equal(isTable("ただの文\n"), false);
  assert.equal(isTable("a\tb"), true);
  assert.equal(isTable("a\nb"), true);
});
