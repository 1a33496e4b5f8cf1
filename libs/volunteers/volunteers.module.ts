import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { EventsModule } from '#events';
import { LedgerModule } from '#ledger';
import { ConfirmedHoursAreInTheBooks } from './checks/confirmed-hours-are-in-the-books.check.js';
import { NoHardColumnIsOverfull } from './checks/no-hard-column-is-overfull.check.js';
import { NoShiftIsOverfull } from './checks/no-shift-is-overfull.check.js';
import { BoardsController } from './http/boards.controller.js';
import { CardsController } from './http/cards.controller.js';
import { ChecklistsController } from './http/checklists.controller.js';
import { HoursController } from './http/hours.controller.js';
import { ShiftsController } from './http/shifts.controller.js';
import { EveryHourLookAfterClaims } from './reactions/every-hour-look-after-claims.js';
import { WhenVolunteerErased } from './reactions/when-account-erased.js';
import { BlockersStore } from './store/blockers.store.js';
import { BoardsStore } from './store/boards.store.js';
import { CardsStore } from './store/cards.store.js';
import { ChecklistsStore } from './store/checklists.store.js';
import { HoursStore } from './store/hours.store.js';
import { ShiftEntriesStore } from './store/shift-entries.store.js';
import { ShiftsStore } from './store/shifts.store.js';
import { AddCard } from './use-cases/add-card.js';
import { ArchiveCard } from './use-cases/archive-card.js';
import { BlockCard } from './use-cases/block-card.js';
import { ClaimCard } from './use-cases/claim-card.js';
import { EditCard } from './use-cases/edit-card.js';
import { EventDay } from './use-cases/event-day.js';
import { FindTeammate } from './use-cases/find-teammate.js';
import { GiveBack } from './use-cases/give-back.js';
import { KeepChecklist } from './use-cases/keep-checklist.js';
import { KeepHours } from './use-cases/keep-hours.js';
import { KeepShifts } from './use-cases/keep-shifts.js';
import { LookAfterClaims } from './use-cases/look-after-claims.js';
import { MoveCard } from './use-cases/move-card.js';
import { OpenBoard } from './use-cases/open-board.js';
import { PlaceCard } from './use-cases/place-card.js';
import { ShowBoards } from './use-cases/show-boards.js';
import { ShowHours } from './use-cases/show-hours.js';
import { ShowShifts } from './use-cases/show-shifts.js';
import { SignUpForShift } from './use-cases/sign-up-for-shift.js';

@Module({
  imports: [AccountsModule, EventsModule, LedgerModule],
  controllers: [BoardsController, CardsController, ChecklistsController, HoursController, ShiftsController],
  providers: [
    BlockersStore,
    BoardsStore,
    CardsStore,
    ChecklistsStore,
    EventDay,
    HoursStore,
    ShiftEntriesStore,
    ShiftsStore,
    AddCard,
    ArchiveCard,
    BlockCard,
    ClaimCard,
    EditCard,
    FindTeammate,
    GiveBack,
    KeepChecklist,
    KeepHours,
    KeepShifts,
    LookAfterClaims,
    MoveCard,
    OpenBoard,
    PlaceCard,
    ShowBoards,
    ShowHours,
    ShowShifts,
    SignUpForShift,
    EveryHourLookAfterClaims,
    WhenVolunteerErased,
    ConfirmedHoursAreInTheBooks,
    NoHardColumnIsOverfull,
    NoShiftIsOverfull,
  ],
})
export class VolunteersModule {}
