// A document shown in a frame takes the keys of the page while it has the focus. They come back as soon as
// the pointer moves outside of it; a line below the frame says so meanwhile.

export function startFrames() {
  const frame = () => document.activeElement.closest("iframe.preview");
  window.addEventListener("blur", () => frame()?.toggleAttribute("data-has-keys", true));
  window.addEventListener("focus", () => {
    for (const each of document.querySelectorAll("[data-has-keys]")) each.removeAttribute("data-has-keys");
  });
  document.addEventListener("pointermove", () => {
    if (!frame()) return;
    frame().blur();
    window.focus();
  });
}
