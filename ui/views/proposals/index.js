/** @type {import("../../app/views.js").View[]} */
export default [
  { name: "proposals", address: "p/:procurement/proposals/:bidder?/:tab?", tag: "view-proposals", title: "rail-proposals", step: "proposals", load: () => import("./view.js") },
  { name: "comparison", address: "p/:procurement/comparison/:tab?", tag: "view-comparison", title: "view-comparison", step: "proposals", load: () => import("./compare.js") },
];
