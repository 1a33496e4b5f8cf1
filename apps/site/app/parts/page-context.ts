import { createContext, useContext } from 'react';
import type { Language } from '../i18n/language';

/** What every part of a page may know about the request it is rendered for. */
export interface PageFacts {
  readonly language: Language;
  readonly nonce: string;
  readonly requestId: string;
  /** Path and query of this page, to come back to. */
  readonly path: string;
  /** Address of the one script that enhances pages. */
  readonly script: string;
}

export const PageContext = createContext<PageFacts>({ language: 'en', nonce: '', requestId: '', path: '/', script: '' });

export const usePage = (): PageFacts => useContext(PageContext);
