import type { AuthProvider } from 'react-admin';
import { write } from './api.js';
import { forgetMe, whoAmI } from './me.js';

/** Signs in and out with the cookie session of the API; what a person may do is the API's to say, request by request. */
export const authProvider: AuthProvider = {
  async login({ email, password }: { email: string; password: string }) {
    await write('auth/login', { body: { email, password } });
    forgetMe();
  },
  async logout() {
    await write('auth/logout').catch(() => undefined);
    forgetMe();
  },
  async checkAuth() {
    await whoAmI();
  },
  async checkError(error: { status?: number }) {
    if (error.status === 401) {
      forgetMe();
      throw error;
    }
  },
  async getIdentity() {
    const me = await whoAmI();
    return { id: me.accountId, fullName: me.name };
  },
  getPermissions: whoAmI,
};
