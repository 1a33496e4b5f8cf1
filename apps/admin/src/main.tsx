import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadAnewAfterUpgrade } from './after-upgrade.js';
import { App } from './app.js';

/** The server's nonce for this page: the content security policy accepts our style elements because they carry it. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const styles = createCache({ key: 'wgt', prepend: true, nonce });

loadAnewAfterUpgrade();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <CacheProvider value={styles}>
      <App />
    </CacheProvider>
  </StrictMode>,
);
