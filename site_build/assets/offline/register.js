// Asks the browser to keep the handbook on the device, and says when a newer edition has arrived.
(function () {
  "use strict";

  // From a folder (file://) the handbook is on the device already.
  if (!location.protocol.startsWith("http") || !("serviceWorker" in navigator)) return;

  const style = {
    // Above the bar for the thumb, clear of what is being read.
    bar: "position:fixed;z-index:7;inset:auto 12px calc(var(--thumb) + 12px);max-width:460px;margin:auto;display:flex;" +
      "flex-wrap:wrap;align-items:center;justify-content:space-between;gap:8px;padding:8px 8px 8px 14px;font-size:.75rem;" +
      "border:1px solid var(--hair);border-radius:var(--radius);background:var(--card);color:var(--ink);box-shadow:var(--shadow)",
    button: "min-height:44px;padding:0 14px;border:0;border-radius:10px;font:600 .75rem var(--md-text-font-family);" +
      "background:var(--petrol);color:var(--on-petrol);cursor:pointer",
  };
  const workers = navigator.serviceWorker;
  const opened = Boolean(workers.controller); // this page came from the device, maybe from an older edition

  function tell() {
    const bar = document.createElement("div");
    bar.className = "fresh";
    bar.style.cssText = style.bar;
    bar.setAttribute("role", "status");
    const button = document.createElement("button");
    button.type = "button";
    button.style.cssText = style.button;
    button.textContent = cjm.say("fresh_show");
    button.addEventListener("click", () => location.reload());
    bar.append(cjm.say("fresh"), button);
    document.body.append(bar);
  }

  const keepAll = () => workers.ready.then((ready) => ready.active && ready.active.postMessage("keep"));

  workers.addEventListener("controllerchange", () => {
    keepAll(); // the newer edition too, whether its button is pressed or not
    if (opened && !document.querySelector(".fresh")) tell();
  });
  // Installable: the manifest is named only where there is a host to install from. What is kept is not to be cleared away.
  document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: `${cjm.base.replace(/\/$/, "")}/manifest.webmanifest` }));
  addEventListener("load", () => {
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist().catch(() => {});
    const keep = () => workers.register(new URL(`${cjm.base.replace(/\/$/, "")}/sw.js`, document.baseURI), { updateViaCache: "none" })
      .then(keepAll).catch(() => {});
    // What is being read comes first.
    if ("requestIdleCallback" in window) requestIdleCallback(keep, { timeout: 5000 });
    else setTimeout(keep, 1000);
  });
})();
