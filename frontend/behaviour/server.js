// Speaking with the server: the token of the form, answers as JSON, parts that go into the page.

// The cookie is newer than the page where she signed in again in another tab.
export function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? document.querySelector("meta[name=csrf-token]")?.content ?? "";
}

export class SignedOut extends Error {}

// Signed out with the cookies gone, the token fails before the session is looked at.
const OUTDATED = "page.form_outdated";

/** Post values; returns the status and the answer. A lost connection throws as fetch does. */
export async function post(address, values) {
  const body = values instanceof FormData ? values : new URLSearchParams(values);
  const response = await fetch(address, {
    method: "POST",
    body,
    credentials: "same-origin",
    redirect: "manual",
    headers: { Accept: "application/json", "X-CSRFToken": token() },
  });
  if (response.type === "opaqueredirect" || response.status === 401) throw new SignedOut();
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  const answer = isJson ? await response.json() : {};
  if (answer.code === OUTDATED) throw new SignedOut();
  return { status: response.status, answer };
}

/** Put the parts of an answer ({"#points": "<p>…</p>"}) in the place of the elements of that name. */
export function place(parts = {}) {
  for (const [selector, html] of Object.entries(parts)) {
    const old = document.querySelector(selector);
    if (!old) continue;
    const before = old.textContent;
    old.insertAdjacentHTML("beforebegin", html);
    const fresh = old.previousElementSibling;
    // The answer may be late: what is current by now, the page knows better.
    if (old.hasAttribute("aria-current")) fresh.setAttribute("aria-current", old.getAttribute("aria-current"));
    else fresh.removeAttribute("aria-current");
    old.remove();
    window.htmx.process(fresh);
    if (fresh.textContent !== before) fresh.classList.add("is-changed");
  }
}

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export function icon(name) {
  const address = document.documentElement.dataset.icons;
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${address}#${name}`);
  drawing.append(use);
  return drawing;
}
