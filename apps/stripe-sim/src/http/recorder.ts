import fs from 'node:fs';

/** The exchanges as JSON lines, in the form shared/stripe/validate.mjs reads: in memory (the latest), in a file (all), or both. */
export class Recorder {
  private lines: string[] = [];
  private fd: number | undefined;

  constructor(
    public on: boolean,
    file?: string,
    private readonly most = 5_000,
  ) {
    if (file) this.fd = fs.openSync(file, 'a');
  }

  get active(): boolean {
    return this.on || this.fd !== undefined;
  }

  add(line: string): void {
    if (this.fd !== undefined) fs.appendFileSync(this.fd, `${line}\n`);
    if (!this.on) return;
    this.lines.push(line);
    if (this.lines.length > this.most * 1.2) this.lines = this.lines.slice(-this.most);
  }

  text(): string {
    return this.lines.map((line) => `${line}\n`).join('');
  }

  clear(): void {
    this.lines = [];
  }

  close(): void {
    if (this.fd !== undefined) fs.closeSync(this.fd);
    this.fd = undefined;
  }
}
