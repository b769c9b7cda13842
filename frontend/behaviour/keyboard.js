// Keys for people who do hundreds of rows. An element says which key presses it: data-key="j".
// Without such an element j and k walk through the elements [data-item]. ? shows all keys.
// A closed <details data-keyed> is opened by the keys of what it holds. Escape leaves a field, so that keys count again.
import { focusField } from "./overlays.js";

// Where a letter is typed, or chooses; on a round button it does neither.
const TYPED = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";

export function startKeyboard() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape") return leave(event);
    if (event.target.closest(TYPED)) return;
    if (document.querySelector("dialog[open]")) return;
    if (press(meant(event))) event.preventDefault();
  });
}

// Out of a field of a form that a word opened it goes to that word, which closes the form by Enter.
function leave({ target, isComposing }) {
  if (isComposing || !target.matches("input, textarea, select, [contenteditable]") || target.closest("dialog[open]")) return;
  target.blur();
  target.closest("details")?.querySelector("summary").focus();
}

// Typing Vietnamese, w comes as ư, and a letter may come with a mark or as nothing at all: then the key itself
// says which letter it is. Some typing tools hide the key too; of theirs only ư is never two letters.
function meant({ key, code, shiftKey }) {
  if (shiftKey) return key;
  if (/^[ -~]$/.test(key)) return key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(code);
  if (letter) return letter[1].toLowerCase();
  return key === "ư" ? "w" : key;
}

function press(key) {
  if (key === "?") return showKeys();
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find(isInReach);
  if (!target) return (key === "j" && walk(1)) || (key === "k" && walk(-1));
  target.closest("details[data-keyed]")?.toggleAttribute("open", true);
  // While the form of one verdict is open no key gives another: what is typed was meant for the form.
  const open = target.matches("[data-verdicts] [type=submit]") && document.querySelector("[data-verdicts] details[open]");
  if (open) fillIn(open);
  else if (target.matches("summary")) fillIn(target.parentElement);
  else if (target.matches("[data-focused]")) target.focus();
  else if (target.matches("input, textarea, select")) enter(target);
  else target.click();
  return true;
}

// What stands behind a word may have keys all the same.
function isInReach(element) {
  return element.checkVisibility() || element.closest("details[data-keyed]:not([open])")?.checkVisibility();
}

// Open already since a draft came back, it is not closed by its key: the next letters belong to its field.
function fillIn(details) {
  details.open = true;
  focusField(details);
}

// A key brings to a field and never answers it: of levels it goes to the one that is chosen, as Tab does.
function enter(field) {
  const chosen = field.type === "radio" && field.closest("fieldset")?.querySelector(":checked");
  const goal = chosen || field;
  goal.focus();
  goal.select?.();
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
