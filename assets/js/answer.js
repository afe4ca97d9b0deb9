// A page that a form has led to begins with what came of it: the focus is there, not nowhere. A page that a link leads to is
// left to the browser.

const SENT = "form-sent";

// Whether the last press was of a key: after a tap, what takes the focus shows no ring.
let key = false;

addEventListener("keydown", () => (key = true), true);
addEventListener("pointerdown", () => (key = false), true);

document.addEventListener("submit", () => sessionStorage.setItem(SENT, key ? "key" : "tap"), true);

// The answer has come in place, or none will.
for (const end of ["htmx:after:swap", "htmx:error", "swap:failed"]) {
  document.addEventListener(end, () => sessionStorage.removeItem(SENT));
}

const begin = (ring) => {
  // A refused form begins at its problems, a question in its dialog, and what the address names where it is still there.
  if (document.querySelector(":target, #problems, dialog[open]")) return;
  // Where the page says what is done next, it begins there.
  const result = ["[autofocus]", "[role=status]", "h1"]
    .map((what) => document.querySelector(`#main ${what}`))
    .find((element) => element);
  result?.toggleAttribute("data-quiet", !ring);
  result?.focus();
};

const sent = sessionStorage.getItem(SENT);
sessionStorage.removeItem(SENT);
if (sent) begin(sent === "key");
