/* A journey's map: drag and zoom it, and see the ways in and out of the touchpoint one points at. */
(function () {
  "use strict";
  document.querySelectorAll("[data-map]").forEach((/** @type {HTMLElement} */ map) => {
    const view = cjm.part(map, ".map-view");
    const svg = view.querySelector("svg");
    if (!svg) { return; }
    const box = svg.viewBox.baseVal;
    const size = box && box.width ? box.width : svg.getBoundingClientRect().width;
    /* 1 fits the width; on a phone one begins with the drawing's own size, where the letters can be read (site.css). */
    let scale = Math.max(1, svg.getBoundingClientRect().width / view.clientWidth);

    /** @type {(next: number, x: number, y: number) => void} */
    const zoom = (next, x, y) => {
      const most = Math.max(4, 2.4 * size / view.clientWidth);
      next = Math.min(most, Math.max(1, next));
      const at = { x: (view.scrollLeft + x) / scale, y: (view.scrollTop + y) / scale };
      scale = next;
      svg.style.width = 100 * scale + "%";
      view.scrollLeft = at.x * scale - x;
      view.scrollTop = at.y * scale - y;
    };
    /** @type {(next: number) => void} */
    function middle(next) { zoom(next, view.clientWidth / 2, view.clientHeight / 2); }
    map.addEventListener("click", (/** @type {MouseEvent} */ event) => {
      const button = cjm.within(event, "[data-zoom]");
      if (!button) { return; }
      middle(button.dataset.zoom === "in" ? scale * 1.4 : button.dataset.zoom === "out" ? scale / 1.4 : 1);
      map.scrollIntoView({ block: "nearest" });  // a map that became low would be left above the window
    });

    view.addEventListener("wheel", (/** @type {WheelEvent} */ event) => {
      if (!event.ctrlKey) { return; }
      event.preventDefault();
      const rect = view.getBoundingClientRect();
      zoom(scale * Math.exp(-event.deltaY / 240), event.clientX - rect.left, event.clientY - rect.top);
    }, { passive: false });
    view.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "+" || event.key === "=") { middle(scale * 1.4); }
      if (event.key === "-") { middle(scale / 1.4); }
      if (event.key === "0") { middle(1); }
    });

    /* Two fingers zoom; a mouse drags. */
    /** @type {{ apart: number, scale: number } | null} */
    let pinch = null;
    /** @type {(touches: TouchList) => number} */
    function apart(touches) { return Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY); }
    view.addEventListener("touchstart", (/** @type {TouchEvent} */ event) => {
      if (event.touches.length === 2) { pinch = { apart: apart(event.touches), scale }; }
    }, { passive: true });
    view.addEventListener("touchmove", (/** @type {TouchEvent} */ event) => {
      if (!pinch || event.touches.length !== 2) { return; }
      event.preventDefault();
      const rect = view.getBoundingClientRect();
      zoom(pinch.scale * apart(event.touches) / pinch.apart,
        (event.touches[0].clientX + event.touches[1].clientX) / 2 - rect.left,
        (event.touches[0].clientY + event.touches[1].clientY) / 2 - rect.top);
    }, { passive: false });
    view.addEventListener("touchend", () => { pinch = null; });
    /** @type {{ x: number, y: number, left: number, top: number } | null} */
    let drag = null;
    let moved = false;
    view.addEventListener("pointerdown", (/** @type {PointerEvent} */ event) => {
      moved = false;
      if (event.pointerType === "mouse" && event.button === 0) {
        drag = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop };
      }
    });
    addEventListener("pointermove", (event) => {
      if (!drag) { return; }
      const x = event.clientX - drag.x, y = event.clientY - drag.y;
      if (Math.abs(x) + Math.abs(y) > 4) { moved = true; view.classList.add("dragging"); }
      view.scrollLeft = drag.left - x;
      view.scrollTop = drag.top - y;
    });
    addEventListener("pointerup", () => { drag = null; view.classList.remove("dragging"); });
    view.addEventListener("click", (/** @type {MouseEvent} */ event) => { if (moved) { event.preventDefault(); moved = false; } }, true);
    view.addEventListener("dragstart", (/** @type {DragEvent} */ event) => { event.preventDefault(); });

    /* The ways in and out of one card stand out; everything else steps back. */
    const edges = [...svg.querySelectorAll("[data-from][data-to]")];
    const cards = [...svg.querySelectorAll("[data-touchpoint]")];
    /** @type {(id: string) => void} */
    function light(id) {
      const near = new Set([id]);
      edges.forEach((edge) => {
        const on = edge.dataset.from === id || edge.dataset.to === id;
        if (on) { near.add(edge.dataset.from || "").add(edge.dataset.to || ""); }
        edge.classList.toggle("faded", !!id && !on);
      });
      cards.forEach((card) => { card.classList.toggle("faded", !!id && !near.has(card.dataset.touchpoint || "")); });
    }
    /** @type {(event: Event) => string} */
    function card(event) { const found = cjm.within(event, "[data-touchpoint]"); return (found && found.dataset.touchpoint) || ""; }
    svg.addEventListener("pointerover", (/** @type {PointerEvent} */ event) => { if (event.pointerType === "mouse") { light(card(event)); } });
    svg.addEventListener("pointerleave", () => { light(""); });
    /* Not on the drawing itself: one that listens for focus becomes a stop of the Tab key. */
    view.addEventListener("focusin", (/** @type {FocusEvent} */ event) => { light(card(event)); });
    view.addEventListener("focusout", () => { light(""); });
    let tapped = "";
    svg.addEventListener("click", (/** @type {MouseEvent} */ event) => {
      if (!matchMedia("(hover: none)").matches) { return; }
      const id = card(event);
      if (id && tapped !== id) { event.preventDefault(); tapped = id; light(id); }
      else if (!id) { tapped = ""; light(""); }
    });
  });
})();
