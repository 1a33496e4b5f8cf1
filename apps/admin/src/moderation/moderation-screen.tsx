import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Empty } from '../common/empty.js';
import { KeyHelp } from '../common/key-help.js';
import { Page } from '../common/page.js';
import { Shown } from '../common/shown.js';
import { useAct } from '../common/use-act.js';
import { useKeys } from '../common/use-keys.js';
import { useView } from '../common/use-view.js';
import { CaseCard } from './case-card.js';
import { pressed, type Decision } from './queue-keys.js';
import type { ModerationCase } from './types.js';

const KEYS: [string, string][] = [
  ['j / k', 'moderation.keys.walk'],
  ['h', 'moderation.hide'],
  ['r', 'moderation.restore'],
];

interface QueueProps {
  /** Where the queue is, below the event or, with a slash, on its own. */
  path: string;
  title: string;
  intro: string;
}

/** A queue of what was reported, worked through by keyboard; each decision is undone by the other one. */
function ReportQueue({ path, title, intro }: QueueProps) {
  const t = useTranslate();
  const [at, setAt] = useState(0);
  const queue = useView<{ items: ModerationCase[] }>(path);
  const { act, busy } = useAct();
  const items = queue.data?.items ?? [];

  const decide = (item: ModerationCase, decision: Decision) =>
    act(`${path}/${item.id}/${decision}`, {
      body: { reason: t(`moderation.reason.${decision}`) },
      done: `moderation.done.${decision}`,
    }).catch(() => undefined);

  useKeys((key) => {
    const step = pressed(key, at, items.length);
    if (!step) return false;
    setAt(step.at);
    const item = items[step.at];
    if (step.decision && item && !busy) void decide(item, step.decision);
    return true;
  });

  return (
    <Page title={title} intro={intro}>
      <KeyHelp keys={KEYS} />
      <Shown view={queue}>
        {() =>
          items.length === 0 ? (
            <Empty text="moderation.empty" />
          ) : (
            <Stack component="ul" spacing={1} sx={{ p: 0, m: 0 }}>
              {items.map((item, i) => (
                <CaseCard key={item.id} item={item} current={i === Math.min(at, items.length - 1)} onLook={() => setAt(i)}>
                  {(['hide', 'restore'] as const).map((decision) => (
                    <Button
                      key={decision}
                      size="small"
                      variant="outlined"
                      color={decision === 'hide' ? 'error' : 'primary'}
                      disabled={busy}
                      onClick={() => void decide(item, decision)}
                    >
                      {t(`moderation.${decision}`)}
                    </Button>
                  ))}
                </CaseCard>
              ))}
            </Stack>
          )
        }
      </Shown>
    </Page>
  );
}

/** What was reported in the event. */
export const ModerationScreen = () => <ReportQueue path="moderation" title="moderation.title" intro="moderation.intro" />;

/** What was reported on the wall that belongs to no event: for whoever runs the installation. */
export const OpenWallScreen = () => (
  <ReportQueue path="/admin/moderation" title="moderation.open_wall" intro="moderation.open_wall_intro" />
);
