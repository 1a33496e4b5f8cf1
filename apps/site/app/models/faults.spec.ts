import { unknownProblem } from '../http/problem';
import { translatorOf } from '../i18n/translator';
import { faultsOf } from './faults';

const { t } = translatorOf('en');
const badInput = (...errors: { pointer: string; message: string }[]) => ({ ...unknownProblem(422), code: 'BAD_INPUT', errors });

describe('what the API refused, in the visitor’s words', () => {
  it('stands beside the field it is about', () => {
    const problem = badInput(
      { pointer: '/email', message: 'email must be an email' },
      { pointer: '/password', message: 'password must be longer than or equal to 12 characters' },
    );
    expect(faultsOf(problem, t).fields).toEqual({
      email: 'Enter an e-mail address such as name@example.org',
      password: 'Use at least 12 characters',
    });
  });

  it('says once what is wrong with a field', () => {
    const problem = badInput(
      { pointer: '/name', message: 'name must be longer than or equal to 1 characters' },
      { pointer: '/name', message: 'name must be a string' },
    );
    expect(faultsOf(problem, t).fields).toEqual({ name: 'Enter your name' });
  });

  it('finds the form’s name of a field deep in the body', () => {
    expect(
      faultsOf(badInput({ pointer: '/guest/email', message: 'email must be an email' }), t, { 'guest.email': 'email' }).fields,
    ).toHaveProperty('email');
  });

  it('stands over the form when it is about no field', () => {
    expect(faultsOf({ ...unknownProblem(401), code: 'WRONG_CREDENTIALS' }, t)).toEqual({
      fields: {},
      general: t('problem.WRONG_CREDENTIALS'),
    });
  });

  it('stands beside a field when the code is about one', () => {
    const tooLong = { ...unknownProblem(422), code: 'SPARK_TOO_LONG', details: { over_by: 1 } };
    expect(faultsOf(tooLong, t, { SPARK_TOO_LONG: 'text' }).fields).toEqual({ text: 'This spark is too long: leave out 1 character' });
  });

  it('never shows a code it has no words for', () => {
    expect(faultsOf({ ...unknownProblem(409), code: 'SOMETHING_NEW' }, t).general).toBe(t('problem.status.409'));
    expect(faultsOf({ ...unknownProblem(599), code: 'SOMETHING_NEW' }, t).general).toBe(t('problem.FAULT'));
  });
});
