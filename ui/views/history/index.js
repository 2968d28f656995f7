/** @type {import("../../app/views.js").View[]} */
export default [
  { name: "history", address: "history", tag: "view-history", title: "rail-history", load: () => import("./view.js") },
  { name: "case-history", address: "p/:procurement/history", tag: "view-history", title: "rail-history", load: () => import("./view.js") },
];
