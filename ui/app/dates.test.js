import assert from "node:assert/strict";
import { test } from "node:test";
import { clock, day, moment, stamp } from "./dates.js";

test("a moment is told in Japan's time, whatever the machine's own zone", () => {
  const late = "2026-12-04T15:05:00Z";
  assert.equal(moment(late, "ja"), "2026年12月5日(土) 00:05");
  assert.equal(day(late, "en"), "Sat, 5 Dec 2026");
  assert.equal(clock(new Date(late)), "00:05");
  assert.equal(stamp(new Date(late)), "2026-12-05 0005");
});

test("what is no moment stays as it is", () => assert.equal(moment("いつか", "ja"), "いつか"));
