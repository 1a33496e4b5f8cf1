import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

/**
 * The server bundle contains what it needs (React in its production form whatever NODE_ENV says at run time), so that
 * it starts from one file.
 */
export default defineConfig({
  plugins: [reactRouter()],
  build: { assetsInlineLimit: 0, emptyOutDir: true, target: 'es2022' },
  environments: {
    ssr: {
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      build: { rollupOptions: { input: './server.ts' } },
      resolve: { noExternal: true },
    },
  },
});
