// Registers the service worker, which shows the offline page, on devices that keep the next visits. It is registered once the page has
// loaded, and again when the language changes.

const { lang } = document.documentElement;

const register = () => {
  // Where it cannot be had, as in a private window, nothing is missing.
  navigator.serviceWorker.register(`/sw.js?lang=${lang}`).catch(() => {});
};

// The first page that passes through a worker shares no stylesheet with the one before it, and gets its own too late for a
// transition, of which the browser would complain.
let isFirst = true;

const skip = ({ viewTransition }) => {
  if (!isFirst || !viewTransition) return;
  viewTransition.ready?.catch(() => {});
  viewTransition.skipTransition();
};

if ("serviceWorker" in navigator) {
  isFirst = !navigator.serviceWorker.controller;
  navigator.serviceWorker.addEventListener("controllerchange", () => (isFirst = true));
  // device-copy.js stores the account for which the device keeps visits, and says when that begins.
  if (localStorage.getItem("device-copy-owner") !== null) addEventListener("load", register);
  addEventListener("device-copy", register);
  addEventListener("pageswap", skip);
}
