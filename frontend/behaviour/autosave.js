// Saves a field by itself: <input data-autosave="address" data-version="3">.
//
// Sends value and version; the server answers {version, at, parts}. While it waits, while the
// connection is lost, when somebody else was faster: the line .saved beside the field says so.
// A 409 carries facts {value, shown, person, is_own, at, version}: the person sees both values and chooses.
import { forget, keep, unsent, whenSettledElsewhere } from "./queue.js";
import { element, icon, place, post, SignedOut } from "./server.js";
import { say } from "./words.js";

const DEBOUNCE = 700;
const AGAIN = 10_000;
const timers = new Map();
const sending = new Set();

export function startAutosave() {
  document.addEventListener("input", ({ target }) => isOurs(target) && later(target, isTyped(target) ? DEBOUNCE : 0));
  document.addEventListener("change", ({ target }) => isOurs(target) && later(target, 0));
  // She comes back from the tab where she signed in again, or to the network.
  for (const event of ["online", "focus"]) window.addEventListener(event, sendAll);
  setInterval(sendAll, AGAIN);
  whenSettledElsewhere(catchUp);
  restore();
  sendAll();
}

const isOurs = (field) => field.matches?.("[data-autosave]");
const isTyped = (field) => field.matches("textarea, input:not([type=radio], [type=checkbox])");
const valueOf = (field) => (field.type === "checkbox" ? (field.checked ? "true" : "false") : field.value);
const questionOf = (address) => document.querySelector(`[data-conflict="${CSS.escape(address)}"]`);
const isAsked = (address) => questionOf(address) !== null;
const fieldsOf = (address) => [...document.querySelectorAll(`[data-autosave="${CSS.escape(address)}"]`)];

function later(field, wait) {
  const address = field.dataset.autosave;
  // The question took the focus out of the field; nothing new was typed that could be asked about.
  if (isAsked(address) && unsent()[address]?.value === valueOf(field)) return;
  // What is typed is safe on this device before it is on its way.
  keep(address, { value: valueOf(field), version: field.dataset.version });
  clearTimeout(timers.get(address));
  timers.set(address, setTimeout(() => send(address), wait));
}

function sendAll() {
  for (const address of Object.keys(unsent())) if (!isAsked(address)) send(address);
}

// Another tab has sent what still waits here: sent once more, it changes nothing and brings version and points.
function catchUp(address, entry) {
  if (!linesOf(address).some((line) => line.dataset.state === "offline")) return;
  if (entry.isRefused) return show(address, "refused", entry.text);
  keep(address, entry);
  send(address);
}

async function send(address) {
  const entry = unsent()[address];
  if (!entry || entry.isRefused || sending.has(address)) return;
  sending.add(address);
  show(address, "saving", say("saving"));
  try {
    settle(address, entry, await post(address, { value: entry.value, version: entry.version ?? "" }));
  } catch (lost) {
    show(address, "offline", say(lost instanceof SignedOut ? "signed_out" : "offline"));
  } finally {
    sending.delete(address);
  }
  // Somebody typed on, or chose, while this was under way.
  const next = unsent()[address];
  if (next && (next.value !== entry.value || next.version !== entry.version)) send(address);
}

function settle(address, entry, { status, answer }) {
  // Nothing waits any more where another tab was faster.
  const waiting = unsent()[address] ?? entry;
  if (status < 300) {
    for (const field of fieldsOf(address)) field.dataset.version = answer.version ?? "";
    if (waiting.value === entry.value) forget(address, entry);
    else keep(address, { ...waiting, version: answer.version });
    show(address, "saved", say("saved", { at: answer.at }));
    place(answer.parts);
    follow(answer.fields);
    fieldsOf(address)[0]?.dispatchEvent(new CustomEvent("saved", { bubbles: true, detail: answer }));
  } else if (status === 409 && answer.facts?.version) {
    if (waiting.version === entry.version) ask(address, entry, answer.facts);
  } else if (status < 500) {
    // Sending the same again would be refused again; it stays here until she changes it.
    const text = say("refused", { sentence: answer.sentence ?? "" });
    keep(address, { ...waiting, isRefused: true, text });
    show(address, "refused", text);
  } else {
    show(address, "offline", say("failed"));
  }
}

