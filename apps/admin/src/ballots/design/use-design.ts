import { useLocale } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { formatInstant } from '../../common/format.js';
import { useView } from '../../common/use-view.js';
import { useEvent } from '../../layout/event-context.js';
import type { BallotRules } from '../types.js';
import { optionsOf, rulesOf, type Draft, type EventFrame, type Shortlisted } from './draft.js';

export interface Design {
  draft: Draft;
  rules: BallotRules;
  shortlist: Shortlisted[];
  frame: EventFrame;
}

/** The draft as it stands in the form, and the vote it would be. */
export function useDesign(): Design {
  const { currency, timeZone } = useEvent();
  const locale = useLocale();
  const draft = useWatch() as Draft;
  const shortlist = useView<{ items: Shortlisted[] }>('proposals', { state: 'shortlisted', limit: 100 }).data?.items ?? [];
  const frame = { currency, timeZone };
  const options = optionsOf(draft, shortlist, frame, (instant) => formatInstant(instant, locale, timeZone));
  return { draft, rules: rulesOf(draft, options, frame), shortlist, frame };
}
