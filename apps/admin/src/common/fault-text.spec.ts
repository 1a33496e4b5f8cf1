import { fieldOf, isMoney, saidOf } from './fault-text.js';

describe('what the API says of a field, in our words', () => {
  it.each([
    ['name must be shorter than or equal to 80 characters', 'faults.too_long', { max: '80' }],
    ['reason must be longer than or equal to 10 and shorter than or equal to 500 characters', 'faults.between', { min: '10', max: '500' }],
    ['date must be longer than or equal to 1 characters', 'faults.required', {}],
    ['amount must not be less than 1', 'faults.too_little', { min: '1' }],
    ['capacity must not be greater than 100000', 'faults.too_much', { max: '100000' }],
    ['must not be after today, 2026-05-01', 'faults.not_after_today', {}],
    ['has passed; set a later one first', 'faults.other', { message: 'has passed; set a later one first' }],
  ])('%s', (message, key, figures) => {
    expect(saidOf(message)).toEqual({ key, figures });
  });

  it.each([
    ['/price/amount', 'price'],
    ['/amount/amount', 'amount'],
    ['/lines/0/unitPrice/currency', 'unitPrice'],
    ['/mapping/date', 'date'],
    ['/proposalIds/3', 'proposalIds'],
  ])('%s names the field %s', (pointer, field) => {
    expect(fieldOf(pointer)).toBe(field);
  });

  it('knows an amount by its pointer', () => {
    expect(isMoney('/price/amount', 'amount must not be less than 1')).toBe(true);
    expect(isMoney('/capacity', 'capacity must not be less than 1')).toBe(false);
  });
});