// What others wrote meanwhile in the fields beside: put in place, unless something typed there still waits.
function follow(now = {}) {
  for (const [address, { version, value }] of Object.entries(now)) {
    const fields = fieldsOf(address);
    if (!fields.length || unsent()[address] || sending.has(address) || fields[0].dataset.version === String(version)) continue;
    const before = shownIn(fields);
    for (const field of fields) {
      field.dataset.version = version;
      fill(field, value);
    }
    const after = shownIn(fields);
    if (after !== before) show(address, "conflict", say("changed", { before: before || say("empty"), value: after || say("empty") }));
  }
}

function shownIn([first, ...others]) {
  if (first.type !== "radio") return valueOf(first);
  const chosen = [first, ...others].find((each) => each.checked);
  return chosen?.closest("label")?.textContent.trim() ?? "";
}

const ICONS = { saving: "loader", saved: "check", offline: "cloud-off", refused: "alert-circle", conflict: "alert-triangle" };

function show(address, state, text) {
  for (const line of linesOf(address)) {
    line.dataset.state = state;
    // Where a question says it all, no sign stands without words.
    line.replaceChildren(...(text ? [icon(ICONS[state]), text] : []));
    for (const field of fieldsOf(address)) tie(field, line.id, state === "refused");
  }
}

// Who hears the page learns at the field that it was refused, and why.
function tie(field, id, isRefused) {
  const ids = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== id);
  if (isRefused) ids.push(id);
  if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
  else field.removeAttribute("aria-describedby");
  if (isRefused) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

function linesOf(address) {
  return fieldsOf(address).slice(0, 1).map((field) => {
    const id = `saved-${field.id}`;
    const line = document.getElementById(id) ?? element("output", { id, className: "saved" });
    if (!line.isConnected) (field.closest("[data-saved-after]") ?? field).after(line);
    return line;
  });
}

function ask(address, entry, theirs) {
  const field = fieldsOf(address)[0];
  if (!field) return;
  show(address, "conflict", "");
  const choose = (value, isMine) => {
    panel.remove();
    for (const each of fieldsOf(address)) {
      each.dataset.version = theirs.version;
      if (!isMine) fill(each, value);
    }
    field.focus();
    if (isMine) { keep(address, { value, version: theirs.version }); send(address); }
    else { forget(address, entry); show(address, "saved", say("saved", { at: theirs.at })); }
  };
  const mine = side(entry.value, say("mine"), say("keep_mine"), () => choose(entry.value, true));
  const other = side(theirs.shown ?? theirs.value, say("theirs", theirs), say("keep_theirs"), () => choose(theirs.value, false));
  const question = say(theirs.is_own ? "conflict_own" : "conflict");
  const panel = element("div", { className: "conflict", role: "alertdialog", ariaLabel: question },
    element("p", { className: "strong", textContent: question }),
    element("div", { className: "conflict-values" }, other, mine));
  panel.dataset.conflict = address;
  questionOf(address)?.remove();
  linesOf(address)[0].after(panel);
  panel.querySelector("button").focus();
}

function side(value, who, word, chosen) {
  const button = element("button", { type: "button", className: "btn btn-secondary btn-small", textContent: word });
  button.addEventListener("click", chosen);
  return element("div", { className: "conflict-value" },
    element("span", { textContent: who }), element("b", { textContent: value || say("empty") }), button);
}

function fill(field, value) {
  if (field.type === "checkbox") field.checked = value === "true";
  else if (field.type === "radio") field.checked = field.value === value;
  else field.value = value;
}

// A page that was closed before the connection came back shows what was typed.
function restore() {
  for (const [address, entry] of Object.entries(unsent())) {
    for (const field of fieldsOf(address)) fill(field, entry.value);
    if (entry.isRefused) show(address, "refused", entry.text);
  }
}
