import { MoneyView } from '#platform';

export class HoursView {
  id!: string;
  personId!: string;
  personName!: string;
  workedOn!: string;
  minutes!: number;
  activity!: string;
  cardId!: string | null;
  shiftId!: string | null;
  state!: string;
  decidedBy!: string | null;
  reason!: string | null;
}

export class HoursPageView {
  items!: HoursView[];
  next!: string | null;
}

export class PersonHoursView {
  name!: string;
  confirmedMinutes!: number;
}

/** Hours as everyone may see them: beside the money, never inside it. */
export class HoursSummaryView {
  confirmedMinutes!: number;
  waitingMinutes!: number;
  people!: number;
  /** Worth of the confirmed hours of those who let them be valued; null without a rate. */
  worth!: MoneyView | null;
  rateSource!: string | null;
  /** People who let themselves be named, most hours first. */
  byPerson!: PersonHoursView[];
}
