import { Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';

/** Passport's `local` strategy. A body without credentials goes on to validation, which names the missing field. */
@Injectable()
export class CredentialsGuard extends AuthGuard('local') {
  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error) throw error;
    return (user || undefined) as T;
  }
}
