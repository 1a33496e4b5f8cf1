import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { Clock, newId } from '#kernel';
import { MailConfig, RuntimeConfig } from '../config/config.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { Every, Job, type JobWorker, type Schedule } from '../facts/reaction.js';

export interface Mail {
  to: string;
  subject: string;
  /** Plain text; links stand on lines of their own. */
  body: string;
  /** Why the person gets it (NOT-2), in a few words. */
  because: string;
}

/** Line breaks in a header would add headers: names and subjects lose them before they get near one. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** Puts a mail into the outbox, in the transaction that gives the reason for it. */
@Injectable()
export class Mailer {
  async send(tx: Tx, mail: Mail): Promise<void> {
    const id = newId();
    await tx.run('insert into platform.mail (id, recipient, subject, body, because, created_at) values ($1, $2, $3, $4, $5, $6)', [
      id,
      oneLine(mail.to),
      oneLine(mail.subject).slice(0, 200),
      mail.body,
      mail.because,
      tx.now,
    ]);
    await tx.enqueue('deliver-mail', { id });
  }

  /** Sends the mail, or does all the work of sending it and takes it back: who measures how long it takes learns nothing. */
  async sendIf(really: boolean, tx: Tx, mail: Mail): Promise<void> {
    await tx.run('savepoint mail');
    await this.send(tx, mail);
    await tx.run(really ? 'release savepoint mail' : 'rollback to savepoint mail');
  }

  /** Takes every mail to these addresses out of the outbox, sent or not: their owner has had their data erased. */
  async forget(tx: Tx, addresses: readonly string[]): Promise<void> {
    await tx.run('delete from platform.mail where recipient = any($1::text[])', [addresses]);
  }
}

interface MailRow {
  id: string;
  recipient: string;
  subject: string;
  body: string;
  created_at: Date;
}

/** Delivers one mail through SMTP; without a server it stays to be read at /dev/mail. */
@Injectable()
@Job('deliver-mail')
export class DeliverMail implements JobWorker<{ id: string }>, OnApplicationBootstrap {
  private readonly log = new Logger(DeliverMail.name);
  private transport: Promise<Transporter> | undefined;

  constructor(
    private readonly config: MailConfig,
    private readonly runtime: RuntimeConfig,
    private readonly database: Database,
  ) {}

  onApplicationBootstrap(): void {
    if (this.runtime.production && !this.config.smtpUrl)
      this.log.warn('SMTP_URL is missing: no mail leaves the database, so that nobody can confirm an address or choose a new password.');
  }

  async work({ id }: { id: string }): Promise<void> {
    const { smtpUrl } = this.config;
    if (!smtpUrl) return;
    const transport = await (this.transport ??= import('nodemailer').then(({ createTransport }) => createTransport(smtpUrl)));
    const mail = await this.database.maybe<MailRow>(
      'select id, recipient, subject, body, created_at from platform.mail where id = $1 and sent_at is null',
      [id],
    );
    if (!mail) return;
    await transport.sendMail({
      from: this.config.from,
      to: { name: '', address: mail.recipient },
      subject: mail.subject,
      text: mail.body,
      messageId: `<${mail.id}@wegettogether>`,
    });
    await this.database.run('update platform.mail set sent_at = created_at where id = $1', [id]);
  }
}

/** So long an undeliverable mail is tried: a mailbox that does not exist must not stand before the others for ever. */
const TRIED_FOR_MS = 7 * 86_400_000;

/** Mails whose delivery gave up are tried again for a week, so that an outage of the mail server loses nothing. */
@Injectable()
@Every('*/15 * * * *')
export class EveryQuarterHourSendLeftMails implements Schedule {
  private readonly log = new Logger(EveryQuarterHourSendLeftMails.name);

  constructor(
    private readonly config: MailConfig,
    private readonly database: Database,
    private readonly deliver: DeliverMail,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    if (!this.config.smtpUrl) return;
    const left = await this.database.query<{ id: string }>(
      'select id from platform.mail where sent_at is null and created_at > $1 order by id limit 100',
      [new Date(this.clock.now().getTime() - TRIED_FOR_MS)],
    );
    for (const { id } of left)
      await this.deliver.work({ id }).catch((error: Error) => this.log.warn(`mail ${id} not sent: ${error.message}`));
  }
}
