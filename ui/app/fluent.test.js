import assert from "node:assert/strict";
import { test } from "node:test";
import { Words } from "./fluent.js";

test("a sentence that a name ends has one full stop", () => {
  const words = new Words("en", ["got = { $name } has got { $list }. Ask { $name }.\n"]);
  assert.equal(words.say("got", { name: "Kaede Inc.", list: "the RFP" }), "Kaede Inc. has got the RFP. Ask Kaede Inc.");
  assert.equal(words.say("got", { name: "Kaede", list: "$& etc." }), "Kaede has got $& etc. Ask Kaede.");
});
