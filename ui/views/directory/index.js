/** @type {import("../../app/views.js").View[]} */
export default [
  { name: "directory", address: "directory/:vendor?", tag: "view-directory", title: "view-directory", load: () => import("./view.js") },
  { name: "directory-import", address: "vendors-import", tag: "view-directory-import", title: "view-directory-import", load: () => import("./import.js") },
];
