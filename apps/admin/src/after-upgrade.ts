const LAST = 'loaded-anew-at';
const AT_MOST_EVERY_MS = 60_000;

/**
 * A page that was open while the product was upgraded asks for parts that are gone. It is loaded anew, at the address it was going to;
 * where that does not help, it is not tried again for a while and the fault is shown.
 */
export function loadAnewAfterUpgrade(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(LAST) ?? 0);
    if (Date.now() - last < AT_MOST_EVERY_MS) return;
    sessionStorage.setItem(LAST, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
}
