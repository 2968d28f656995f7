import { askAhead } from "./ahead.js";
// The first screen is there from the start; the code of the others is fetched when they are opened.
import "./view.js";

const load = async () => void askAhead();

/** @type {import("../../app/views.js").View[]} */
export default [
  { name: "home", address: "", tag: "view-home", title: "view-home", load },
  { name: "new", address: "new/:from?", tag: "view-home", title: "view-home", load },
];
