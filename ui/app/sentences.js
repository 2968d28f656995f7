/** The sentences of a message, each without the space around it. A full stop inside a name ends none. @param {string} text @returns {string[]} */
export const sentences = (text) => (text.match(/(?:[^。.!?]|\.(?!\s|$))*[。.!?]|[^。.!?]+$/g) ?? []).map((part) => part.trim()).filter(Boolean);
