import { sparkLength } from '../../../../libs/events/domain/spark-text';

/** Says under the box how many characters are left, as they are typed. */
export function countCharacters(page: Document): void {
  for (const box of page.querySelectorAll<HTMLTextAreaElement>('[data-spark-limit]')) {
    const counter = page.getElementById(`${box.id}-counter`);
    if (!counter) continue;
    const limit = Number(box.dataset['sparkLimit']);
    const show = (): void => {
      const left = limit - sparkLength(box.value);
      counter.textContent = ((left < 0 ? counter.dataset['over'] : counter.dataset['left']) ?? '').replace('#', String(Math.abs(left)));
      counter.classList.toggle('over', left < 0);
    };
    counter.hidden = false;
    box.addEventListener('input', show);
    show();
  }
}
