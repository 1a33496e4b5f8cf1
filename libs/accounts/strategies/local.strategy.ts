import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { refuse } from '../domain/accounts.refusals.js';
import type { AccountRow } from '../store/accounts.store.js';
import { SignIn } from '../use-cases/sign-in.js';

/** Knows a person by e-mail and password. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly signIn: SignIn) {
    super({ usernameField: 'email', passwordField: 'password', session: false });
  }

  /** Runs before the body is validated, so it cannot trust the kinds of what it is given. */
  validate(email: unknown, password: unknown): Promise<AccountRow> {
    if (typeof email !== 'string' || typeof password !== 'string' || email.length > 254 || password.length > 200)
      throw refuse.WRONG_CREDENTIALS();
    return this.signIn.verify(email, password);
  }
}
