/** @type {import("../../app/views.js").View} */
export default { name: "settings", address: "settings", tag: "view-settings", title: "rail-settings", load: () => import("./view.js") };
