import { appState, firstScreen } from "./app/early.js";
import "./style/tokens.css";
import "./node_modules/.faces/interface.css";
import "./style/base.css";
import "./style/edit.css";
import { onChanged, onClose, onProgress } from "./host/transport.js";
import { tell } from "./app/bus.js";
import { ignoreOtherDrops } from "./app/file-drop.js";
import { startFrame } from "./app/frame.js";
import { setLang, t } from "./app/l10n.js";
import { startProcurement } from "./app/procurement.js";
import { follow } from "./app/work.js";
import { addRoute, beforeLeave, startRouter } from "./app/router.js";
import { flushAll, saved, setReadOnly, watchWindow } from "./app/saving.js";
import { settleClose } from "./app/closing.js";
import { startKeys } from "./app/keys.js";
import { bindWindow } from "./app/window.js";
import { setScale, setTheme, startTheme } from "./app/theme.js";
import { startUndo } from "./app/undo.js";
import { views } from "./app/views.js";
import { showClosed } from "./views/closed.js";

async function start() {
  startTheme();
  const [app] = await Promise.all([appState, firstScreen]);
  setLang(app.lang);
  setTheme(app.theme);
  setScale(app.scale);
  if (app.closed) return showClosed(app, document.body);
  for (const { name, address } of views) addRoute(name, address);
  startProcurement();
  startUndo();
  startKeys();
  ignoreOtherDrops();
  bindWindow();
  startFrame(app.holder);
  setReadOnly(app.read_only);
  beforeLeave(async () => void (await flushAll()));
  watchWindow();
  const changed = onChanged((change) => {
    saved();
    tell("changed", change);
  });
  await Promise.all([changed, onProgress(follow), onClose(settleClose), startRouter()]);
}

start().catch((failure) => {
  // Without the core there is nothing to show but why.
  const line = document.createElement("p");
  line.className = "fatal";
  line.setAttribute("role", "alert");
  line.textContent = t(failure?.message_id ?? "error-unexpected", failure?.args);
  document.body.replaceChildren(line);
  console.error(failure);
});
