// On a device that several people share, a page that nobody touches for some minutes is locked by itself, so that nothing stays readable.
// What was typed is kept first. The button does the same at once.

const MINUTE = 60_000;

let touched = Date.now();
let timer;

const holder = () => document.getElementById("lock");

// As keep.js does when a page is left, but before the token of the page changes.
const keep = async () => {
  const { keep: action } = document.getElementById("status")?.dataset ?? {};
  const form = document.getElementById("input");
  if (!action || !form) return;
  const fields = [...new FormData(form)].filter(([name]) => !name.endsWith("password"));
  const page = new URLSearchParams({ page: location.pathname });
  await fetch(`${action}?${page}`, { method: "POST", body: new URLSearchParams(fields) }).catch(() => {});
};

const lock = async () => {
  const form = holder()?.querySelector("form");
  if (!form) return;
  document.documentElement.hidden = true;
  await keep();
  form.requestSubmit();
};

const wait = () => {
  clearTimeout(timer);
  const minutes = Number(holder()?.dataset.minutes);
  if (!minutes) return;
  const left = touched + minutes * MINUTE - Date.now();
  if (left <= 0) lock();
  else timer = setTimeout(wait, left);
};

for (const name of ["pointerdown", "keydown", "wheel"]) {
  addEventListener(name, () => (touched = Date.now()), { capture: true, passive: true });
}
// Timers stand still while a tablet sleeps.
document.addEventListener("visibilitychange", wait);
addEventListener("pageshow", wait);

document.addEventListener(
  "submit",
  (event) => {
    const form = holder()?.querySelector("form");
    if (!form || event.target !== form || document.documentElement.hidden || !document.getElementById("input")) return;
    event.preventDefault();
    lock();
  },
  true,
);

wait();
