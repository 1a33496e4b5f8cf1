import { addressesIn } from './addresses.js';

describe('a list of addresses', () => {
  it('is read however it was pasted, each address once', () => {
    expect(addressesIn(' a@x.org, b@x.org;\n<c@x.org>\n\na@x.org')).toEqual(['a@x.org', 'b@x.org', 'c@x.org']);
    expect(addressesIn(' \n')).toEqual([]);
  });
});
