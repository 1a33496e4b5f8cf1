/** Puts the newer form of every part that both pages have, by its id, into the page that is shown; keeps the focus. */
export function takeParts(page: Document, newer: Document, ids: readonly string[]): void {
  for (const id of ids) {
    const old = page.getElementById(id);
    const fresh = newer.getElementById(id);
    if (!old || !fresh || old.outerHTML === fresh.outerHTML) continue;
    const focused = old.contains(page.activeElement)
      ? [...old.querySelectorAll('a, button, input')].indexOf(page.activeElement as Element)
      : -1;
    const adopted = page.importNode(fresh, true);
    old.replaceWith(adopted);
    if (focused >= 0) adopted.querySelectorAll<HTMLElement>('a, button, input')[focused]?.focus();
  }
}

/** A page of ours, read without leaving the one that is shown. */
export async function readPage(address: string, init?: RequestInit): Promise<{ url: string; page: Document } | undefined> {
  const reply = await fetch(address, { ...init, headers: { ...init?.headers, accept: 'text/html' } });
  if (!reply.ok) return undefined;
  return { url: reply.url, page: new DOMParser().parseFromString(await reply.text(), 'text/html') };
}
