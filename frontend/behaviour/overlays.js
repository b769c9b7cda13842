// Dialogs and menus: <button popovertarget="id">, <button data-closes>, <details class="menu">.
// The script makes a dialog modal; without it the button opens it as a popover.

export function startOverlays() {
  document.addEventListener("click", (event) => {
    const dialog = event.target.closest?.("[popovertarget]")?.popoverTargetElement;
    if (dialog?.matches("dialog")) { event.preventDefault(); dialog.showModal(); focusField(dialog); }
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

/** What opens is filled in at once: its first field takes the focus, where it has one. */
export function focusField(opened) {
  opened.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}
