// What pages do beyond plain links and forms. Each module looks for its own data-… attributes
// in the whole document, so a part that htmx swaps in works without being told.
import htmx from "htmx.org/dist/htmx.esm.js";
import { startAutosave } from "./autosave.js";
import { startConnection } from "./connection.js";
import { startDrafts } from "./drafts.js";
import { startFileFields } from "./file_fields.js";
import { startForms } from "./forms.js";
import { startFrames } from "./frames.js";
import { startKeyboard } from "./keyboard.js";
import { startLeaving } from "./leaving.js";
import { startLines } from "./lines.js";
import { startMessages } from "./messages.js";
import { startOverlays } from "./overlays.js";
import { startPanes } from "./panes.js";
import { startReturns } from "./returns.js";
import { startThemeSwitch } from "./theme_switch.js";
import { startTree } from "./tree.js";
import { startUpload } from "./upload.js";

window.htmx = htmx;

startMessages();
startLeaving();
startForms();
startDrafts();
startOverlays();
startKeyboard();
startFrames();
startConnection();
startAutosave();
startUpload();
startFileFields();
startLines();
startTree();
startPanes();
startReturns();
startThemeSwitch();
document.documentElement.dataset.ready = "true";
