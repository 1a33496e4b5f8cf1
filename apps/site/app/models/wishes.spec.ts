import { wishField, wishesIn } from './wishes';

it('reads which proposals were ticked, in the order of the form', () => {
  expect(wishesIn({ amount: '20', [wishField('b')]: 'yes', [wishField('a')]: 'yes', [wishField('c')]: '' })).toEqual(['b', 'a']);
});

it('finds none in a form without any', () => {
  expect(wishesIn({ amount: '20', wish: 'yes' })).toEqual([]);
});
