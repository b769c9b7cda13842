// <button data-theme-switch>: light ⇄ dark, kept on this device.

export function startThemeSwitch() {
  document.addEventListener("click", ({ target }) => {
    if (!target.closest?.("[data-theme-switch]")) return;
    const root = document.documentElement;
    const now = root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    root.dataset.theme = now === "dark" ? "light" : "dark";
    localStorage.setItem("chamdiem:theme", root.dataset.theme);
    document.dispatchEvent(new CustomEvent("theme"));
  });
}
