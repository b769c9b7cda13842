// The place of messages: a refusal that htmx put there, or that nothing could be sent, is read aloud and scrolled to.
import { element, icon } from "./server.js";
import { say } from "./words.js";

export function startMessages() {
  document.addEventListener("htmx:after:swap", () => {
    const refusal = document.querySelector("#messages > [data-fresh]");
    if (!refusal) return;
    delete refusal.dataset.fresh;
    refusal.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("htmx:error", ({ detail: { ctx } }) => ctx && !ctx.response && tellUnsent());
  document.addEventListener("click", ({ target }) => target.closest?.("[data-dismiss]")?.closest(".alert")?.remove());
}

// No answer at all: what was typed is still on the page.
function tellUnsent() {
  const body = element("div", { className: "alert-body" }, element("p", { textContent: say("not_sent") }));
  const alert = element("div", { className: "alert alert-warning" }, icon("wifi-off"), body);
  document.getElementById("messages")?.replaceChildren(alert);
  alert.scrollIntoView({ block: "nearest" });
}
