import assert from "node:assert/strict";
import { test } from "node:test";
import { addRoute, match } from "./router.js";

addRoute("home", "");
addRoute("new", "new/:from?");
addRoute("rfp", "p/:procurement/rfp/:section?");

test("addresses with and without their last part", () => {
  assert.deepEqual(match("")?.name, "home");
  assert.deepEqual(match("p/1/rfp")?.params, { procurement: "1" });
  assert.deepEqual(match("p/1/rfp/2")?.params, { procurement: "1", section: "2" });
  assert.deepEqual(match("new/outline%3Acs-bpo")?.params, { from: "outline:cs-bpo" });
});

test("unknown addresses are not guessed", () => {
  assert.equal(match("p/1"), null);
  assert.equal(match("p/1/rfp/2/3"), null);
});
