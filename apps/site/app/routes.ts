import { type RouteConfig, index, route } from '@react-router/dev/routes';

/** Every public page and the file that makes it. */
export default [
  index('routes/home.tsx'),
  route('sparks', 'routes/sparks/wall.tsx'),
  route('sparks/confirm', 'routes/sparks/confirm.tsx'),
  route('sparks/:id', 'routes/sparks/spark.tsx'),
  route('events', 'routes/events/list.tsx'),
  route('sign-in', 'routes/account/sign-in.tsx'),
  route('sign-up', 'routes/account/sign-up.tsx'),
  route('sign-out', 'routes/account/sign-out.ts'),
  route('confirm', 'routes/account/confirm.tsx'),
  route('link', 'routes/account/link.tsx'),
  route('reset', 'routes/account/reset.tsx'),
  route('invitation', 'routes/account/invitation.tsx'),
  route('me', 'routes/account/me.tsx'),
  route('lang', 'routes/language.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
