/** @type {import("../../app/views.js").View} */
const view = { name: "letters", address: "letters/:key?", tag: "view-letters", title: "view-letters", load: () => import("./view.js") };

export default view;
