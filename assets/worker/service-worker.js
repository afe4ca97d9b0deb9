// Shows the offline page when there is no connection. It keeps that page and its parts, and nothing else: every other page comes from
// the network. The server puts VERSION and SHELL above this.

const lang = new URL(location).searchParams.get("lang") ?? "ja";
const OFFLINE = `/offline?lang=${lang}`;
const PREFIX = "shell-";
const CACHE = `${PREFIX}${VERSION}-${lang}`;

const fill = async () => {
  const cache = await caches.open(CACHE);
  await cache.addAll([OFFLINE, ...SHELL]);
  await skipWaiting();
};

// The shell of another release or language goes: its page would come with the wrong stylesheet or words.
const takeOver = async () => {
  const former = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(former.map((name) => caches.delete(name)));
  // The page is asked for while the worker starts, so that nobody waits for it.
  await registration.navigationPreload?.enable();
};

// The pages that are shown without a connection. They alone take their parts from here: a stylesheet that comes by a worker comes
// later, and a page that is drawn without it has no transition.
const withoutConnection = new Set();

const kept = (url) => caches.match(url, { cacheName: CACHE });

const page = async (event) => {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (fault) {
    const offline = await kept(OFFLINE);
    withoutConnection.add(event.resultingClientId);
    if (offline) return offline;
    throw fault;
  }
};

const part = async (request) => (await kept(request.url)) ?? fetch(request);

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  // A form that is sent is left to the browser, which can send it again; so is a file, which has a dot in its name.
  if (method !== "GET" || origin !== location.origin) return;
  if (mode === "navigate" && !pathname.includes(".")) event.respondWith(page(event));
  else if (withoutConnection.has(event.clientId) && SHELL.includes(pathname)) event.respondWith(part(event.request));
});
