// The words of a file field come from the browser, in its own language: a face in the language of the page lies
// under the field, which stays on top, unseen, and takes clicks, dropped files and the keyboard as before.
import { element } from "./server.js";
import { say } from "./words.js";

const FIELDS = "input[type=file].form-control:not(.file-field *)";

export function startFileFields() {
  document.addEventListener("htmx:after:swap", dressAll);
  document.addEventListener("change", ({ target }) => target.matches?.(".file-field input") && tell(target));
  // A form that is emptied forgets its files after the event.
  document.addEventListener("reset", ({ target }) => setTimeout(() => target.querySelectorAll(".file-field input").forEach(tell)));
  dressAll();
}

function dressAll() {
  document.querySelectorAll(FIELDS).forEach(dress);
}

function dress(field) {
  const button = element("span", { className: "btn btn-secondary", textContent: say("choose_file") });
  const face = element("span", { className: "file-face", ariaHidden: "true" }, button, element("span", { className: "file-chosen" }));
  const frame = element("span", { className: "file-field" });
  field.replaceWith(frame);
  frame.append(face, field);
  tell(field);
}

function tell(field) {
  const names = [...field.files].map(({ name }) => name).join(", ");
  field.parentElement.querySelector(".file-chosen").textContent = names || say("no_file");
}
