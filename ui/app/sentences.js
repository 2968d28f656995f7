/** The sentences of a message, each without the space around it. A full stop inside a name ends none, nor one before a small letter: Aoba K.K. was. @param {string} text @returns {string[]} */
export const sentences = (text) => (text.match(/(?:[^。.!?]|\.(?!\s+(?!\p{Ll})|\s*$))*[。.!?]|[^。.!?]+$/gu) ?? []).map((part) => part.trim()).filter(Boolean);
