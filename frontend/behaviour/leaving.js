// <form data-leaves> signs out. What was typed here and could not be sent yet stays on this device and is
// sent only when the same person signs in here again: whoever leaves is told so before, and may stay.
import { unsent } from "./queue.js";
import { say } from "./words.js";

export function startLeaving() {
  // Before anything else hears of it: who stays has sent nothing.
  document.addEventListener("submit", ask, true);
}

function ask(event) {
  if (!event.target.matches("form[data-leaves]")) return;
  const count = Object.keys(unsent()).length;
  if (!count || window.confirm(say("leave_unsent", { count }))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
