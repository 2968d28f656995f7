/** @type {import("../../app/views.js").View} */
export default { name: "outlines", address: "outlines", tag: "view-outlines", title: "view-outlines", load: () => import("./view.js") };
