declare module 'virtual:react-router/server-build' {
  import type { ServerBuild } from 'react-router';
  const build: ServerBuild;
  export const { entry, routes, assets, assetsBuildDirectory, basename, future, isSpaMode, publicPath, ssr, prerender, routeDiscovery, allowedActionOrigins }: ServerBuild;
  export default build;
}
