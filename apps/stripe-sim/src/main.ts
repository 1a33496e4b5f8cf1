import { parseArgs } from 'node:util';
import { startStripeSim } from './index.js';

const USAGE = `A Stripe that lives on your machine. Nothing here is real money.

  npm run sim -- [--port N] [--state FILE] [--seed TEXT] [--frozen] [--no-recording]

  STRIPE_SIM_PORT (12111)  STRIPE_SIM_TOKEN  STRIPE_SIM_STATE  STRIPE_SIM_RECORDING=FILE
  STRIPE_SIM_HOST and STRIPE_SIM_PUBLIC_URL: where it listens, if not on loopback, and what payers call it
  STRIPE_SIM_WEBHOOK_URL and STRIPE_SIM_WEBHOOK_SECRET: an endpoint that gets every event, or those of STRIPE_SIM_WEBHOOK_EVENTS=TYPE,TYPE
`;

const OPTIONS = {
  port: { type: 'string' },
  state: { type: 'string' },
  seed: { type: 'string' },
  frozen: { type: 'boolean' },
  'no-recording': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) return void process.stdout.write(USAGE);
  const { env } = process;
  const port = Number(values.port ?? env.STRIPE_SIM_PORT ?? 12111);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port must be a number from 0 to 65535, not ${values.port ?? env.STRIPE_SIM_PORT}.`);
  const running = await startStripeSim({
    port,
    seed: values.seed,
    clock: values.frozen ? 'frozen' : 'real',
    state: values.state ?? env.STRIPE_SIM_STATE,
    secretKey: env.STRIPE_SECRET_KEY,
    controlToken: env.STRIPE_SIM_TOKEN,
    recording: !values['no-recording'],
    publicUrl: env.STRIPE_SIM_PUBLIC_URL,
    webhooks: env.STRIPE_SIM_WEBHOOK_URL
      ? [
          {
            url: env.STRIPE_SIM_WEBHOOK_URL,
            secret: env.STRIPE_SIM_WEBHOOK_SECRET ?? '',
            enabled_events: env.STRIPE_SIM_WEBHOOK_EVENTS?.split(','),
          },
        ]
      : [],
  });
  process.stdout.write(`SIMULATED Stripe at ${running.url}\n`);
  const stop = () => void running.close().then(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
