import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#platform';
import { ROOT, RunningProduct, openFolder } from '../support/running.js';

const BLT = '3 1\n4 1 2 0\n3 2 3 0\n2 3 0\n0\n"The hall"\n"The library"\n"The park"\n"Where we meet"\n';

describe('wgt import', () => {
  let product: RunningProduct;
  let running = true;
  const file = join(openFolder(), 'venue.blt');
  beforeAll(async () => {
    writeFileSync(file, BLT);
    product = await RunningProduct.start();
  });
  afterAll(() => product.discard());

  const wgt = (...args: string[]) =>
    spawnSync(process.execPath, ['dist/run/cli.js', ...args], {
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
  /** How many ballots the stored result counted; the database server may have stopped with the product. */
  async function counted(way: string): Promise<unknown> {
    const server = await startEmbeddedPostgres({ dataDir: join(product.dataDir, 'postgres') });
    const sql = new pg.Client(server.url('wegettogether'));
    await sql.connect();
    const { rows } = await sql.query<{ counted: number }>(
      `select (document::json->'balance'->>'counted')::int as counted from voting.result where ballot_id = $1`,
      [way.split('/').at(-1)],
    );
    await sql.end();
    if (!running) await server.stop();
    return rows;
  }

  it('ends beside a running server when the result is there', async () => {
    expect(await counted(imported())).toEqual([{ counted: 9 }]);
  });

  it('says what is wrong with a broken file, and where', () => {
    const broken = join(openFolder(), 'broken.blt');
    writeFileSync(broken, BLT.replace('2 3 0', '2 9 0'));
    const { status, stdout, stderr } = wgt('import', 'blt', broken, '--event', 'wgt17');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain('unknown-alternative in line 3');
  });

  it('counts by itself where no server runs', async () => {
    await product.stop();
    running = false;
    expect(await counted(imported())).toEqual([{ counted: 9 }]);
  });
});
