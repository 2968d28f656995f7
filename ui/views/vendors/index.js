/** @type {import("../../app/views.js").View} */
export default { name: "vendors", address: "p/:procurement/vendors/:bidder?", tag: "view-vendors", title: "rail-vendors", step: "vendors", load: () => import("./view.js") };
