import fs from 'node:fs';
import path from 'node:path';

/**
 * The state file: JSON lines `[table, row]` and `["meta", {…}]`, the last line about a row being the true one.
 * An append is one write to the operating system, so it outlives a killed process; a half-written last line
 * (power loss) is cut off at start. When old lines outnumber the living, the file is written anew and renamed over.
 */
export class Journal {
  private fd: number | undefined;
  private written = 0;
  private living = 0;

  constructor(readonly file: string) {}

  /** Reads what is there, gives each row to `take`, and starts anew from `everything()` in a compact file. */
  open(take: (table: string, row: { id: string; gone?: boolean }) => void): void {
    fs.mkdirSync(path.dirname(this.file), { recursive: true });
    if (!fs.existsSync(this.file)) return;
    for (const line of fs.readFileSync(this.file, 'utf8').split('\n')) {
      const entry = parse(line);
      if (entry) take(entry[0], entry[1]);
    }
  }

  append(lines: string[], meta: Record<string, unknown>, everything: () => Iterable<string>): void {
    if (this.fd === undefined || this.written > Math.max(8 << 20, 4 * this.living)) return this.compact(meta, everything());
    const text = `${lines.join('\n')}\n${JSON.stringify(['meta', meta])}\n`;
    this.written += text.length;
    fs.appendFileSync(this.fd, text);
  }

  compact(meta: Record<string, unknown>, everything: Iterable<string>): void {
    const temporary = `${this.file}.tmp`;
    const next = fs.openSync(temporary, 'w', 0o600);
    this.written = this.living = 0;
    for (const line of everything) this.living += fs.writeSync(next, `${line}\n`);
    fs.writeSync(next, `${JSON.stringify(['meta', meta])}\n`);
    fs.fsyncSync(next);
    fs.renameSync(temporary, this.file);
    if (this.fd !== undefined) fs.closeSync(this.fd);
    this.fd = next;
  }

  close(): void {
    if (this.fd !== undefined) fs.closeSync(this.fd);
    this.fd = undefined;
  }
}

function parse(line: string): [string, { id: string; gone?: boolean }] | undefined {
  if (!line) return undefined;
  try {
    return JSON.parse(line) as [string, { id: string }];
  } catch {
    return undefined;
  }
}
