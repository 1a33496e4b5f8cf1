import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { type Actor, Anyone, Caller, EventRoles, type EventScope, IdParam, InContract, MaybeCaller, Scope } from '#platform';
import { KeepPackages } from '../use-cases/keep-packages.js';
import { ShowPackages } from '../use-cases/show-packages.js';
import { amountIn } from './amount-in.js';
import { AddPackageBody, ChangePackageBody, ClonePackagesBody } from './package.body.js';
import { PackageListView } from './package.view.js';
import { promisedIn } from './promised-in.js';
import { packageView } from './to-view.js';

@InContract((api) => api.ApiTags('sponsors'))
@Controller('api/v1/events/:slug/sponsor-packages')
export class SponsorPackagesController {
  constructor(
    private readonly show: ShowPackages,
    private readonly packages: KeepPackages,
  ) {}

  /** What organisations can buy. Hidden packages are shown to those who keep them. */
  @Get()
  @Anyone()
  async list(@Scope() scope: EventScope, @MaybeCaller() actor?: Actor): Promise<PackageListView> {
    const keeps = actor?.rolesIn(scope.eventId).some((role) => role === 'owner' || role === 'organiser' || role === 'sponsors') ?? false;
    return { items: (await this.show.execute(scope.eventId, keeps)).map(packageView) };
  }

  @Post()
  @EventRoles('owner', 'organiser', 'sponsors')
  async add(@Scope() scope: EventScope, @Caller() actor: Actor, @Body() body: AddPackageBody): Promise<PackageListView> {
    const priceMinor = amountIn(scope.currency, body.price, '/price');
    const benefits = body.benefits.map((b, i) => promisedIn(scope, b, `/benefits/${i}`));
    const pack = { name: body.name, description: body.description ?? '', year: body.year, priceMinor, capacity: body.capacity ?? null };
    const id = await this.packages.add(scope, actor, pack, benefits);
    return this.only(scope, id);
  }

  /** Copies a year's packages into another year. */
  @Post('clone')
  @EventRoles('owner', 'organiser', 'sponsors')
  async clone(@Scope() scope: EventScope, @Caller() actor: Actor, @Body() body: ClonePackagesBody): Promise<PackageListView> {
    await this.packages.cloneYear(scope, actor, body.fromYear, body.toYear);
    return { items: (await this.show.execute(scope.eventId, true)).filter((p) => p.year === body.toYear).map(packageView) };
  }

  @Patch(':id')
  @HttpCode(200)
  @EventRoles('owner', 'organiser', 'sponsors')
  async change(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() body: ChangePackageBody): Promise<PackageListView> {
    await this.packages.change(scope, id, body);
    return this.only(scope, id);
  }

  private async only({ eventId }: EventScope, id: string): Promise<PackageListView> {
    return { items: (await this.show.execute(eventId, true)).filter((p) => p.id === id).map(packageView) };
  }
}
