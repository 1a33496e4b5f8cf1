import type { ReactNode } from 'react';

/** Views of one thing, side by side; each is an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly { to: string; label: string; current: boolean }[] }): ReactNode {
  return (
    <nav aria-label={label} className="tabs">
      {tabs.map((tab) => (
        <a key={tab.to} href={tab.to} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
