import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database, MovingClock, QueuePulse, accessRefusals, nonceOf } from '#platform';
import { type Coming, WhatComesNext } from './what-comes-next.js';

type Page = 'clock' | 'mail' | 'jobs' | 'webhooks';
type Cell = string | number | bigint | Date | null;

const SELECTS: Readonly<Record<Exclude<Page, 'clock'>, string>> = {
  mail: 'select created_at as sent, recipient as to, subject, id as read from platform.mail order by id desc limit 100',
  jobs: 'select id, task_identifier as job, run_at as due, attempts, last_error as "last error" from graphile_worker.jobs order by id desc limit 100',
  webhooks:
    'select received_at as received, stripe_event_id as event, type, state, tries, last_error as "last error" from payments.stripe_event order by received_at desc limit 100',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const show = (value: Cell): string =>
  escape(value instanceof Date ? value.toISOString().slice(0, 19).replace('T', ' ') : String(value ?? ''));

/** The pages of /dev: plain tables of what happened behind the scenes. */
@Injectable()
export class DevPages {
  constructor(
    private readonly database: Database,
    private readonly clock: MovingClock,
    private readonly next: WhatComesNext,
    private readonly queue: QueuePulse,
  ) {}

  async send(reply: FastifyReply, page: Page): Promise<void> {
    const body = page === 'clock' ? await this.clockForm() : table(await this.database.query<Record<string, Cell>>(SELECTS[page]), page);
    await this.html(reply, { clock: 'Clock', mail: 'Mails', jobs: 'Waiting jobs', webhooks: 'Webhooks received' }[page], body);
  }

  async sendMail(reply: FastifyReply, id: string): Promise<void> {
    const mail = await this.database.maybe<{ recipient: string; subject: string; body: string; because: string }>(
      'select recipient, subject, body, because from platform.mail where id = $1',
      [id],
    );
    if (!mail) throw accessRefusals.NOT_FOUND();
    const body = escape(mail.body).replace(/https?:\/\/[^\s]+/g, (link) => `<a href="${link}">${link}</a>`);
    await this.html(reply, mail.subject, `<p>To ${escape(mail.recipient)}, because ${escape(mail.because)}</p><pre>${body}</pre>`);
  }

  private async clockForm(): Promise<string> {
    const [coming, jobs] = await Promise.all([this.next.list(), this.queue.dueOrAtWork()]);
    const button = (minutes: number, words: string): string => `<button name="minutes" value="${minutes}">${words}</button>`;
    // A minute later, so that whatever looks at the clock every minute has looked.
    const moveTo = ({ at, what }: Coming): string =>
      `<tr><td>${show(at)}</td><td>${escape(what)}</td><td><button name="to" value="${new Date(at.getTime() + 60_000).toISOString()}" aria-label="Move there: ${escape(what)}">Move there</button></td></tr>`;
    return `<p>It is <strong>${show(this.clock.now())}</strong> UTC. Time can be moved forward, for the site, the jobs and the local Stripe together: deadlines pass, cards are charged, payouts arrive.</p>
      <p role="status">${jobs ? `${jobs} <a href="/dev/jobs">jobs</a> are due or at work: look again in a moment.` : 'All that is due is done.'}</p>
      <form method="post" action="/dev/clock"><p>${button(60, 'One hour')} ${button(1_440, 'One day')} ${button(10_080, 'One week')} ${button(43_200, 'Thirty days')}</p>
      <h2>What comes next</h2>${coming.length ? `<table><thead><tr><th>When (UTC)</th><th>What</th><th>Move</th></tr></thead><tbody>${coming.map(moveTo).join('')}</tbody></table>` : '<p>Nothing that would happen by itself. Open a campaign or a vote first.</p>'}</form>`;
  }

  private async html(reply: FastifyReply, title: string, body: string): Promise<void> {
    const links = (['mail', 'jobs', 'webhooks'] as const).map((p) => `<a href="/dev/${p}">${p}</a>`).join(' ');
    await reply.type('text/html; charset=utf-8')
      .send(`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)} · behind the scenes</title>
      <style nonce="${nonceOf(reply)}">body{font:17px/1.5 system-ui;margin:1rem auto;max-width:70rem;padding:0 1rem;color:#14213d}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem;border-bottom:1px solid #d5d9e0;vertical-align:top;overflow-wrap:anywhere}th{overflow-wrap:normal}td a{white-space:nowrap}a{color:#00726b}button{font:inherit;font-weight:600;padding:.5rem .8rem;margin:.15rem 0;min-height:44px;white-space:nowrap;color:#00726b;background:#fff;border:1px solid;border-radius:8px}nav a{display:inline-block;padding:.6rem .8rem .6rem 0}pre{white-space:pre-wrap;overflow-wrap:anywhere}</style></head>
      <body><nav aria-label="Behind the scenes"><a href="/">site</a> <a href="/dev">clock</a> ${links}</nav><main><h1>${escape(title)}</h1>${body}</main></body></html>`);
  }
}

function table(rows: Record<string, Cell>[], page: Page): string {
  if (rows.length === 0) return '<p>Nothing yet.</p>';
  const heads = Object.keys(rows[0]!);
  const cell = (name: string, value: Cell): string =>
    page === 'mail' && name === 'read' ? `<a href="/dev/mail/${show(value)}">read</a>` : show(value);
  return `<table><thead><tr>${heads.map((h) => `<th>${escape(h)}</th>`).join('')}</tr></thead>
    <tbody>${rows.map((row) => `<tr>${heads.map((h) => `<td>${cell(h, row[h] ?? null)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
}
