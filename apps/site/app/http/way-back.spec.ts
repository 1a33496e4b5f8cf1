import { WAY_BACK, WAY_BACK_MAX } from '../../../../libs/accounts/domain/way-back';
import { lookIntoMail, nextOf, takenAlong, wayBack, withDone, withNext } from './way-back';

const INVITATION = '/invitation?token=abc_DEF-123&done=x';
const longest = `/${'x'.repeat(WAY_BACK_MAX - 1)}`;
const ELSEWHERE = [
  '//evil.example',
  'https://evil.example',
  '/\\evil.example',
  '\\/evil',
  '',
  'javascript:alert(1)',
  '/a\nb',
  '/\t/evil.example',
  '/caf\u00e9',
];

describe('the way back', () => {
  it.each(ELSEWHERE)('never leads to another site: %j', (wanted) => {
    expect(wayBack(wanted, '/home')).toBe('/home');
    expect(withNext('/sign-in', wanted)).toBe('/sign-in');
    expect(takenAlong(wanted)).toEqual({});
    expect(nextOf(new Request(`https://here.example/sign-up?next=${encodeURIComponent(wanted)}`))).toBe('/');
  });

  it('keeps path, query and place on the page', () => {
    expect(withDone(wayBack('/sparks?sort=newest#text'), 'spark-posted')).toBe('/sparks?sort=newest&done=spark-posted#text');
  });

  it('is what the API takes along with a mailed link, and no longer', () => {
    for (const path of ['/', INVITATION, longest, `${longest}x`, ...ELSEWHERE]) {
      const taken = WAY_BACK.test(path) && path.length <= WAY_BACK_MAX;
      expect([path, wayBack(path, 'no')]).toEqual([path, taken ? path : 'no']);
    }
  });

  it('goes from page to page in their addresses, also to where another mail can be asked for', () => {
    const sent = lookIntoMail('/confirm', INVITATION);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/confirm?sent=1&next=${encodeURIComponent(INVITATION)}`]);
    expect(nextOf(new Request(`https://here.example${withNext('/sign-up', INVITATION)}`))).toBe(INVITATION);
    expect(takenAlong(INVITATION)).toEqual({ wayBack: INVITATION });
  });

  it('is not told where it is the front page', () => {
    expect(lookIntoMail('/link', '/').headers.get('location')).toBe('/link?sent=1');
    expect(withNext('/sign-in', undefined)).toBe('/sign-in');
    expect(takenAlong('/')).toEqual({});
  });
});
