/** After a form came back: puts the summary of what to put right in front of the person. */
export function focusFault(page: Document): void {
  page.querySelector<HTMLElement>('[data-focus]')?.focus();
}
