/*
 * What Chromium 64 to 70 lack and our packages take for granted. Imported before anything else,
 * because imports are evaluated in order.
 */
const scope: typeof globalThis & { globalThis?: unknown } = self;

if (typeof scope.globalThis === 'undefined') {
  Object.defineProperty(scope, 'globalThis', { value: scope, configurable: true, writable: true });
}

if (typeof scope.queueMicrotask !== 'function') {
  const settled = Promise.resolve();
  scope.queueMicrotask = (work) => {
    void settled.then(work);
  };
}
