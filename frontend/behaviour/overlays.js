// Dialogs and menus: <a href="…" data-opens="#id">, <button data-closes>, <details class="menu">.

export function startOverlays() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest?.("[data-opens]");
    const dialog = opener && document.querySelector(opener.dataset.opens);
    if (dialog) { event.preventDefault(); dialog.showModal(); }
    event.target.closest?.("[data-closes]")?.closest("dialog")?.close();
    // A click on the veil closes, as people expect.
    if (event.target.matches?.("dialog[data-light]")) event.target.close();
    for (const menu of document.querySelectorAll("details.menu[open]"))
      if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
