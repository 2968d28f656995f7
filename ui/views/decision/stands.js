/** @typedef {import("../../host/bindings.d.ts").Notice} Notice */

/**
 * Where a notice stands, as a word: what holds it comes before what is missing, and papers older than its words are to be made anew.
 * @param {Pick<Notice, "sent" | "made" | "outdated"> & { tellings: Pick<Notice["tellings"][number], "cleared" | "may_stay">[], missing: string[] }} notice
 */
export function stands(notice) {
  if (notice.sent) return "sent";
  if (notice.made && !notice.outdated) return "made";
  const found = notice.tellings.filter((one) => !one.cleared);
  if (found.some((one) => !one.may_stay)) return "held";
  if (found.length) return "doubt";
  if (notice.missing.length) return "open";
  return notice.made ? "outdated" : "ready";
}

/** The notices that are made and sent together: not those to companies that have left, whose letters go alone or not at all. @template {Pick<Notice, "left">} One @param {One[]} notices */
export const together = (notices) => notices.filter((one) => !one.left);

/** Whether the papers of a notice can be made as it stands. @param {Parameters<typeof stands>[0]} notice */
export const canBeMade = (notice) => ["ready", "made", "outdated"].includes(stands(notice));
