import { inParts } from "./phrased.js";

/** A file name that breaks between its parts before it breaks inside one. @param {string} name */
export const fileName = (name) => inParts(name.split(/(?<=_)/));
