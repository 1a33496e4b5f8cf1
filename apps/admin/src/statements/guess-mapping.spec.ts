import { guessMapping, guessSeparator, missingOf } from './guess-mapping.js';

describe('a first guess at a bank’s file', () => {
  it('takes the separator that the headings use', () => {
    expect(guessSeparator('Date;Libellé;Montant\n01/02/2016;a, b, c;12,50')).toBe(';');
    expect(guessSeparator('Date,Amount')).toBe(',');
  });

  it('finds the columns of an English file with one amount', () => {
    expect(guessMapping(['Date', 'Description', 'Amount', 'Balance'], ['01/02/2016', 'STRIPE', '12.50', '100.00'], ',')).toMatchObject({
      date: 'Date',
      dateForm: 'dd/MM/yyyy',
      amount: 'Amount',
      decimalMark: '.',
      text: ['Description'],
      balance: 'Balance',
    });
  });

  it('finds money in and money out of a file that keeps them apart', () => {
    const guess = guessMapping(['Date', 'Details', 'Paid out', 'Paid in'], ['2016-02-01', 'x', '', '1.00'], ',');
    expect(guess).toMatchObject({ moneyIn: 'Paid in', moneyOut: 'Paid out', dateForm: 'yyyy-MM-dd' });
    expect(guess.amount).toBeUndefined();
  });

  it('says what is missing before a file can be read', () => {
    const headings = ['Date', 'Description', 'Amount'];
    const guess = guessMapping(headings, ['01/02/2016', 'x', '1.00'], ',');
    expect(missingOf(guess, headings)).toBeUndefined();
    expect(missingOf({ ...guess, amount: undefined }, headings)).toBe('statements.say_columns');
    expect(missingOf({ ...guess, amount: undefined, moneyIn: 'Amount', moneyOut: 'Amount' }, headings)).toBeUndefined();
    expect(missingOf(guessMapping(['hello world'], [], ','), ['hello world'])).toBe('statements.no_columns');
  });

  it('reads a French file', () => {
    expect(guessMapping(['Date', 'Libellé', 'Montant', 'Solde'], ['01/02/2016', 'x', '1 234,50', ''], ';')).toMatchObject({
      amount: 'Montant',
      decimalMark: ',',
      text: ['Libellé'],
      balance: 'Solde',
    });
  });
});
