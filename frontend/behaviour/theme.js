// Runs before the first paint: the theme this person chose on this device.
{
  const chosen = localStorage.getItem("chamdiem:theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
}
