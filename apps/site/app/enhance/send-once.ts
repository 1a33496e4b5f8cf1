const SLOW_MS = 300;

/** A form is sent once however often its button is pressed; after 300 ms the button says that it is under way. */
export function sendOnce(page: Document): void {
  page.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.dataset['sent'] !== undefined) return event.preventDefault();
    form.dataset['sent'] = '';
    setTimeout(() => form.classList.add('under-way'), SLOW_MS);
  });
  // A page that the browser kept and shows again (the back button) may be sent again.
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    for (const form of page.querySelectorAll<HTMLFormElement>('form[data-sent]')) {
      delete form.dataset['sent'];
      form.classList.remove('under-way');
    }
  });
}
