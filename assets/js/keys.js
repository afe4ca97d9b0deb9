// Single keys for the ways of a day, as their legend names them. They can be turned off, because who types by voice or by accident
// presses such keys unawares. Where this script does not run, there is no legend.

const SETTING = "keys";

const legend = () => document.getElementById("keys");

// Storage may be forbidden: then they stay on.
const isOff = () => {
  try {
    return localStorage.getItem(SETTING) === "off";
  } catch {
    return false;
  }
};

const show = () => {
  const all = legend();
  if (!all) return;
  all.hidden = false;
  for (const part of all.children) part.hidden = part.hasAttribute("data-off") !== isOff();
};

const turn = (off) => {
  try {
    if (off) localStorage.setItem(SETTING, "off");
    else localStorage.removeItem(SETTING);
  } catch {
    return;
  }
  show();
  legend().querySelector(off ? "[data-off] button" : ":scope > button").focus();
};

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("#keys button");
  if (button) turn(button.closest("[data-off]") === null);
});

document.addEventListener("keydown", (event) => {
  // Keys that no legend in sight names are nobody's.
  if (!legend()?.offsetParent || isOff() || event.isComposing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, dialog") || document.querySelector("dialog[open]")) return;
  const target = document.querySelector(`[aria-keyshortcuts="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input")) target.focus();
  else target.click();
});

show();
