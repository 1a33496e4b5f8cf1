import { emailKey } from './email.js';

it.each([
  ['Ann@Example.org', 'ann@example.org'],
  ['ann+votes@example.org', 'ann@example.org'],
  ['a.n.n@gmail.com', 'ann@gmail.com'],
  ['a.n.n@example.org', 'a.n.n@example.org'],
  ['ａｎｎ@example.org', 'ann@example.org'],
  ['Ann@MÜNCHEN.example', 'ann@xn--mnchen-3ya.example'],
  ['ann@xn--mnchen-3ya.example', 'ann@xn--mnchen-3ya.example'],
  ['+ann@example.org', '+ann@example.org'],
  ['+bob+x@example.org', '+bob@example.org'],
])('knows %s as %s', (email, key) => {
  expect(emailKey(email)).toBe(key);
});
