import type { FastifyReply } from 'fastify';
import type { HttpConfig } from '#platform';

/** The cookie's name and flags. Over https it carries the `__Host-` prefix, which binds it to this very host. */
export function sessionCookie(http: HttpConfig): {
  name: string;
  options: { path: string; httpOnly: true; sameSite: 'lax'; secure: boolean };
} {
  const secure = http.publicUrl.startsWith('https://');
  return { name: secure ? '__Host-wgt_session' : 'wgt_session', options: { path: '/', httpOnly: true, sameSite: 'lax', secure } };
}

export function setSession(reply: FastifyReply, http: HttpConfig, secret: string): void {
  const { name, options } = sessionCookie(http);
  void reply.setCookie(name, secret, { ...options, maxAge: 14 * 86_400 });
}

export function clearSession(reply: FastifyReply, http: HttpConfig): void {
  const { name, options } = sessionCookie(http);
  void reply.clearCookie(name, options);
}
