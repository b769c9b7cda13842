// Forms: the token for htmx, no sending twice, a guard for what is not saved, filters that apply at once.
import { token } from "./server.js";

const changed = new Set();

export function startForms() {
  document.addEventListener("htmx:config:request", ({ detail }) => {
    if (detail.ctx.request.method !== "GET") detail.ctx.request.headers["X-CSRFToken"] = token();
  });
  document.addEventListener("submit", hold, true);
  document.addEventListener("htmx:before:request", ({ detail }) => mark(detail.ctx.sourceElement));
  document.addEventListener("htmx:finally:request", ({ detail }) => release(detail.ctx));
  document.addEventListener("submit", sent);
  document.addEventListener("input", ({ target }) => {
    const form = target.form ?? target.closest?.("form");
    if (form?.matches("[data-guard]")) changed.add(form);
  });
  document.addEventListener("change", ({ target }) => target.form?.matches("[data-autosubmit]") && target.form.requestSubmit());
  window.addEventListener("beforeunload", (event) => {
    if ([...changed].some((form) => form.isConnected)) event.preventDefault();
  });
  // Coming back by the arrow of the browser, a button must not be found busy.
  window.addEventListener("pageshow", () => document.querySelectorAll("[aria-busy=true]").forEach(free));
}

function sent(event) {
  const form = event.target;
  changed.delete(form);
  if (form.method === "dialog" || form.matches("[hx-get], [hx-post], [data-upload-form]")) return;
  if (form.dataset.sent === "true") return event.preventDefault();
  if (form.method === "post") {
    form.dataset.sent = "true";
    event.submitter?.setAttribute("aria-busy", "true");
  }
  dropEmpty(form);
}

// What htmx sends is not sent again before the answer is there.
function hold(event) {
  if (!event.target.matches("[hx-post]") || event.target.dataset.sent !== "true") return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

function mark(form) {
  if (form.matches("form[hx-post]")) form.dataset.sent = "true";
}

// An answer that leads to another page holds the form until this one is gone.
function release({ sourceElement, response }) {
  if (["HX-Redirect", "HX-Refresh"].some((name) => response?.headers.has(name))) return;
  delete sourceElement.dataset.sent;
}

// An address carries the filters in use, not the empty ones.
function dropEmpty(form) {
  if (form.method !== "get") return;
  const empty = [...form.elements].filter((field) => field.name && !field.value);
  empty.forEach((field) => { field.disabled = true; });
  setTimeout(() => empty.forEach((field) => { field.disabled = false; }));
}

function free(button) {
  button.removeAttribute("aria-busy");
  if (button.form) delete button.form.dataset.sent;
}
