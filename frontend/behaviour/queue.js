// What could not be sent yet, kept on this device: for each address the newest value only.
// Each person has a queue of her own, so that nobody sends what another typed.

function key() {
  return `chamdiem:unsent:${document.documentElement.dataset.person || "nobody"}`;
}

export function unsent() {
  return read(localStorage.getItem(key()));
}

function read(stored) {
  try {
    return JSON.parse(stored) ?? {};
  } catch {
    return {};
  }
}

/** Calls ``listener(address, entry)`` for what another tab has taken off the queue. */
export function whenTakenElsewhere(listener) {
  window.addEventListener("storage", (event) => {
    if (event.key !== key()) return;
    const left = read(event.newValue);
    for (const [address, entry] of Object.entries(read(event.oldValue))) if (!left[address]) listener(address, entry);
  });
}

export function keep(address, entry) {
  write({ ...unsent(), [address]: entry });
}

export function forget(address) {
  const { [address]: _gone, ...rest } = unsent();
  write(rest);
}

function write(all) {
  if (Object.keys(all).length) localStorage.setItem(key(), JSON.stringify(all));
  else localStorage.removeItem(key());
  document.dispatchEvent(new CustomEvent("unsent", { detail: { count: Object.keys(all).length } }));
}
