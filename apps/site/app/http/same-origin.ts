const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a write was started by a page of another site. Browsers say so in Sec-Fetch-Site; older ones send Origin
 * with every form they post. A write that carries neither proves nothing and is refused too.
 */
export function comesFromElsewhere(request: Request): boolean {
  if (SAFE.has(request.method)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin') ?? request.headers.get('referer');
  return !origin || !URL.canParse(origin) || new URL(origin).host !== new URL(request.url).host;
}
