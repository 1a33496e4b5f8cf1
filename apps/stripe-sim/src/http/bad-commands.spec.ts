import { Contract } from '../contract/harness.js';

const contract = new Contract({}, 'simulator');

/** The answer to a command, whatever it is. */
async function tell(path: string, body: string): Promise<{ status: number; message: string }> {
  const response = await fetch(`${contract.sim.url}/_sim/${path}`, { method: 'POST', body });
  const { error } = (await response.json()) as { error?: { message: string } };
  return { status: response.status, message: error?.message ?? '' };
}

describe('A command that makes no sense', () => {
  it.each([
    ['clock', 'null', 'JSON object'],
    ['clock', '[]', 'JSON object'],
    ['clock', '{"advance":-1}', 'advance must be'],
    ['clock', '{"advance":"9"}', 'advance must be'],
    ['clock', '{"forward":9}', 'Known here: freeze, thaw, advance, to'],
    ['reset', '{"seed":5}', 'seed must be'],
    ['config', '{"fees":null}', 'price list'],
    ['config', '{"fees":{"classes":{"domestic":{"rate":150,"fixed":{"gbp":20}}},"dispute":{}}}', 'price list'],
    ['config', '{"captureDelay":"soon"}', 'captureDelay must be'],
    ['config', '{"redirect":"sideways"}', 'before, with, after'],
    ['config', '{"nonsense":1}', 'Unknown: nonsense'],
    ['faults', '{}', 'needs action'],
    ['faults', '{"action":"explode"}', 'action must be one of'],
    ['faults', '{"action":"error_before","match":null}', 'match must be'],
    ['faults', '{"action":"error_before","match":{"paht":"/v1/*"}}', 'Unknown: match.paht'],
    ['faults', '{"action":"error_before","match":{"path":5}}', 'match.path must be'],
    ['faults', '{"action":"error_before","status":"abc"}', 'status must be'],
    ['faults', '{"action":"error_before","status":99}', 'status must be'],
    ['faults', '{"action":"webhook_mangled","how":"nicely"}', 'how must be'],
    ['webhooks/mode', '{"mode":"loud"}', 'auto, held'],
    ['webhooks/reorder', '{"order":5}', 'order must be'],
    ['disputes', '{}', 'needs charge'],
    ['bank_transfer', '{"customer":"cus_1"}', 'needs amount'],
    ['mandates/mandate_1/dance', '{}', 'Nothing here'],
    ['keys/forget', '{"which":"all"}', 'Known here: nothing'],
  ])('%s %s is refused in a sentence, and changes nothing', async (path, body, sentence) => {
    const { sim } = contract.sim;
    const state = () => JSON.stringify([sim.config, sim.clock.state(), sim.faults.rules, sim.webhooks.mode, sim.ids.seed]);
    const before = state();
    const answer = await tell(path, body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.message).toContain(sentence);
    expect(state()).toBe(before);
  });

  it('about a payment that does not bear it is refused too', async () => {
    const paid = await contract.pay(2000);
    await contract.advance(3_000);
    const dispute = (more: object) => tell('disputes', JSON.stringify({ charge: paid.latest_charge, ...more }));
    expect(await dispute({ amount: 2001 })).toMatchObject({ status: 400, message: expect.stringContaining('no more than') as string });
    expect(await dispute({ amount: 2000 })).toMatchObject({ status: 200 });
  });

  it('leaves everything in working order', async () => {
    expect((await contract.pay(2000)).status).toBe('succeeded');
  });
});
