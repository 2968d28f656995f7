/** @type {import("../../app/views.js").View[]} */
export default [
  { name: "vendors", address: "p/:procurement/vendors/:bidder?", tag: "view-vendors", title: "rail-vendors", step: "vendors", load: () => import("./view.js") },
  { name: "hearings", address: "p/:procurement/hearings/:hearing?", tag: "view-hearings", title: "view-hearings", step: "vendors", load: () => import("./hearings.js") },
];
