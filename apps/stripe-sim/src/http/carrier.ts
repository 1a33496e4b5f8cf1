import http from 'node:http';
import https from 'node:https';
import type { Carrier } from '../core/webhooks.js';
import type { Recorder } from './recorder.js';

const LIMIT = 10_000;

/** Posts events to their endpoints; 2xx within ten seconds counts as taken. */
export function makeCarrier(recorder: Recorder): { carry: Carrier; close: () => void } {
  const agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets: 16 }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: 16 }),
  };
  const carry: Carrier = async (parcel) => {
    const url = new URL(parcel.url);
    const secure = url.protocol === 'https:';
    const status = await new Promise<number>((resolve) => {
      const request = (secure ? https : http).request(
        url,
        {
          method: 'POST',
          agent: secure ? agents['https:'] : agents['http:'],
          timeout: LIMIT,
          headers: {
            'content-type': 'application/json; charset=utf-8',
            'content-length': Buffer.byteLength(parcel.body),
            'stripe-signature': parcel.signature,
            'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          },
        },
        (response) => {
          response.resume();
          response.on('end', () => resolve(response.statusCode ?? 0));
          response.on('error', () => resolve(0));
        },
      );
      const overdue = setTimeout(() => request.destroy(new Error('overdue')), LIMIT);
      request.on('timeout', () => request.destroy(new Error('timeout')));
      request.on('error', () => resolve(0));
      request.on('close', () => {
        clearTimeout(overdue);
        resolve(0);
      });
      request.end(parcel.body);
    });
    if (recorder.active) {
      const { sound, body, signature, secret, mangle } = parcel;
      parcel.note(
        JSON.stringify({
          kind: 'webhook',
          url: url.pathname,
          status,
          requestBody: sound,
          ...(mangle ? { fault: mangle, sent: body === sound ? undefined : body } : { signature, secret }),
        }),
      );
    }
    return status;
  };
  return { carry, close: () => Object.values(agents).forEach((agent) => agent.destroy()) };
}
