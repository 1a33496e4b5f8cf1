import { createContext, type RouterContextProvider } from 'react-router';
import type { Language } from '../i18n/language';
import type { MeView } from '../views/accounts';
import type { Api } from './api';

/** Who is looking, and through what: made per request by the server entry. */
export interface Visitor {
  readonly api: Api;
  /** Who is signed in; a look-up that fails shows the page as to a visitor. */
  readonly me: () => Promise<MeView | undefined>;
  /** The same where the page is for members alone: who is not signed in does that first and comes back. */
  readonly member: (back: string) => Promise<MeView>;
  readonly language: Language;
  readonly nonce: string;
  readonly requestId: string;
  readonly url: URL;
  /** Writes a fault of ours into the log. */
  readonly fault: (said: object) => void;
}

export const visitorContext = createContext<Visitor>();

/** The visitor of a loader's or an action's arguments. */
export const visitorOf = ({ context }: { context: Readonly<RouterContextProvider> }): Visitor => context.get(visitorContext);
