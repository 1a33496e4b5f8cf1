import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { Form, ResourceContextProvider, useCreatePath, useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { Refused } from '../../common/refused.js';
import { InPlainWords } from '../in-plain-words.js';
import { OpenBallot } from '../open-ballot.js';
import type { BallotDetail } from '../types.js';
import { VotersView } from '../voters-view.js';
import { AdviceList } from './advice-list.js';
import type { Draft } from './draft.js';
import { Rehearsal } from './rehearsal.js';
import { StepInputs } from './step-inputs.js';
import { StepList } from './step-list.js';
import { isStored, stepsOf, type Step } from './steps.js';
import { useDesign } from './use-design.js';
import { useSavedDraft } from './use-saved-draft.js';

interface Props {
  /** What the form begins with. */
  begun: Draft;
  /** The stored draft, once there is one. */
  ballot?: BallotDetail;
  /** Hears of every step that is taken, to keep what was typed. */
  onStep?: (draft: Draft) => void;
}

const columns = (left: string, right: string) => ({
  ...{ display: 'grid', gap: 2, alignItems: 'start' },
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: `minmax(0, ${left}) minmax(0, ${right})` },
});
const TWO_COLUMNS = columns('1fr', '1fr');
/** What a rehearsal shows is a table. */
const WIDER_RIGHT = columns('2fr', '3fr');

interface Submitted {
  /** What sending the form does at the present question. */
  submit: RefObject<() => Promise<void>>;
}

function Questions({ ballot, onStep, submit }: Omit<Props, 'begun'> & Submitted) {
  const t = useTranslate();
  const navigate = useNavigate();
  const path = useCreatePath();
  const [search, setSearch] = useSearchParams();
  const { setValue } = useFormContext();
  const [refused, setRefused] = useState<unknown>();
  const design = useDesign();
  const steps = stepsOf(design.draft);
  const step = steps.find((one) => one === search.get('step')) ?? 'kind';
  const at = steps.indexOf(step);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const { save, busy } = useSavedDraft(design, ballot?.id, (fault, error) => {
    go(fault);
    setRefused(error);
  });

  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = true;
  }, [step]);

  function go(to: Step) {
    setRefused(undefined);
    onStep?.(design.draft);
    setSearch({ step: to });
  }

  useEffect(() => {
    submit.current = next;
  });

  async function next() {
    const to = steps[at + 1];
    if (!to) return;
    if (!isStored(to)) return go(to);
    try {
      const id = await save();
      if (ballot) return go(to);
      void navigate(`${path({ resource: 'ballots', id, type: 'edit' })}/design?step=${to}`, { replace: true });
    } catch (error) {
      setRefused(error);
    }
  }

  return (
    <>
      <StepList steps={steps} at={at} reachable={ballot ? steps.length : at} onGo={go} />
      <Box sx={step === 'rule' ? WIDER_RIGHT : TWO_COLUMNS}>
        <Paper sx={{ p: 2 }}>
          <Typography variant="h2" ref={heading} tabIndex={-1} sx={{ mb: 0.5, outline: 'none' }}>
            {t(`design.steps.${step}`)}
          </Typography>
          <Typography color="textSecondary" sx={{ mb: 1.5, maxWidth: '60ch' }}>
            {t(`design.intros.${step}`)}
          </Typography>
          {refused !== undefined && <Refused error={refused} />}
          <StepInputs step={step} design={design} />
          {step === 'check' && <InPlainWords rules={design.rules} />}
          <AdviceList rules={design.rules} step={step} />
          <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mt: 2 }}>
            {at > 0 && (
              <Button variant="outlined" onClick={() => go(steps[at - 1]!)}>
                {t('design.back')}
              </Button>
            )}
            {step !== 'check' && (
              <Button type="submit" variant="contained" disabled={busy}>
                {t(isStored(steps[at + 1] ?? 'kind') ? 'design.save_and_go_on' : 'design.go_on')}
              </Button>
            )}
            {step === 'check' && ballot && (
              <>
                <OpenBallot ballot={ballot} onOpened={() => void navigate(path({ resource: 'ballots', id: ballot.id, type: 'edit' }))} />
                <Button variant="outlined" onClick={() => void navigate(path({ resource: 'ballots', id: ballot.id, type: 'edit' }))}>
                  {t('design.leave_draft')}
                </Button>
              </>
            )}
          </Stack>
        </Paper>
        {step === 'rule' && ballot ? (
          <Rehearsal
            ballot={ballot}
            rule={design.rules.rule}
            onChoose={(rule) => setValue('rule', rule, { shouldDirty: true })}
            save={save}
          />
        ) : (
          <VotersView rules={design.rules} />
        )}
      </Box>
    </>
  );
}

/** Designs a vote, one question at a time, with what voters will see beside it. */
export function Designer({ begun, ...rest }: Props) {
  const [record] = useState({ id: 'draft', ...begun });
  const submit = useRef(() => Promise.resolve());
  return (
    <ResourceContextProvider value="form">
      <Form record={record} onSubmit={() => submit.current()} noValidate disableInvalidFormNotification>
        <Questions {...rest} submit={submit} />
      </Form>
    </ResourceContextProvider>
  );
}
