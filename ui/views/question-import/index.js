/** @type {import("../../app/views.js").View} */
const view = {
  name: "question-import", address: "p/:procurement/question-import", tag: "view-question-import", title: "view-question-import", step: "questions", load: () => import("./view.js"),
};

export default view;
