/** @type {import("../../app/views.js").View} */
const view = {
  name: "sheets", address: "p/:procurement/sheets/:evaluator?/:means?", tag: "view-sheets", title: "rail-evaluation", load: () => import("./view.js"),
};

export default view;
