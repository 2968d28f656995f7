/** @type {import("../../app/views.js").View} */
const view = {
  name: "releases", address: "p/:procurement/releases/:release?", tag: "view-releases", title: "view-releases", step: "rfp", load: () => import("./view.js"),
};

export default view;
