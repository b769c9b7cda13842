// The place of messages: a refusal that htmx put there is read aloud and scrolled to.

export function startMessages() {
  document.addEventListener("htmx:after:swap", () => {
    const refusal = document.querySelector("#messages > [data-fresh]");
    if (!refusal) return;
    delete refusal.dataset.fresh;
    refusal.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("click", ({ target }) => target.closest?.("[data-dismiss]")?.closest(".alert")?.remove());
}
