import { ballotBody, saysSomething } from '../../models/ballot-body';
import { formatFor } from '../../models/format';
import { showReceipt } from '../../models/receipt';
import { type RefusalTexts, type RefusedCast, refusalWords } from '../../models/refusal-words';
import type { CastView } from '../../views/ballots';
import { forgetDraft, keepBallot, keepDraft, keptDraft } from './kept';
import { languageOfPage } from './language-of-page';

const AFTER_LAST_CHANGE_MS = 400;

interface Texts extends RefusalTexts {
  again: string;
  saving: string;
  saved: string;
  offline: string;
  restored: string;
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
  /** Something of this person's counts already. */
  private counted: boolean;
  private readonly id: string;
  private readonly texts: Texts;
  private readonly state: HTMLElement | null;

  constructor(private readonly form: HTMLFormElement) {
    this.id = form.dataset['ballot'] ?? '';
    this.counted = form.dataset['counted'] !== undefined;
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
    const answer = (await reply.json().catch(() => ({}))) as Partial<CastView> & RefusedCast;
    if (reply.ok && answer.receipt && answer.ballot) {
      forgetDraft(this.id);
      this.counted = true;
      keepBallot(this.id, { receipt: answer.receipt, ballot: answer.ballot });
      const button = this.form.querySelector('button[type=submit]');
      if (button) button.textContent = this.texts.again;
      return this.say(this.texts.saved.replace('#', showReceipt(answer.receipt)), 'good');
    }
    this.say(
      refusalWords(this.texts, answer, this.counted, (amount) => this.money(amount)),
      'bad',
    );
  }

  private money(amount: number): string {
    const currency = this.form.querySelector<HTMLElement>('.pot-sum')?.dataset['currency'] ?? 'GBP';
    return formatFor(languageOfPage(document)).money({ amount, currency });
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
