/** @type {import("../../app/views.js").View} */
const view = {
  name: "criteria", address: "p/:procurement/criteria/:criterion?", tag: "view-criteria", title: "view-criteria", load: () => import("./view.js"),
};

export default view;
