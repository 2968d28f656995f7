/** @type {import("../../app/views.js").View} */
export default { name: "facts", address: "p/:procurement/facts/:part?", tag: "view-facts", title: "rail-facts", load: () => import("./view.js") };
