import type { Config } from '@react-router/dev/config';

/** Server-rendered pages; the build lands beside the API's so that the API process can serve it. */
export default {
  appDirectory: 'app',
  buildDirectory: '../../dist/apps/site',
  serverModuleFormat: 'esm',
  ssr: true,
  routeDiscovery: { mode: 'initial' },
  future: {
    v8_middleware: true,
    v8_passThroughRequests: true,
    v8_splitRouteModules: true,
    v8_trailingSlashAwareDataRequests: true,
    v8_viteEnvironmentApi: true,
  },
} satisfies Config;
