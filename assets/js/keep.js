// What was typed is kept for its page when that is left or hidden before it was sent: Back, the menu or another app bring it
// back as it was.

const FORM = "input";

// The form in which something stands that was not sent.
let typed;

const holds = () => document.getElementById(FORM);

document.addEventListener("input", (event) => {
  if (event.target.form?.id === FORM && event.target.type !== "password") typed = event.target.form;
});

const keep = () => {
  const { keep: action } = document.getElementById("status")?.dataset ?? {};
  if (!action || !typed?.isConnected) return;
  const fields = [...new FormData(typed)].filter(([name]) => !name.endsWith("password"));
  const page = new URLSearchParams({ page: location.pathname });
  navigator.sendBeacon(`${action}?${page}`, new URLSearchParams(fields));
  typed = null;
};

// Another form of the page may be sent meanwhile.
document.addEventListener("submit", (event) => (event.target === typed ? (typed = null) : keep()), true);

// A refused form was sent, and nothing of it was received.
document.addEventListener("htmx:after:swap", (event) => {
  if (event.detail.ctx.target?.id === "main" && document.getElementById("problems")) typed = holds();
});

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") keep();
});
addEventListener("pagehide", keep);
