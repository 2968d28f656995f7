/** @type {import("../../app/views.js").View} */
const view = {
  name: "distribution", address: "p/:procurement/distribution", tag: "view-distribution", title: "view-distribution", load: () => import("./view.js"),
};

export default view;
