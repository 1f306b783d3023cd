/* Runs before anything else, in any browser: nothing here is newer than 2009. */
(function () {
  var root = document.documentElement;
  var asked = /[?&]lang=([a-z]+)/.exec(location.search);
  if (asked && shell.langs[asked[1]]) root.lang = shell.langs[asked[1]];
  var fits = false;
  try {
    new Function("class A{static{this.a=null??1}};a?.b");
    fits = "replaceChildren" in Element.prototype && typeof ResizeObserver === "function";
  } catch (fault) {}
  if (!fits) {
    var tell = function () {
      var box = document.createElement("div");
      box.setAttribute("role", "alert");
      box.id = "old-browser";
      box.style.cssText = "position:fixed;top:0;left:0;right:0;z-index:9999;padding:2em;font:18px/1.7 sans-serif;background:#fff;color:#000";
      for (var at = 0; at < shell.old.length; at++) {
        var line = document.createElement("p");
        line.appendChild(document.createTextNode(shell.old[at]));
        box.appendChild(line);
      }
      document.body.appendChild(box);
    };
    if (document.addEventListener) document.addEventListener("DOMContentLoaded", tell);
    else window.onload = tell;
    return;
  }
  var add = function (where, name, what) {
    if (!where[name]) Object.defineProperty(where, name, { value: what, writable: true, configurable: true });
  };
  add(Object, "hasOwn", function (thing, name) { return Object.prototype.hasOwnProperty.call(thing, name); });
  add(Array.prototype, "toSorted", function (order) { return this.slice().sort(order); });
  add(Array.prototype, "toReversed", function () { return this.slice().reverse(); });
  add(Array.prototype, "findLast", function (fits) { return this.slice().reverse().find(fits); });
  add(AbortSignal, "timeout", function (wait) {
    var ends = new AbortController();
    setTimeout(function () { ends.abort(); }, wait);
    return ends.signal;
  });
  /* An address that does not yet say which release it shows was never a place of its own: going back skips it. */
  var push = history.pushState;
  history.pushState = function () {
    var said = /[?&]release=/.test(location.search);
    return (said ? push : history.replaceState).apply(history, arguments);
  };
})();
