/** @type {import("../../app/views.js").View} */
const view = {
  name: "rfp", address: "p/:procurement/rfp/:section?", tag: "view-rfp", title: "rail-rfp", step: "rfp", load: () => import("./view.js"),
};

export default view;
