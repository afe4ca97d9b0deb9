// The service worker, which shows a page of ours where there is no connection: on a device that was asked to keep the next visits
// for that. It comes after the page, for which it has nothing to do, and anew with another language.

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
  // device-copy.js says when it is asked for, and notes down by whom.
  if (localStorage.getItem("device-copy-owner") !== null) addEventListener("load", register);
  addEventListener("device-copy", register);
  addEventListener("pageswap", skip);
}
