// Keeps what is typed in <form data-guard="draft"> on this device until the server has taken it:
// a session that ended under the form, a window that was closed, a machine that fell asleep lose no word.
//
// Each form has one draft of all its fields, named by where it is sent and by its text area. Found again,
// it is put back where the page still holds what it held; otherwise the person chooses.
import { element } from "./server.js";
import { say } from "./words.js";

const FORMS = "form[data-guard=draft]";
const FIELDS = "textarea, select:not([multiple]), input:not([type=hidden], [type=file], [type=checkbox], [type=radio])";
const DAYS_KEPT = 7;

export function startDrafts() {
  document.addEventListener("input", ({ target }) => target.form?.matches(FORMS) && note(target.form));
  document.addEventListener("htmx:finally:request", ({ detail }) => settle(detail.ctx));
  document.addEventListener("htmx:after:swap", restore);
  // Another page of hers may have sent it meanwhile.
  window.addEventListener("storage", (event) => event.key === key() && document.querySelectorAll(".draft").forEach(dropTaken));
  dropOld();
  restore();
}

const key = () => `chamdiem:drafts:${document.documentElement.dataset.person || "nobody"}`;
const wordsOf = (form) => form.querySelector("textarea");
const nameOf = (form) => `${form.getAttribute("action")} ${wordsOf(form).id}`;
const versionOf = (form) => form.elements.namedItem("version")?.value ?? "";
const lineOf = (form) => document.getElementById(`draft-${wordsOf(form).id}`);
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && field.matches(FIELDS));
const changedIn = (form) => fieldsOf(form).filter((field) => field.value !== givenIn(field));

// What the page brought: the value nobody has typed over.
function givenIn(field) {
  if (!field.matches("select")) return field.defaultValue;
  return ([...field.options].find((each) => each.defaultSelected) ?? field.options[0])?.value ?? "";
}

function drafts() {
  try {
    return JSON.parse(localStorage.getItem(key())) ?? {};
  } catch {
    return {};
  }
}

function write(all) {
  if (Object.keys(all).length) localStorage.setItem(key(), JSON.stringify(all));
  else localStorage.removeItem(key());
}

function dropWhere(isGone) {
  write(Object.fromEntries(Object.entries(drafts()).filter((entry) => !isGone(...entry))));
}

function note(form) {
  const typed = Object.fromEntries(changedIn(form).map((field) => [field.name, field.value]));
  if (!Object.keys(typed).length) return forget(form);
  write({ ...drafts(), [nameOf(form)]: { typed, version: versionOf(form), at: Date.now() } });
}

function forget(form) {
  dropWhere((name) => name === nameOf(form));
  lineOf(form)?.remove();
}

function dropOld() {
  const oldest = Date.now() - DAYS_KEPT * 24 * 3600 * 1000;
  dropWhere((_, { at, typed }) => !typed || at < oldest);
}

// Taken is what was answered well: a refusal and a session that ended (401) leave the draft.
function settle({ sourceElement, response }) {
  if (!sourceElement.matches?.(FORMS) || !response || response.status >= 400) return;
  const action = sourceElement.getAttribute("action");
  dropWhere((name) => name.startsWith(`${action} `));
}

function restore() {
  const all = drafts();
  for (const form of document.querySelectorAll(FORMS)) {
    const draft = all[nameOf(form)];
    if (!draft || changedIn(form).length || lineOf(form)) continue;
    const fields = fieldsOf(form).filter((field) => (draft.typed[field.name] ?? givenIn(field)) !== givenIn(field));
    if (!fields.length) forget(form);
    else if (draft.version === versionOf(form)) take(form, draft, fields);
    else offer(form, draft, fields);
  }
}

// What was put back from a draft: form → the fields and their words.
const taken = new WeakMap();

function take(form, draft, fields) {
  for (const field of fields) field.value = draft.typed[field.name];
  taken.set(form, fields.map((field) => [field, field.value]));
  tell(form, say("draft_back", { at: moment(draft.at) }), [say("draft_drop"), () => {
    for (const field of fields) field.value = givenIn(field);
    forget(form);
  }]);
}

function offer(form, draft, fields) {
  const text = say("draft_other", { at: moment(draft.at), text: fields.map((field) => shown(field, draft.typed[field.name])).join(" · ") });
  tell(form, text, [say("draft_take"), () => {
    lineOf(form).remove();
    take(form, draft, fields);
    note(form);
  }], [say("draft_drop"), () => forget(form)]);
}

function shown(field, value) {
  return field.matches("select") ? [...field.options].find((each) => each.value === value)?.text ?? value : value;
}

function tell(form, text, ...choices) {
  const words = wordsOf(form);
  for (let around = words.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  const buttons = choices.map(([word, chosen]) => {
    const button = element("button", { type: "button", className: "btn btn-quiet btn-small", textContent: word });
    button.addEventListener("click", () => { chosen(); words.focus(); });
    return button;
  });
  words.after(element("div", { className: "draft cluster", id: `draft-${words.id}` },
    element("p", { className: "field-hint", role: "status", textContent: text }), ...buttons));
}

// Where nobody typed on, the words go with the draft: they were sent, or thrown away, on the other page.
function dropTaken(line) {
  const form = line.closest("form");
  if (drafts()[nameOf(form)]) return;
  const back = taken.get(form) ?? [];
  if (back.every(([field, words]) => field.value === words)) back.forEach(([field]) => { field.value = givenIn(field); });
  line.remove();
}

function moment(at) {
  const day = new Date(at);
  const [hour, minute, date, month] = [day.getHours(), day.getMinutes(), day.getDate(), day.getMonth() + 1].map((each) => String(each).padStart(2, "0"));
  return `${hour}:${minute} ${date}/${month}`;
}
