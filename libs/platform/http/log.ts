import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { Config } from '../config/config.js';

/** What every process of ours logs: faults and warnings, as JSON lines in production, without bodies and without personal data. */
export const logOf = ({ runtime }: Config): ConsoleLogger =>
  new ScrubbedLogger({
    json: runtime.production,
    logLevels: runtime.logLevel === 'silent' ? ['fatal'] : ['fatal', 'error', 'warn'],
  });

const ADDRESS = /[^\s<>"'(),:;=/]+@[^\s<>"'(),:;=/]+/g;
/** 256 random bits as we write them, with whatever stands before: access tokens, links, sessions; and the keys of the payment provider. */
const SECRET = /\b(?:wgt_|whsec_|[sr]k_(?:test|live)_)[\w-]{8,}|(?<![\w-])[\w-]{43}(?![\w-])/g;

/** Nobody writes an address or a secret into a log on purpose; the words of a mail server or a fault may bring one along. */
export const scrub = (text: string): string => text.replace(ADDRESS, '[address]').replace(SECRET, '[secret]');

class ScrubbedLogger extends ConsoleLogger {
  protected override printMessages(
    messages: unknown[],
    context?: string,
    level?: LogLevel,
    stream?: 'stdout' | 'stderr',
    stack?: unknown,
    params?: Record<string, unknown>,
  ): void {
    super.printMessages(messages.map(scrubbed), context, level, stream, scrubbed(stack), params);
  }
}

function scrubbed(message: unknown): unknown {
  if (typeof message === 'string') return scrub(message);
  if (message instanceof Error) return scrub(message.stack ?? message.message);
  if (typeof message !== 'object' || message === null) return message;
  return Object.fromEntries(Object.entries(message).map(([key, value]) => [key, scrubbed(value)]));
}
