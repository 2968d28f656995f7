import { commands } from "../host/commands.js";
import { askAhead } from "../views/home/ahead.js";

/** The core answers these while the rest of the code is still being read: this module is the first to run. */

/** The state of the program as the window opens. */
export const appState = commands.app_state({});
// Whoever waits for it hears of a failure.
appState.catch(() => {});

/** What home shows, where the window opens on it: the window is painted once, with everything in it. */
export const firstScreen = /^(#\/?)?$/.test(location.hash) ? askAhead() : Promise.resolve();
