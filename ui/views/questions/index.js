/** @type {import("../../app/views.js").View} */
export default { name: "questions", address: "p/:procurement/questions/:question?", tag: "view-questions", title: "rail-questions", step: "questions", load: () => import("./view.js") };
