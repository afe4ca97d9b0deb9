// An open book. It asks for its lines when it is told that they have changed, and once a minute, because people wait; where nothing
// tells it, every five seconds. Of a page that hears nothing it says since when.

const POLL = 5_000;
const MINUTE = 60_000;
const QUIET = 20_000;

const book = () => document.getElementById("book");
const live = document.getElementById("book-live");

// When the server was last heard, and when the lines were last asked for.
let heard = Date.now();
let asked = Date.now();
let told = false;
let asking = false;
let again = false;
// The session is over, or the clinic's console is not there any more: nothing more is asked.
let ended = false;

const stale = (is) => {
  const notice = document.getElementById("book-stale");
  if (!notice || notice.hidden !== is) return;
  notice.hidden = !is;
  if (is) notice.firstElementChild.textContent = notice.dataset.words.replace("{}", book()?.dataset.asOf ?? "");
};

const hear = () => {
  heard = Date.now();
  stale(false);
};

const ask = () => {
  if (ended || document.hidden) return;
  if (asking) {
    again = true;
    return;
  }
  again = false;
  asked = Date.now();
  book()?.dispatchEvent(new Event("refresh"));
};

const end = () => {
  ended = true;
  heard = 0;
  stale(true);
};

const isOver = (status) => status === 401 || status === 404;

const look = () => {
  if (document.hidden) return;
  const now = Date.now();
  if (ended || now - heard > QUIET) {
    told = false;
    stale(true);
  }
  if (now - asked >= (told ? MINUTE : POLL)) ask();
};

const begin = () => {
  live.addEventListener("beat", () => {
    told = true;
    hear();
  });
  live.addEventListener("changed", () => {
    told = true;
    hear();
    ask();
  });
  document.addEventListener("htmx:sse:error", (event) => {
    told = false;
    if (isOver(event.detail.status)) end();
  });
  // Otherwise it would connect for ever.
  document.addEventListener("htmx:sse:before:connection", (event) => {
    if (ended) event.detail.connection.cancelled = true;
  });
  document.addEventListener("htmx:before:request", (event) => {
    if (event.detail.ctx.sourceElement === book()) asking = true;
  });
  document.addEventListener("htmx:after:request", (event) => {
    const { response, sourceElement } = event.detail.ctx;
    if (sourceElement !== book()) return;
    if (response.status === 200) hear();
    else if (isOver(response.status)) end();
  });
  document.addEventListener("htmx:finally:request", (event) => {
    if (event.detail.ctx.sourceElement !== book()) return;
    asking = false;
    if (again) ask();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    // Nothing was to be heard in the background.
    heard = Date.now();
    ask();
  });
  setInterval(look, 1_000);
};

// The page opens at the line of now, unless it has led somewhere else or has been scrolled before.
const toNow = () => {
  const [arrival] = performance.getEntriesByType("navigation");
  const now = document.getElementById("now");
  if (!now || location.hash || arrival?.type !== "navigate") return;
  if (now.getBoundingClientRect().bottom > innerHeight) now.scrollIntoView({ block: "center" });
};

if (live) begin();
if (book()) toNow();
