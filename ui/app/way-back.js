/**
 * What the words about a recorded decision ask: whether a notice was sent, after which there is no way back.
 * @param {{ told: boolean } | null | undefined} of
 */
export const wayBack = (of) => ({ told: of?.told ? "yes" : "no" });
