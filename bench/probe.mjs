/**
 * The script that is added to every measured page before the page's own scripts. It finds when the
 * first option is visible and can be clicked, and times clicks and layout shifts. Knows adapters
 * and the browser's clocks; must not know a widget, nor what drives the page.
 */

/** The source of the script for a page, with its adapter. */
export function probeSource(adapter) {
  const functions = Object.entries(adapter).filter(([, value]) => typeof value === 'function');
  return `(${probe})({${functions.map(([name, value]) => `${JSON.stringify(name)}: (${value})`).join(',')}})`;
}

/** Runs in the page, so it can use nothing else from this file. Sets `window.__bench`. */
function probe(adapter) {
  if (window !== window.top || location.pathname === '/__warm') return;
  /** @type {Bench} */
  const bench = (window.__bench = { long: [], cls: 0, events: [], clicks: [], ready: null, paint: {} });

  const observe = (type, take, more) => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
  };
  observe('longtask', (it) => bench.long.push([it.startTime, it.duration]));
  observe('layout-shift', (it) => {
    if (!it.hadRecentInput) bench.cls += it.value;
  });
  observe('paint', (it) => (bench.paint[it.name] = it.startTime));
  observe('event', (it) => bench.events.push([it.name, it.startTime, it.duration]), { durationThreshold: 16 });

  /**
   * Calls `run` when the current frame has been produced: a task posted during a frame runs after
   * it.
   */
  const afterThisFrame = (run) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => run(performance.now());
    channel.port2.postMessage(0);
  };
  const afterFrame = (run) => requestAnimationFrame(() => afterThisFrame(run));
  const until = (find, ms) =>
    new Promise((done) => {
      const end = performance.now() + ms;
      const step = () =>
        requestAnimationFrame(() => {
          const found = find();
          if (found || performance.now() > end) done(found);
          else step();
        });
      step();
    });
  /**
   * Calls a function of the adapter. Null if the adapter has no such function, or if it throws
   * because the page is not there yet.
   */
  const ask = (name, ...words) => {
    try {
      return adapter[name]?.(...words) ?? null;
    } catch {
      return null;
    }
  };

  /** The offset of an element's iframe in the window. */
  const offset = (element) => {
    let [x, y] = [0, 0];
    for (let view = element.ownerDocument.defaultView; view && view !== window.top; view = view.parent) {
      const frame = view.frameElement.getBoundingClientRect();
      x += frame.left;
      y += frame.top;
    }
    return [x, y];
  };
  /** The point in the window where an element can be clicked; null if it cannot. */
  const place = (element) => {
    if (!element?.isConnected) return null;
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height) return null;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null;
    if (element.matches(':disabled') || element.querySelector(':disabled')) return null;
    const view = element.ownerDocument.defaultView;
    const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + box.height / 2];
    if (x < 0 || y < 0 || x > view.innerWidth || y > view.innerHeight) return null;
    const hit = element.getRootNode().elementFromPoint(x, y);
    if (!hit || !(element.contains(hit) || element.closest('label')?.contains(hit))) return null;
    const [left, top] = offset(element);
    const at = { x: x + left, y: y + top };
    return at.y < 0 || at.y > window.innerHeight ? null : at;
  };

  /** Times an armed click, from the input's time stamp to the end of the next frame's work. */
  const watch = (view) => {
    const listener = (event) => {
      if (!event.isTrusted || !bench.pending) return;
      const at = event.timeStamp + (view.performance.timeOrigin - performance.timeOrigin);
      const label = bench.pending;
      bench.pending = null;
      afterFrame((end) => bench.clicks.push({ label, at, paint: end - at }));
    };
    view.addEventListener('click', listener, true);
  };
  watch(window);

  // Polls once per frame. The browser runs no frames while a page waits for a render-blocking style
  // sheet, so a page that is not visible yet never counts.
  const poll = () =>
    requestAnimationFrame(() => {
      const option = ask('option', 0, 0);
      const at = place(option);
      if (!at || (adapter.ready && !ask('ready'))) return poll();
      const view = option.ownerDocument.defaultView;
      if (view !== window) watch(view);
      bench.at = at;
      afterThisFrame((end) => {
        bench.ready = end;
        globalThis.__benchReady?.('');
      });
    });
  poll();

  /**
   * The point to click, once the element is there and has stopped moving; null if that never
   * happens.
   */
  bench.aim = async (what, q, k, ms = 3000) => {
    const find = () => ask(what, q, k);
    const element = await until(find, ms);
    if (!element) return null;
    if (!place(element)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    let last = null;
    return until(() => {
      const at = place(find());
      const isStill = at && last && at.x === last.x && at.y === last.y;
      last = at;
      return isStill ? at : null;
    }, ms);
  };
  bench.arm = (label) => (bench.pending = label);
  /** The time from navigation until the first answer was accepted; null if it never was. */
  bench.taken = async (ms) => ((await bench.answered(0, ms)) ? performance.now() : null);
  bench.answered = (q, ms = 2000) => until(() => ask('answered', q), ms).then(Boolean);
  bench.result = async (ms = 5000) => {
    const shown = () => {
      const element = ask('result');
      return element?.getClientRects().length ? element : null;
    };
    const element = await until(shown, ms);
    if (!element) return null;
    const end = await new Promise(afterFrame);
    return { end, text: element.innerText.replace(/\s+/g, ' ').slice(0, 160) };
  };
}
