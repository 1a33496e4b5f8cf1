import { decodeForm } from '../http/form.js';
import { readParams } from './params.js';
import { Refusal } from './refusal.js';

const intents = 'POST /v1/payment_intents';
const read = (op: string, raw: string) => readParams(op, decodeForm(raw));

function refused(op: string, raw: string): Refusal {
  try {
    read(op, raw);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('A form becomes parameters', () => {
  it('with the types the description promises', () => {
    expect(read(intents, 'amount=2000&currency=GBP&confirm=true&metadata[a]=1&expand[0]=latest_charge&expand[1]=customer')).toEqual({
      amount: 2000,
      currency: 'gbp',
      confirm: true,
      metadata: { a: '1' },
      expand: ['latest_charge', 'customer'],
    });
  });

  it('with lists whether or not they are numbered', () => {
    expect(read('GET /v1/events', 'types[]=a&types[]=b')).toEqual({ types: ['a', 'b'] });
    expect(read('GET /v1/events', 'types[0]=a&types[1]=b')).toEqual({ types: ['a', 'b'] });
  });

  it('with a choice resolved by what was sent', () => {
    expect(read('GET /v1/charges', 'created=5')).toEqual({ created: 5 });
    expect(read('GET /v1/charges', 'created[gte]=5')).toEqual({ created: { gte: 5 } });
    expect(read('POST /v1/customers', 'metadata=')).toEqual({ metadata: '' });
  });

  it.each([
    ['amount=1&currency=gbp&nope=1', 'parameter_unknown', 'nope'],
    ['amount=1&currency=gbp&shipping[nope]=1', 'parameter_unknown', 'shipping[nope]'],
    ['currency=gbp', 'parameter_missing', 'amount'],
    ['amount=1.5&currency=gbp', 'parameter_invalid_integer', 'amount'],
    ['amount=99999999999999999999&currency=gbp', 'parameter_invalid_integer', 'amount'],
    ['amount=&currency=gbp', 'parameter_invalid_empty', 'amount'],
    ['amount=1&currency=gbp&confirm=maybe', undefined, 'confirm'],
    ['amount[0]=1&currency=gbp', undefined, 'amount'],
    ['amount=1&amount=2&currency=gbp', undefined, 'amount'],
    ['amount=1&currency=gbp&metadata=x', undefined, 'metadata'],
    ['amount=1&currency=gbp&expand=latest_charge', undefined, 'expand'],
    ['amount=1&currency=gbp&__proto__[x]=1', 'parameter_unknown', '__proto__'],
    ['amount=1&currency=gbp&constructor=1', 'parameter_unknown', 'constructor'],
  ])('or a refusal: %s', (raw, code, param) => {
    const refusal = refused(intents, raw);
    expect(refusal).toMatchObject({ status: 400, replayable: false, body: { type: 'invalid_request_error', param } });
    expect(refusal.body.code).toBe(code);
  });

  it.each(['a[b][c][d][e][f][g][h][i][j][k][l][m][n]=1', Array.from({ length: 6000 }, (_, i) => `k${i}=1`).join('&')])(
    'or a refusal for what is too deep or too much (%#)',
    (raw) => {
      expect(refused('POST /v1/customers', raw)).toMatchObject({ status: 400 });
    },
  );
});
