import { violationsIn } from './rooms.js';
import { sourcesBelow } from './sources.js';

describe('the fences between rooms', () => {
  it('stand: no file breaks a rule of its room', () => {
    expect(violationsIn(sourcesBelow('libs', 'apps'))).toEqual([]);
  });

  const planted: [string, string, string][] = [
    ['libs/pledges/use-cases/x.ts', `import { A } from '../../ledger/store/a.js';`, 'leaves its module past the door'],
    ['libs/kernel/x.ts', `import { A } from '#platform';`, 'kernel imports nothing'],
    ['libs/platform/x.ts', `import { A } from '#pledges';`, 'platform has never heard of a module'],
    ['libs/ledger/ledger.ts', `import { A } from '#events';`, 'ledger imports no module'],
    ['libs/pledges/domain/x.ts', `import { Injectable } from '@nestjs/common';`, 'rules know no framework'],
    ['libs/pledges/domain/x.ts', `import { Db } from '#platform';`, 'rules import kernel and their own folder'],
    ['libs/pledges/http/x.controller.ts', `import { S } from '../store/s.js';`, 'http never touches store'],
    ['libs/pledges/store/x.store.ts', `import { S } from '../use-cases/s.js';`, 'store knows nothing above it'],
    ['libs/pledges/reactions/when-x.ts', `import { Ledger } from '#ledger';`, 'reactions import other doors for fact types only'],
    ['libs/pledges/use-cases/x.ts', `import Stripe from 'stripe';`, 'only libs/payments/stripe imports the SDK'],
    ['libs/pledges/http/x.controller.ts', `import { ApiTags } from '@nestjs/swagger';`, 'only the contract loads'],
    ['libs/platform/index.ts', `export { describeApi } from './openapi/describe-api.js';`, 'only the contract loads'],
    ['apps/admin/src/x.tsx', `import { money } from '#kernel';`, 'knows a contract, nothing of ours'],
    ['apps/stripe-sim/src/core/x.ts', `import { money } from '../../../../libs/kernel/money.js';`, 'knows a contract, nothing of ours'],
  ];

  it.each(planted)('bite: %s with %s', (path, text, sentence) => {
    expect(violationsIn([{ path, text }])).toEqual([expect.stringContaining(sentence)]);
  });

  it('bite: two modules that import each other', () => {
    const ring = violationsIn([
      { path: 'libs/pledges/a.ts', text: `import { B } from '#sponsors';` },
      { path: 'libs/sponsors/b.ts', text: `import { A } from '#pledges';` },
    ]);
    expect(ring).toEqual(['modules in a ring: pledges → sponsors']);
  });

  it('let through what the rules allow', () => {
    const fine = [
      {
        path: 'libs/pledges/reactions/when-x.ts',
        text: `import type { PaymentSucceeded } from '#payments';\nimport { MarkPaid } from '../use-cases/mark-paid.js';`,
      },
      { path: 'libs/pledges/domain/x.ts', text: `import { money } from '#kernel';\nimport { type Mail } from '#platform';` },
    ];
    expect(violationsIn(fine)).toEqual([]);
  });
});
