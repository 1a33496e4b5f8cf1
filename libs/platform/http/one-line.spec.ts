import { validateSync } from 'class-validator';
import { OneLine } from './one-line.js';

class Named {
  @OneLine()
  name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const fits = (name: string): boolean => validateSync(new Named(name)).length === 0;

describe('one line of text', () => {
  it.each(['Ann', 'Zoë O’Neil-Šimić', '李小龙', 'أحمد', '🎉', '7', 'می‌خواهم', ''])('is %j', (name) => {
    expect(fits(name)).toBe(true);
  });

  it.each(['a\nb', 'a\r\nBcc: x@example.org', 'a\tb', 'a\u2028b', ' ', '\u200b', 'a\u202eb', 'a\u2066b'])('is not %j', (name) => {
    expect(fits(name)).toBe(false);
  });
});
