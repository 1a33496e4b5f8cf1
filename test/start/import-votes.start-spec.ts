import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, RunningProduct, openFolder } from '../support/running.js';

const BLT = '3 1\n4 1 2 0\n3 2 3 0\n2 3 0\n0\n"The hall"\n"The library"\n"The park"\n"Where we meet"\n';

describe('wgt import', () => {
  let product: RunningProduct;
  const file = join(openFolder(), 'venue.blt');
  beforeAll(async () => {
    writeFileSync(file, BLT);
    product = await RunningProduct.start();
  });
  afterAll(() => product.discard());

  const wgt = (...args: string[]) =>
    spawnSync(process.execPath, ['dist/apps/cli/src/main.js', ...args], {
      cwd: ROOT,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: product.dataDir },
      encoding: 'utf8',
    });
  /** Takes the file in; answers the way to its vote. */
  function imported(): string {
    const { status, stdout, stderr } = wgt('import', 'blt', file, '--event', 'wgt17');
    expect([status, stderr]).toEqual([0, '']);
    return /^3 options, 9 ballots: (\/events\/wgt17\/ballots\/\S+)\n$/.exec(stdout)![1]!;
  }
  const counted = async (way: string): Promise<unknown> => {
    const answer = await fetch(`${product.origin}/api/v1${way}/result`);
    return [answer.status, ((await answer.json()) as { balance?: { counted: number } }).balance?.counted];
  };

  it('ends beside a running server when the result is there', async () => {
    expect(await counted(imported())).toEqual([200, 9]);
  });

  it('counts by itself where no server runs', async () => {
    await product.stop();
    const way = imported();
    // Of money the demo may have something under way when it is stopped.
    expect(wgt('check').stdout).toMatch(/✓ VOT-7 [^]*✓ I5 one ballot per person and vote/);
    await product.again();
    expect(await counted(way)).toEqual([200, 9]);
  });

  it('says what is wrong with a broken file, and where', () => {
    writeFileSync(file, BLT.replace('2 3 0', '2 9 0'));
    const { status, stdout, stderr } = wgt('import', 'blt', file, '--event', 'wgt17');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('unknown-alternative in line 3');
  });
});
