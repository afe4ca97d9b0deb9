// A page that Back takes out of the browser's memory is asked for again when a form was sent since, in any window: it may
// show what is true no longer, or what belongs to somebody who has signed out.

const SENT = "forms-sent";
const sent = () => Number(localStorage.getItem(SENT));

const drawn = sent();

document.addEventListener("submit", () => localStorage.setItem(SENT, String(sent() + 1)), true);

addEventListener("pageshow", (event) => {
  if (!event.persisted || sent() === drawn) return;
  document.documentElement.hidden = true;
  location.reload();
});
