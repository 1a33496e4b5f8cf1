export type {
  CardMoved,
  ClaimQuestioned,
  HoursConfirmed,
  ShiftLeft,
  ShiftTaken,
  TaskDone,
  TaskUnclaimed,
} from './domain/volunteers.facts.js';
export { AddCard } from './use-cases/add-card.js';
export { ClaimCard } from './use-cases/claim-card.js';
export { KeepHours } from './use-cases/keep-hours.js';
export { KeepShifts } from './use-cases/keep-shifts.js';
export { OpenBoard } from './use-cases/open-board.js';
export { SignUpForShift } from './use-cases/sign-up-for-shift.js';
export { VolunteersModule } from './volunteers.module.js';
