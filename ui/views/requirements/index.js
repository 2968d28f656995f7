/** @type {import("../../app/views.js").View} */
const view = {
  name: "requirements", address: "p/:procurement/requirements", tag: "view-requirements", title: "view-requirements", step: "rfp", load: () => import("./view.js"),
};

export default view;
