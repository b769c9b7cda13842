// Keeps what is typed in <form data-guard="draft"> on this device until the server has taken it:
// a session that ended under the form, a window that was closed, a machine that fell asleep lose no word.
//
// Each text area has a draft of its own, named by where its form is sent and by its id. Found again, it
// is put back where the page still holds what it held; otherwise the person chooses.
import { element } from "./server.js";
import { say } from "./words.js";

const FORMS = "form[data-guard=draft]";
const DAYS_KEPT = 7;

export function startDrafts() {
  document.addEventListener("input", ({ target }) => target.matches(`${FORMS} textarea`) && note(target));
  document.addEventListener("htmx:finally:request", ({ detail }) => settle(detail.ctx));
  document.addEventListener("htmx:after:swap", restore);
  // Another page of hers may have sent it meanwhile.
  window.addEventListener("storage", (event) => event.key === key() && document.querySelectorAll(".draft").forEach(dropTaken));
  dropOld();
  restore();
}

const key = () => `chamdiem:drafts:${document.documentElement.dataset.person || "nobody"}`;
const nameOf = (field) => `${field.form.getAttribute("action")} ${field.id}`;
const versionOf = (form) => form.elements.namedItem("version")?.value ?? "";
const fieldsOf = () => document.querySelectorAll(`${FORMS} textarea`);

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

function note(field) {
  if (field.value === field.defaultValue) return forget(field);
  write({ ...drafts(), [nameOf(field)]: { text: field.value, version: versionOf(field.form), at: Date.now() } });
}

function forget(field) {
  dropWhere((name) => name === nameOf(field));
  lineOf(field)?.remove();
}

function dropOld() {
  const oldest = Date.now() - DAYS_KEPT * 24 * 3600 * 1000;
  dropWhere((_, { at }) => at < oldest);
}

// Taken is what was answered well: a refusal and a session that ended (401) leave the draft.
function settle({ sourceElement, response }) {
  if (!sourceElement.matches?.(FORMS) || !response || response.status >= 400) return;
  const action = sourceElement.getAttribute("action");
  dropWhere((name) => name.startsWith(`${action} `));
}

function restore() {
  const all = drafts();
  for (const field of fieldsOf()) {
    const draft = all[nameOf(field)];
    if (!draft || field.value !== field.defaultValue || lineOf(field)) continue;
    if (draft.text === field.defaultValue) forget(field);
    else if (draft.version === versionOf(field.form)) take(field, draft);
    else offer(field, draft);
  }
}

function take(field, draft) {
  field.value = draft.text;
  tell(field, say("draft_back", { at: moment(draft.at) }), [say("draft_drop"), () => {
    field.value = field.defaultValue;
    forget(field);
  }]);
}

function offer(field, draft) {
  const text = say("draft_other", { at: moment(draft.at), text: draft.text });
  tell(field, text, [say("draft_take"), () => {
    lineOf(field).remove();
    take(field, draft);
    note(field);
  }], [say("draft_drop"), () => forget(field)]);
}

function tell(field, text, ...choices) {
  for (let around = field.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  const buttons = choices.map(([word, chosen]) => {
    const button = element("button", { type: "button", className: "btn btn-quiet btn-small", textContent: word });
    button.addEventListener("click", () => { chosen(); field.focus(); });
    return button;
  });
  field.after(element("div", { className: "draft cluster", id: `draft-${field.id}` },
    element("p", { className: "field-hint", role: "status", textContent: text }), ...buttons));
}

const lineOf = (field) => document.getElementById(`draft-${field.id}`);

function dropTaken(line) {
  const field = line.previousElementSibling;
  if (!drafts()[nameOf(field)]) line.remove();
}

function moment(at) {
  const day = new Date(at);
  const [hour, minute, date, month] = [day.getHours(), day.getMinutes(), day.getDate(), day.getMonth() + 1].map((each) => String(each).padStart(2, "0"));
  return `${hour}:${minute} ${date}/${month}`;
}
