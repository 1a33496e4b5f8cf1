import { collectionPath, identified, itemPath } from './resources.js';

describe('where the lists live', () => {
  it('puts an event’s list below the event', () => {
    expect(collectionPath('entries', 'wgt16', { account: 'x' })).toEqual({ path: 'events/wgt16/books/entries', query: { account: 'x' } });
  });

  it('takes a filter that is part of the path out of the query', () => {
    expect(collectionPath('pledges', 'wgt16', { campaignId: 'c1', state: 'lapsed' })).toEqual({
      path: 'events/wgt16/campaigns/c1/pledges',
      query: { state: 'lapsed' },
    });
  });

  it('says the event of sparks as a filter', () => {
    expect(collectionPath('sparks', 'wgt16', {})).toEqual({ path: 'sparks', query: { event: 'wgt16' } });
  });

  it('addresses a record that is listed below a parent beside it', () => {
    expect(itemPath('pledges', 'wgt16', 'p1')).toBe('events/wgt16/pledges/p1');
  });

  it('names a team member by the account', () => {
    expect(identified('team', { accountId: 'a1', roles: [] }).id).toBe('a1');
  });
});
