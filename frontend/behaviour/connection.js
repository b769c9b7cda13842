// Says at the foot of the page that the connection is lost, and how much waits to be sent.
import { unsent } from "./queue.js";
import { icon } from "./server.js";
import { say } from "./words.js";

export function startConnection() {
  const line = document.getElementById("connection");
  if (!line) return;
  const tell = () => {
    const count = Object.keys(unsent()).length;
    line.hidden = navigator.onLine;
    line.replaceChildren(icon("wifi-off"), say("offline"), count ? ` · ${say("unsent", { count })}` : "");
  };
  for (const event of ["online", "offline"]) window.addEventListener(event, tell);
  document.addEventListener("unsent", tell);
  if (!navigator.onLine) tell();
}
