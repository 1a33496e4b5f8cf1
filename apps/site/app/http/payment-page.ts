/**
 * Where a person goes on to pay. The API answers with its own address that leads on to the payment page; our `pay` page
 * asks there and waits with the person when the payment page is not ready yet.
 */
export function paymentPage(url: string, pledgeId: string, link: string | null): string {
  const query = link ? `?link=${encodeURIComponent(link)}` : '';
  return /\/api\/v1\/pledges\/[^/]+\/checkout(\?|$)/.test(url) ? `/pledges/${pledgeId}/pay${query}` : url;
}
