import 'reflect-metadata';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Length, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import { Refusal } from '#kernel';
import { cleanInput, strictValidation } from './strict-input.js';

class PriceBody {
  @IsInt()
  @Min(0)
  @Max(10)
  amount!: number;
}

class OfferBody {
  @ValidateNested()
  @Type(() => PriceBody)
  price!: PriceBody;

  @IsOptional()
  @ValidateNested()
  @Type(() => PriceBody)
  least?: PriceBody;

  @IsOptional()
  @Length(1, 5)
  note?: string;

  @ValidateIf((body: OfferBody) => body.day !== undefined && body.day !== null)
  @Length(10, 10)
  day?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => PriceBody)
  more?: PriceBody[];
}

const price = { amount: 1 };

async function pointersOf(body: object | null): Promise<string[]> {
  try {
    await strictValidation().transform(body, { type: 'body', metatype: OfferBody });
    return [];
  } catch (error) {
    return (error as Refusal & { details: { errors: { pointer: string }[] } }).details.errors.map((e) => e.pointer);
  }
}

describe('strict bodies', () => {
  it.each([
    ['everything left out that may be', { price }],
    ['null where the type says null', { price, day: null }],
    ['nested objects and lists of them', { price, least: price, more: [price, price] }],
  ])('accept %s', async (_, body) => {
    expect(await pointersOf(body)).toEqual([]);
  });

  it.each([
    ['null for what may only be left out', { price, note: null }, ['/note']],
    ['null for an optional object', { price, least: null }, ['/least']],
    ['null for an optional list', { price, more: null }, ['/more']],
    ['a missing object', {}, ['/price']],
    ['null for an object', { price: null }, ['/price']],
    ['a list for an object', { price: [price] }, ['/price']],
    ['an empty list for an object', { price: [] }, ['/price']],
    ['null in a list of objects', { price, more: [null] }, ['/more/0']],
    ['a list in a list of objects', { price, more: [[price]] }, ['/more/0']],
    ['an object for a list', { price, more: price }, ['/more']],
    ['a broken bound and a null, named together', { price: { amount: 11 }, note: null }, ['/price/amount', '/note']],
    ['null as a body', null, ['']],
    ['an unknown field', { price, colour: 'red' }, ['/colour']],
  ])('refuse %s', async (_, body, pointers) => {
    expect(await pointersOf(body)).toEqual(expect.arrayContaining(pointers));
  });
});

describe('clean input', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 'end' : [nested(depth - 1)]);

  it('refuses NUL, lone surrogates, depth beyond 20 and prototype keys', () => {
    for (const bad of ['a\0', '\ud800', { ['k\0']: 1 }, nested(21), JSON.parse('{"__proto__":{}}') as object, { toString: 1 }])
      expect(() => cleanInput(bad)).toThrow(Refusal);
  });

  it('brings text to NFC', () => {
    expect(cleanInput({ name: 'e\u0301' })).toEqual({ name: '\u00e9' });
  });
});
