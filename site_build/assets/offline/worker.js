// Keeps the whole handbook on the device, so that it opens without a network after one visit.
// The build puts `VERSION`, `FILES` (a Map from path to hash) and `FIRST` (those without which nobody should be: the page for
// danger, the home page, their looks) before this text and writes both as sw.js. The rest comes when a page asks for it.
(function () {
  "use strict";

  const worker = /** @type {OfflineScope} */ (/** @type {unknown} */ (self));

  const root = new URL("./", worker.location.href);
  const ours = `cjm ${root.pathname} `; // several handbooks may live on one host
  const name = ours + VERSION;
  const AT_A_TIME = 2; // whoever reads meanwhile has the other connections

  // The hash is part of the key: a page that did not change is taken over from the edition before.
  /** @type {(path: string) => string} */
  const key = path => new URL(`${path}?cjm=${FILES.get(path)}`, root).href;

  /** @type {(path: string) => Promise<Response>} */
  async function fetched(path) {
    const answer = await fetch(new URL(path, root), { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    // A redirected answer may not be given to a page that is opened.
    return answer.redirected ? new Response(await answer.blob(), { headers: answer.headers }) : answer;
  }

  /** @type {(paths: Iterable<string>) => Promise<void>} */
  async function fill(paths) {
    const cache = await caches.open(name);
    const waiting = [...paths];
    const fetchNext = async () => {
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        if (await cache.match(key(path))) continue; // an interrupted visit goes on where it stopped
        await cache.put(key(path), (await caches.match(key(path))) || (await fetched(path)));
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, fetchNext));
  }

  async function forgetOlder() {
    const names = await caches.keys();
    await Promise.all(names.filter(one => one.startsWith(ours) && one !== name).map(one => caches.delete(one)));
  }

  // Hosts show a page as /page, /page.html or /folder/ alike.
  /** @type {(path: string) => string | undefined} */
  const known = path =>
    [path, `${path}index.html`, `${path}.html`, `${path}/index.html`].find(one => FILES.has(one));

  /** @type {(request: Request, path: string | undefined) => Promise<Response>} */
  async function answer(request, path) {
    const cache = await caches.open(name);
    const kept = path && ((await cache.match(key(path))) || (await caches.match(key(path)))); // not taken over yet
    if (kept) return kept;
    try {
      return await fetch(request);
    } catch (error) {
      const missing = request.mode === "navigate" && (await cache.match(key("404.html")));
      if (missing) return missing;
      throw error;
    }
  }

  worker.addEventListener("install", event => {
    worker.skipWaiting();
    event.waitUntil(fill(FIRST));
  });

  worker.addEventListener("activate", event => {
    event.waitUntil(worker.clients.claim());
  });

  worker.addEventListener("message", event => {
    if (event.data === "keep") event.waitUntil(fill(FILES.keys()).then(forgetOlder));
  });

  worker.addEventListener("fetch", event => {
    const url = new URL(event.request.url);
    if (event.request.method !== "GET" || !url.href.startsWith(root.href)) return;
    const path = known(decodeURIComponent(url.pathname.slice(root.pathname.length)));
    if (path || event.request.mode === "navigate") event.respondWith(answer(event.request, path));
  });
})();
