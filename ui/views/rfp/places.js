import { go } from "../../app/router.js";

const SCREENS = /** @type {Record<string, string>} */ ({
  facts: "facts/basics", basics: "facts/basics", schedule: "facts/schedule", review: "facts/review", items: "facts/items",
  bidders: "vendors", vendors: "vendors", requirements: "requirements", releases: "releases", rfp: "rfp",
});

/** Goes to the screen that owns something. @param {string} procurement @param {string} screen */
export const openScreen = (procurement, screen) => go(`p/${procurement}/${SCREENS[screen] ?? "facts/basics"}`);

/** Goes to where a finding can be put right. @param {string} procurement @param {import("../../host/bindings.d.ts").Place} place */
export function openPlace(procurement, place) {
  if (place.section) go(`p/${procurement}/rfp/${place.section}`);
  else openScreen(procurement, place.screen ?? "facts");
}
