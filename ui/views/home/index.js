const load = () => import("./view.js");

/** @type {import("../../app/views.js").View[]} */
export default [
  { name: "home", address: "", tag: "view-home", title: "view-home", load },
  { name: "new", address: "new/:from?", tag: "view-home", title: "view-home", load },
];
