/** @type {import("../../app/views.js").View} */
export default { name: "estimates", address: "estimates", tag: "view-estimates", title: "view-estimates", load: () => import("./view.js") };
