/** @type {import("../../app/views.js").View} */
const view = { name: "result", address: "p/:procurement/result", tag: "view-result", title: "view-result", step: "decision", load: () => import("./view.js") };

export default view;
