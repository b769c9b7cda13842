// What could not be sent yet, kept on this device: for each address the newest value only.
// Each person has a queue of her own, so that nobody sends what another typed.
//
// Every address is stored by itself, and every page remembers what was typed in it: tabs see what
// others stored with a delay, and one that takes off what it has sent must not take newer words with it.

const typed = new Map();
const channel = new BroadcastChannel("chamdiem:unsent");

const prefix = () => `chamdiem:unsent:${document.documentElement.dataset.person || "nobody"}:`;

/** What waits: what all tabs stored and, before that, what was typed in this one. */
export function unsent() {
  return Object.fromEntries([...stored(), ...typed]);
}

function stored() {
  const own = prefix();
  return Object.entries(shelf() ?? {}).filter(([key]) => key.startsWith(own))
    .map(([key, text]) => [key.slice(own.length), read(text)]).filter(([, entry]) => entry);
}

// A browser may be told to keep nothing.
function shelf() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Calls ``listener(address, entry)`` when another tab has sent ``entry``, or was refused it: ``entry.isRefused``. */
export function whenSettledElsewhere(listener) {
  channel.addEventListener("message", ({ data: { owner, address, entry } }) => {
    if (owner !== prefix()) return;
    const own = typed.get(address);
    // Typed on here while the other tab was sending: what it took off may have been these words.
    if (own && own.value !== entry.value) return store(address, own);
    if (own && entry.isRefused) typed.set(address, entry);
    else typed.delete(address);
    listener(address, entry);
  });
}

export function keep(address, entry) {
  typed.set(address, entry);
  store(address, entry);
  if (entry.isRefused) channel.postMessage({ owner: prefix(), address, entry });
  tell();
}

/** Takes off what was sent, unless another tab typed something else there since. */
export function forget(address, sent) {
  typed.delete(address);
  const key = prefix() + address;
  if (read(shelf()?.getItem(key))?.value === sent.value) shelf().removeItem(key);
  channel.postMessage({ owner: prefix(), address, entry: sent });
  tell();
}

function store(address, entry) {
  try {
    shelf()?.setItem(prefix() + address, JSON.stringify(entry));
  } catch {
    // The device is full: this page remembers it as long as it is open.
  }
}

function tell() {
  document.dispatchEvent(new CustomEvent("unsent", { detail: { count: Object.keys(unsent()).length } }));
}
