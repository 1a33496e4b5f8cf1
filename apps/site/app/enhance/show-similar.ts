const AFTER_LAST_KEY_MS = 350;
const WORDS_NEEDED = 3;

interface Similar {
  items: { id: string; text: string; supports: number }[];
}

/** While a spark is typed: shows what others have said like it, so that one can support that instead. */
export function showSimilar(page: Document): void {
  for (const box of page.querySelectorAll<HTMLTextAreaElement>('[data-similar]')) {
    const list = page.getElementById(`${box.id}-similar`);
    if (!list) continue;
    let timer = 0;
    box.addEventListener('input', () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void look(box, list), AFTER_LAST_KEY_MS);
    });
  }
}

async function look(box: HTMLTextAreaElement, list: HTMLElement): Promise<void> {
  const text = box.value.trim();
  const enough = text.split(/\s+/).length >= WORDS_NEEDED;
  const query = new URLSearchParams({ text, ...(box.dataset['event'] ? { event: box.dataset['event'] } : {}) });
  const reply = enough ? await fetch(`/api/v1/sparks/similar?${query}`).catch(() => undefined) : undefined;
  const found = reply?.ok ? ((await reply.json()) as Similar).items : [];
  if (box.value.trim() !== text) return;
  list.hidden = found.length === 0;
  list.querySelector('ul')?.replaceChildren(...found.map((spark) => row(list.ownerDocument, spark)));
}

function row(page: Document, { id, text }: Similar['items'][number]): HTMLElement {
  const link = page.createElement('a');
  link.href = `/sparks/${id}`;
  link.textContent = text;
  const item = page.createElement('li');
  item.append(link);
  return item;
}
