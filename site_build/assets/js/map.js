/* A journey's map: drag and zoom it, and see the ways in and out of the touchpoint one points at. */
(function () {
  "use strict";
  document.querySelectorAll("[data-map]").forEach(function (map) {
    var view = map.querySelector(".map-view");
    var svg = view.querySelector("svg");
    if (!svg) { return; }
    var box = svg.viewBox.baseVal;
    var size = box && box.width ? box.width : svg.getBoundingClientRect().width;
    var scale = 1;

    /* `scale` 1 fits the width; on a phone one begins where the letters can be read. */
    function zoom(next, x, y) {
      var most = Math.max(4, 2.4 * size / view.clientWidth);
      next = Math.min(most, Math.max(1, next));
      var at = { x: (view.scrollLeft + x) / scale, y: (view.scrollTop + y) / scale };
      scale = next;
      svg.style.width = 100 * scale + "%";
      view.scrollLeft = at.x * scale - x;
      view.scrollTop = at.y * scale - y;
    }
    function middle(next) { zoom(next, view.clientWidth / 2, view.clientHeight / 2); }
    map.addEventListener("click", function (event) {
      var button = event.target.closest("[data-zoom]");
      if (!button) { return; }
      middle({ in: scale * 1.4, out: scale / 1.4, fit: 1 }[button.dataset.zoom]);
      map.scrollIntoView({ block: "nearest" });  // a map that became low would be left above the window
    });
    if (view.clientWidth < 700) { zoom(Math.max(1, size * 1.4 / view.clientWidth), 0, 0); }

    view.addEventListener("wheel", function (event) {
      if (!event.ctrlKey) { return; }
      event.preventDefault();
      var rect = view.getBoundingClientRect();
      zoom(scale * Math.exp(-event.deltaY / 240), event.clientX - rect.left, event.clientY - rect.top);
    }, { passive: false });
    view.addEventListener("keydown", function (event) {
      if (event.key === "+" || event.key === "=") { middle(scale * 1.4); }
      if (event.key === "-") { middle(scale / 1.4); }
      if (event.key === "0") { middle(1); }
    });

    /* Two fingers zoom; a mouse drags. */
    var pinch = null;
    function apart(touches) { return Math.hypot(touches[0].clientX - touches[1].clientX, touches[0].clientY - touches[1].clientY); }
    view.addEventListener("touchstart", function (event) {
      if (event.touches.length === 2) { pinch = { apart: apart(event.touches), scale: scale }; }
    }, { passive: true });
    view.addEventListener("touchmove", function (event) {
      if (!pinch || event.touches.length !== 2) { return; }
      event.preventDefault();
      var rect = view.getBoundingClientRect();
      zoom(pinch.scale * apart(event.touches) / pinch.apart,
        (event.touches[0].clientX + event.touches[1].clientX) / 2 - rect.left,
        (event.touches[0].clientY + event.touches[1].clientY) / 2 - rect.top);
    }, { passive: false });
    view.addEventListener("touchend", function () { pinch = null; });
    var drag = null, moved = false;
    view.addEventListener("pointerdown", function (event) {
      moved = false;
      if (event.pointerType === "mouse" && event.button === 0) {
        drag = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop };
      }
    });
    addEventListener("pointermove", function (event) {
      if (!drag) { return; }
      var x = event.clientX - drag.x, y = event.clientY - drag.y;
      if (Math.abs(x) + Math.abs(y) > 4) { moved = true; view.classList.add("dragging"); }
      view.scrollLeft = drag.left - x;
      view.scrollTop = drag.top - y;
    });
    addEventListener("pointerup", function () { drag = null; view.classList.remove("dragging"); });
    view.addEventListener("click", function (event) { if (moved) { event.preventDefault(); moved = false; } }, true);
    view.addEventListener("dragstart", function (event) { event.preventDefault(); });

    /* The ways in and out of one card stand out; everything else steps back. */
    var edges = Array.prototype.slice.call(svg.querySelectorAll("[data-from][data-to]"));
    var cards = Array.prototype.slice.call(svg.querySelectorAll("[data-touchpoint]"));
    function light(id) {
      var near = {};
      near[id] = true;
      edges.forEach(function (edge) {
        var on = edge.dataset.from === id || edge.dataset.to === id;
        if (on) { near[edge.dataset.from] = near[edge.dataset.to] = true; }
        edge.classList.toggle("faded", !!id && !on);
      });
      cards.forEach(function (card) { card.classList.toggle("faded", !!id && !near[card.dataset.touchpoint]); });
    }
    function card(event) { var found = event.target.closest && event.target.closest("[data-touchpoint]"); return found ? found.dataset.touchpoint : ""; }
    svg.addEventListener("pointerover", function (event) { if (event.pointerType === "mouse") { light(card(event)); } });
    svg.addEventListener("pointerleave", function () { light(""); });
    /* Not on the drawing itself: one that listens for focus becomes a stop of the Tab key. */
    view.addEventListener("focusin", function (event) { light(card(event)); });
    view.addEventListener("focusout", function () { light(""); });
    var tapped = "";
    svg.addEventListener("click", function (event) {
      if (!matchMedia("(hover: none)").matches) { return; }
      var id = card(event);
      if (id && tapped !== id) { event.preventDefault(); tapped = id; light(id); }
      else if (!id) { tapped = ""; light(""); }
    });
  });
})();
