// Asks the browser to keep the handbook on the device, and says when a newer edition has arrived.
"use strict";

(() => {
  // From a folder (file://) the handbook is on the device already.
  if (!location.protocol.startsWith("http") || !("serviceWorker" in navigator)) return;

  const words = {
    ru: { fresh: "Гайдлайн обновился.", show: "Показать новое" },
    en: { fresh: "The handbook was updated.", show: "Show the new edition" },
  };
  const base = (document.documentElement.dataset.base || ".").replace(/\/$/, "");
  const workers = navigator.serviceWorker;
  const opened = Boolean(workers.controller); // this page came from the device, maybe from an older edition

  function tell() {
    const text = words[document.documentElement.lang] || words.en;
    const bar = document.createElement("div");
    bar.className = "fresh";
    bar.setAttribute("role", "status");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text.show;
    button.addEventListener("click", () => location.reload());
    bar.append(`${text.fresh} `, button);
    document.body.append(bar);
  }

  workers.addEventListener("controllerchange", () => {
    if (opened && !document.querySelector(".fresh")) tell();
  });
  addEventListener("load", () => {
    workers.register(new URL(`${base}/sw.js`, location.href), { updateViaCache: "none" }).catch(() => {});
  });
})();
