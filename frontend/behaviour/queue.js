// What could not be sent yet, kept on this device: for each address the newest value only.
// Each person has a queue of her own, so that nobody sends what another typed.

function key() {
  return `chamdiem:unsent:${document.documentElement.dataset.person || "nobody"}`;
}

export function unsent() {
  return read(() => localStorage.getItem(key()));
}

function read(stored) {
  try {
    return JSON.parse(stored()) ?? {};
  } catch {
    return {};
  }
}

/** Calls ``listener(address, before, now)`` when another tab writes the queue; ``now`` is missing where it took it off. */
export function whenWrittenElsewhere(listener) {
  window.addEventListener("storage", (event) => {
    if (event.key !== key()) return;
    const now = read(() => event.newValue);
    for (const [address, before] of Object.entries(read(() => event.oldValue))) listener(address, before, now[address]);
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
