// What could not be sent yet, kept on this device: for each address the newest value only.
// Each person has a queue of her own, so that nobody sends what another typed.

function key() {
  return `chamdiem:unsent:${document.documentElement.dataset.person || "nobody"}`;
}

export function unsent() {
  try {
    return JSON.parse(localStorage.getItem(key())) ?? {};
  } catch {
    return {};
  }
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
