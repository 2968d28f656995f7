/** @type {import("../../app/views.js").View[]} */
const views = [
  { name: "discussion", address: "p/:procurement/discussion", tag: "view-discussion", title: "view-discussion", step: "decision", load: () => import("./discussion.js") },
  { name: "approval", address: "p/:procurement/approval", tag: "view-approval", title: "view-approval", step: "decision", load: () => import("./approval.js") },
  { name: "notices", address: "p/:procurement/notices/:bidder?", tag: "view-notices", title: "view-notices", step: "decision", load: () => import("./notices.js") },
];

export default views;
