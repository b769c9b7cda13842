// Keys for people who do hundreds of rows. An element says which key presses it: data-key="j".
// Without such an element j and k walk through the elements [data-item]. ? shows all keys.
import { focusField } from "./overlays.js";

export function startKeyboard() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (document.querySelector("dialog[open]") && event.key !== "Escape") return;
    if (press(event.key)) event.preventDefault();
  });
}

function press(key) {
  if (key === "?") return showKeys();
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find((each) => each.checkVisibility());
  if (!target) return (key === "j" && walk(1)) || (key === "k" && walk(-1));
  // While the form of one verdict is open no key gives another: what is typed was meant for the form.
  const open = target.matches("[data-verdicts] [type=submit]") && document.querySelector("[data-verdicts] details[open]");
  if (open) fillIn(open);
  else if (target.matches("summary")) fillIn(target.parentElement);
  else if (target.matches("[data-focused]")) target.focus();
  else if (target.matches("input:not([type=radio], [type=checkbox]), textarea, select")) { target.focus(); target.select?.(); }
  else target.click();
  return true;
}

// Open already since a draft came back, it is not closed by its key: the next letters belong to its field.
function fillIn(details) {
  details.open = true;
  focusField(details);
}

function walk(step) {
  const items = [...document.querySelectorAll("[data-item]")].filter((each) => each.checkVisibility());
  if (!items.length) return false;
  const here = items.findIndex((item) => item === document.activeElement || item.contains(document.activeElement));
  const next = items[here < 0 ? (step > 0 ? 0 : items.length - 1) : Math.min(Math.max(here + step, 0), items.length - 1)];
  const focusable = next.matches("a, button, [tabindex]") ? next : next.querySelector("a, button, input, [tabindex]");
  focusable?.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function showKeys() {
  document.getElementById("keys")?.showModal();
  return true;
}
