/**
 * Whose a request is, as far as limits go: one address of IPv4; of IPv6 the /64 that a household or a server has, whose addresses cost
 * nothing to change.
 */
export function networkOf(ip: string): string {
  const four = /^(?:::ffff:)?(\d+(?:\.\d+){3})$/i.exec(ip)?.[1];
  if (four || !ip.includes(':')) return four ?? ip;
  const [before, after] = ip.split('::').map((half) => half.split(':').filter(Boolean)) as [string[], string[]?];
  const zeros = after ? 8 - before.length - after.length : 0;
  const groups = [...before, ...Array<string>(Math.max(0, zeros)).fill('0'), ...(after ?? [])];
  return `${groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
