import { readPage, takeParts } from './fresh-parts';

/** Giving or taking back support changes the button where it is, instead of loading the page anew. */
export function supportInPlace(page: Document): void {
  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const part = form.closest('[data-part]');
    if (!part?.id || form.dataset['support'] === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void send(page, form, part.id);
  });
}

async function send(page: Document, form: HTMLFormElement, id: string): Promise<void> {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  const answer = await readPage(form.action, { method: 'POST', body }).catch(() => undefined);
  // Signed out meanwhile, refused or offline: let the browser do it, which shows what is the matter.
  if (!answer?.page.getElementById(id)) return form.submit();
  takeParts(page, answer.page, [id]);
}
