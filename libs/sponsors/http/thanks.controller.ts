import { Controller, Get } from '@nestjs/common';
import { money, toWire, wire } from '#kernel';
import { Anyone, type EventScope, InContract, Scope } from '#platform';
import { ShowThanks } from '../use-cases/show-thanks.js';
import { ThanksListView } from './thanks.view.js';

@InContract((api) => api.ApiTags('sponsors'))
@Controller('api/v1/events/:slug/sponsors')
export class SponsorsController {
  constructor(private readonly thanks: ShowThanks) {}

  /** Everyone who supports the event and may be named, next to what they get for it. */
  @Get()
  @Anyone()
  async list(@Scope() { eventId, currency }: EventScope): Promise<ThanksListView> {
    const rows = await this.thanks.execute(eventId);
    const total = (kind: string) =>
      toWire(
        money(
          rows.filter((r) => r.kind === kind).reduce((sum, r) => sum + (r.amountMinor ?? 0n), 0n),
          currency,
        ),
      );
    return {
      items: rows.map(({ amountMinor, ...row }) => ({
        ...row,
        amount: amountMinor === null ? null : wire(amountMinor, currency),
      })),
      cash: total('cash'),
      inKind: total('in_kind'),
    };
  }
}
