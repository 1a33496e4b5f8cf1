import { readPage, takeParts } from './fresh-parts';

const AT_MOST_EVERY_MS = 1_500;

/** Keeps the parts of a page fresh that are marked so: when something becomes true at the event, they are read anew. */
export function followLive(page: Document): void {
  const parts = [...page.querySelectorAll<HTMLElement>('[data-live]')];
  const [first] = parts;
  if (!first) return;
  const ids = parts.map((part) => part.id);
  const news = new EventSource(first.dataset['live'] ?? '');
  let waiting = 0;
  const refresh = (): void => {
    waiting ||= window.setTimeout(() => {
      waiting = 0;
      void readPage(location.href).then((answer) => answer && takeParts(page, answer.page, ids));
    }, AT_MOST_EVERY_MS);
  };
  for (const fact of (first.dataset['facts'] ?? '').split(' ')) news.addEventListener(fact, refresh);
  addEventListener('pagehide', () => news.close());
}
