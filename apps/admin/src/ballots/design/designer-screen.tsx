import { Alert } from '@mui/material';
import { useEffect } from 'react';
import { useStore, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import { Page } from '../../common/page.js';
import { Shown } from '../../common/shown.js';
import { useView } from '../../common/use-view.js';
import { useHolds } from '../../common/use-holds.js';
import { useEvent } from '../../layout/event-context.js';
import type { BallotDetail } from '../types.js';
import { NEW_DRAFT, draftOf, type Draft } from './draft.js';
import { Designer } from './designer.js';

/** What was typed for a new vote is kept in this browser until the draft is stored. */
const useKept = () => {
  const { slug } = useEvent();
  return useStore<Draft | undefined>(`${slug}.new-ballot`, undefined);
};

function Stored({ id }: { id: string }) {
  const t = useTranslate();
  const event = useEvent();
  const [, keep] = useKept();
  const view = useView<BallotDetail>(`ballots/${id}`);
  useEffect(() => keep(undefined), [keep]);
  return (
    <Shown view={view}>
      {(ballot) =>
        ballot.state === 'draft' ? (
          <Designer key={id} ballot={ballot} begun={draftOf(ballot, event)} />
        ) : (
          <Alert severity="info">{t('design.frozen')}</Alert>
        )
      }
    </Shown>
  );
}

function New() {
  const [kept, keep] = useKept();
  return <Designer begun={kept ?? NEW_DRAFT} onStep={keep} />;
}

/** The ballot designer, for a new vote or for one that is still a draft. */
export function DesignerScreen() {
  const { id } = useParams();
  const t = useTranslate();
  const organises = useHolds('owner', 'organiser');
  return (
    <Page title={id ? 'design.change_title' : 'design.new_title'} intro="design.intro">
      {!organises ? <Alert severity="info">{t('design.not_allowed')}</Alert> : id ? <Stored id={id} /> : <New />}
    </Page>
  );
}
