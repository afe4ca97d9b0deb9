// The copy of the next visits on this device, which the offline page shows. It is kept only where somebody has asked for it, for
// their account alone, and goes as soon as a page says that nobody is signed in, or somebody else.

const SOURCE = "/dashboard/device-copy";
const STORE = "device-copy";
// The account that turned it on, the account that was signed in on the latest page, and when the copy was made.
const OWNER = "device-copy-owner";
const LATEST = "device-copy-latest";
const MADE = "device-copy-made";
const FRESH_FOR = 10 * 60 * 1000;

// Both are there over https only, and on the machine itself.
const canKeep = "serviceWorker" in navigator && typeof caches === "object";

const owner = () => localStorage.getItem(OWNER);
// Empty when nobody is signed in; undefined on a page that cannot tell.
const account = () => document.getElementById("header")?.dataset.account;

const forget = async () => {
  localStorage.removeItem(MADE);
  await caches.delete(STORE);
};

// Whether there is a copy now.
const make = async () => {
  const mine = owner();
  // A session that has ended leads to another page.
  const answer = await fetch(SOURCE, { redirect: "error" });
  const text = answer.ok ? await answer.text() : "";
  const copy = new DOMParser().parseFromString(text, "text/html").querySelector("[data-account]");
  if (copy?.dataset.account !== mine) return false;
  const store = await caches.open(STORE);
  await store.put(SOURCE, new Response(text));
  // In another window somebody may have signed out meanwhile, or turned it off.
  if (owner() === mine && localStorage.getItem(LATEST) === mine) {
    localStorage.setItem(MADE, String(Date.now()));
    return true;
  }
  await forget();
  return false;
};

const isFresh = () => {
  const age = Date.now() - Number(localStorage.getItem(MADE));
  return age >= 0 && age < FRESH_FOR;
};

// Renews or deletes the copy, as the page says who is signed in.
const follow = async () => {
  const here = account();
  if (owner() === null || here === undefined) return;
  try {
    // Before the copy goes: another window that is making one looks here once it is made.
    localStorage.setItem(LATEST, here);
  } finally {
    // A device without room takes nothing down, and yet keeps nothing of anybody else.
    if (here !== owner()) await forget();
  }
  if (here === owner()) {
    if (!isFresh()) await make();
    return;
  }
  // Signing out deletes the copy and leaves the choice; another account, or one that is gone, ends that too.
  if (here !== "" || document.querySelector("[data-account-gone]")) localStorage.removeItem(OWNER);
};

// What is sent may be a reservation.
document.addEventListener("submit", () => localStorage.removeItem(MADE), true);

const show = async (place) => {
  const found = await caches.match(SOURCE, { cacheName: STORE });
  if (!found) return;
  const copy = new DOMParser().parseFromString(await found.text(), "text/html").body;
  for (const visit of copy.querySelectorAll("[data-ends]")) {
    if (Number(visit.dataset.ends) <= Date.now()) visit.remove();
  }
  if (!copy.querySelector("[data-ends]")) {
    copy.querySelector("ul")?.remove();
    copy.querySelector("[data-none]")?.removeAttribute("hidden");
  }
  place.append(...copy.childNodes);
  place.hidden = false;
};

const box = () => document.getElementById("device-copy-kept");

const offer = () => {
  if (!box()) return;
  box().checked = Boolean(account()) && owner() === account();
  // The setting, and the link to it above the parts of the page.
  for (const id of ["device-copy", "device-copy-link"]) document.getElementById(id).hidden = false;
};

const turnOff = async () => {
  localStorage.removeItem(OWNER);
  (await navigator.serviceWorker.getRegistration())?.unregister();
  await forget();
};

const turnOn = async () => {
  for (const name of [OWNER, LATEST]) localStorage.setItem(name, account());
  const made = await make().catch(() => false);
  if (made) dispatchEvent(new Event("device-copy"));
  else await turnOff();
  return made;
};

document.addEventListener("change", async ({ target }) => {
  if (target !== box()) return;
  const news = document.getElementById("device-copy-news");
  if (target.checked) {
    target.checked = await turnOn();
    news.textContent = target.checked ? news.dataset.kept : news.dataset.failed;
  } else {
    await turnOff();
    news.textContent = news.dataset.removed;
  }
});

if (canKeep) {
  const place = document.getElementById("device-copy-shown");
  // Without a connection, or without room, the copy stays what it was.
  (place ? show(place) : follow()).catch(() => {});
  document.addEventListener("htmx:after:swap", offer);
  // A browser that loads a page anew puts boxes back as they were, which the device may no longer be.
  addEventListener("pageshow", offer);
  offer();
}
