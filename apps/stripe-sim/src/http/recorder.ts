import fs from 'node:fs';

/** The exchanges as JSON lines, in the form shared/stripe/validate.mjs reads: in memory (the latest), in a file (all), or both. */
export class Recorder {
  private lines: { text: string }[] = [];
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

  /** A place in the record for what is not known yet; it stays empty when nothing comes of it. A file has things as they end. */
  keepPlace(): (line: string) => void {
    const place = { text: '' };
    if (this.on) this.lines.push(place);
    if (this.lines.length > this.most * 1.2) this.lines = this.lines.slice(-this.most);
    return (line) => {
      if (this.fd !== undefined) fs.appendFileSync(this.fd, `${line}\n`);
      place.text = `${line}\n`;
    };
  }

  text(): string {
    return this.lines.map((line) => line.text).join('');
  }

  /** The exchange that had this request id. */
  find(requestId: string): string | undefined {
    return this.lines.find(({ text }) => text.includes(`"request-id":"${requestId}"`))?.text;
  }

  clear(): void {
    this.lines = [];
  }

  close(): void {
    if (this.fd !== undefined) fs.closeSync(this.fd);
    this.fd = undefined;
  }
}
