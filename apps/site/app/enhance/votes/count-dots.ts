/** Keeps the number of points that are left up to date while they are given. */
export function countDots(page: Document): void {
  const line = page.querySelector<HTMLElement>('[data-dots]');
  const form = line?.closest('form');
  if (!line || !form) return;
  const fields = [...form.querySelectorAll<HTMLInputElement>('input.points')];
  const show = (): void => {
    const given = fields.reduce((sum, { value }) => sum + (Number(value) || 0), 0);
    const left = Number(line.dataset['dots']) - given;
    line.classList.toggle('over', left < 0);
    line.textContent = ((left < 0 ? line.dataset['over'] : line.dataset['left']) ?? '').replace('#', String(Math.abs(left)));
  };
  form.addEventListener('input', show);
  form.addEventListener('restored', show);
  show();
}
