import { showReceipt } from '../models/receipt';

const AFTER_LAST_TICK_MS = 400;

/** Saves the ballot after every tick; the button stays for those who want to press it. The last ticks always win. */
export function saveBallot(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('[data-save-at]')) {
    const state = form.querySelector<HTMLElement>('.save-state');
    let timer = 0;
    let running = Promise.resolve();
    form.addEventListener('change', ({ target }) => {
      if ((target as HTMLInputElement).name !== 'choice') return;
      clearTimeout(timer);
      timer = window.setTimeout(() => (running = running.then(() => save(form, state))), AFTER_LAST_TICK_MS);
    });
  }
}

async function save(form: HTMLFormElement, state: HTMLElement | null): Promise<void> {
  const say = (text: string | undefined): void => {
    if (!state) return;
    state.hidden = false;
    state.textContent = text ?? '';
  };
  say(form.dataset['saving']);
  const choices = new FormData(form).getAll('choice');
  try {
    const reply = await fetch(form.dataset['saveAt'] ?? '', {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'wegettogether' },
      body: JSON.stringify({ choices }),
    });
    const body = (await reply.json()) as { receipt?: string };
    say(reply.ok && body.receipt ? form.dataset['saved']?.replace('#', showReceipt(body.receipt)) : form.dataset['failed']);
  } catch {
    say(form.dataset['failed']);
  }
}
