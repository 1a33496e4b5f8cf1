import { toWire } from '#kernel';
import type { ShownCard, ShownColumn } from '../use-cases/show-boards.js';
import type { HoursSummary, ShownHours } from '../use-cases/show-hours.js';
import type { ShownShift } from '../use-cases/show-shifts.js';
import type { CardView, ColumnView, WholeBoardView } from './board.view.js';
import type { HoursSummaryView, HoursView } from './hours.view.js';
import type { ShiftView } from './shift.view.js';

export const cardView = (c: ShownCard): CardView => ({
  id: c.id,
  columnId: c.columnId,
  title: c.title,
  description: c.description,
  assigneeId: c.assigneeId,
  assigneeName: c.assigneeName,
  dueOn: c.due,
  dueDaysBefore: c.dueDaysBefore,
  blockedBecause: c.blockedBecause,
  blockedBy: c.blockedBy,
  checklist: c.checklist,
  aboutKind: c.aboutKind,
  aboutId: c.aboutId,
  version: c.version,
});

const columnView = (k: ShownColumn): ColumnView => ({
  id: k.id,
  name: k.name,
  stage: k.stage,
  wipLimit: k.wipLimit,
  wipHard: k.wipHard,
  cards: k.cards.map(cardView),
});

export const boardView = (columns: readonly ShownColumn[]): WholeBoardView => {
  const [first] = columns;
  return { id: first?.boardId ?? '', name: first?.boardName ?? '', isPublic: first?.isPublic ?? false, columns: columns.map(columnView) };
};

export const shiftView = (s: ShownShift, myId: string): ShiftView => ({
  id: s.id,
  name: s.name,
  place: s.place,
  startsAt: s.startsAt.toISOString(),
  endsAt: s.endsAt.toISOString(),
  changeoverMinutes: s.changeoverMinutes,
  places: s.places,
  taken: s.entries.filter((e) => e.placeNumber !== null).length,
  waiting: s.entries.filter((e) => e.state === 'waitlisted').length,
  demanding: s.demanding,
  state: s.state,
  mine: s.entries.find((e) => e.personId === myId)?.state ?? null,
  people: s.entries.map((e) => ({ entryId: e.id, personId: e.personId, name: e.name, state: e.state })),
});

export const hoursView = (h: ShownHours): HoursView => ({
  id: h.id,
  personId: h.personId,
  personName: h.personName,
  workedOn: h.workedOn,
  minutes: h.minutes,
  activity: h.activity,
  cardId: h.cardId,
  shiftId: h.shiftId,
  state: h.state,
  decidedBy: h.deciderName,
  reason: h.reason,
});

export const summaryView = (s: HoursSummary): HoursSummaryView => ({
  confirmedMinutes: s.confirmedMinutes,
  waitingMinutes: s.waitingMinutes,
  people: s.people,
  worth: s.worth ? toWire(s.worth) : null,
  rateSource: s.rateSource ?? null,
  byPerson: s.byPerson,
});
