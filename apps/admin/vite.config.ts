import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The admin is a folder of static files below `/admin/`; in development the API's routes are asked from PORT. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [react()],
  // react-admin brings its own copy of the router; two copies would not see each other's context.
  resolve: { dedupe: ['react', 'react-dom', 'react-router'] },
  build: {
    outDir: '../../dist/apps/admin',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1_200,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? '3000'}` } },
});
