import { ballotBody, saysSomething } from '../../models/ballot-body';
import { showReceipt } from '../../models/receipt';
import type { CastView } from '../../views/ballots';
import { forgetDraft, keepBallot, keepDraft, keptDraft } from './kept';

const AFTER_LAST_CHANGE_MS = 400;

interface Texts {
  again: string;
  saving: string;
  saved: string;
  failed: string;
  offline: string;
  restored: string;
  notCounted: string;
  refusals: Record<string, string>;
}

/**
 * Saves the ballot after every change; the button stays for those who want to press it. The last changes always win. What could not
 * be sent is kept on this device and sent when the network is back.
 */
export function saveBallot(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-ballot]')) new Saving(form);
}

class Saving {
  private timer = 0;
  private running = Promise.resolve();
  private readonly id: string;
  private readonly texts: Texts;
  private readonly state: HTMLElement | null;

  constructor(private readonly form: HTMLFormElement) {
    this.id = form.dataset['ballot'] ?? '';
    this.state = form.querySelector('.save-state');
    this.texts = JSON.parse(form.querySelector<HTMLElement>('[data-saving-texts]')?.dataset['savingTexts'] ?? '{}') as Texts;
    form.addEventListener('submit', () => forgetDraft(this.id));
    if (!form.dataset['saveAt']) return;
    form.addEventListener('change', ({ target }) => {
      if (/^(receipt|code)$/.test((target as HTMLInputElement).name)) return;
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.soon(), AFTER_LAST_CHANGE_MS);
    });
    addEventListener('online', () => keptDraft(this.id) && this.soon());
    this.restore();
    if (form.dataset['touched'] !== undefined) this.soon();
  }

  private soon(): void {
    this.running = this.running.then(() => this.save());
  }

  private entries(): [string, string][] {
    return [...new FormData(this.form)].map(([name, value]) => [name, String(value)]);
  }

  private say(text: string | undefined, kind: 'good' | 'bad' | 'busy'): void {
    if (!this.state) return;
    this.state.className = `save-state ${kind}`;
    this.state.textContent = text ?? '';
  }

  private async save(): Promise<void> {
    const method = this.form.dataset['method'] ?? '';
    const entries = this.entries();
    const body = ballotBody(method, entries);
    if (!saysSomething(method, body)) return;
    this.say(this.texts.saving, 'busy');
    let reply: Response;
    try {
      reply = await fetch(this.form.dataset['saveAt'] ?? '', {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'x-requested-with': 'wegettogether' },
        body: JSON.stringify(body),
      });
    } catch {
      return this.say(keepDraft(this.id, entries) ? this.texts.offline : this.texts.failed, 'bad');
    }
    const answer = (await reply.json().catch(() => ({}))) as Partial<CastView> & { code?: string };
    if (reply.ok && answer.receipt && answer.ballot) {
      forgetDraft(this.id);
      keepBallot(this.id, { receipt: answer.receipt, ballot: answer.ballot });
      const button = this.form.querySelector('button[type=submit]');
      if (button) button.textContent = this.texts.again;
      return this.say(this.texts.saved.replace('#', showReceipt(answer.receipt)), 'good');
    }
    const why = this.texts.refusals[answer.code ?? ''];
    this.say(why ? this.texts.notCounted.replace('#', why) : this.texts.failed, 'bad');
  }

  /** Puts back what could not be sent when this page was last open. It counts only when it is sent. */
  private restore(): void {
    const draft = keptDraft(this.id);
    if (!draft || this.form.dataset['touched'] !== undefined) return;
    const values = new Set(draft.map(([name, value]) => `${name}=${value}`));
    for (const field of this.form.elements) {
      if (field instanceof HTMLInputElement && /checkbox|radio/.test(field.type))
        field.checked = values.has(`${field.name}=${field.value}`);
      else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement)
        field.value = draft.find(([name]) => name === field.name)?.[1] ?? '';
    }
    this.say(this.texts.restored, 'bad');
    this.form.dispatchEvent(new Event('restored'));
  }
}
