import { Body, Controller, Get, Header, HttpCode, Param, type PipeTransform, Post, Put } from '@nestjs/common';
import { EventRoles, type EventScope, IdParam, InContract, Scope, accessRefusals, badFields } from '#platform';
import { EnterPaperBallot } from '../use-cases/enter-paper-ballot.js';
import { KeepPaperCodes } from '../use-cases/keep-paper-codes.js';
import { CastBallotBody, ballotOf } from './cast.body.js';
import { IssueCodesBody, VoidCodeBody } from './paper-codes.body.js';
import { PaperBallotView, PaperCodesView, PrintedCodesView } from './paper-codes.view.js';

/** A number on a printed code; anything else names nothing. */
const serialPipe: PipeTransform<string, number> = {
  transform: (typed) => {
    if (!/^[1-9]\d{0,5}$/.test(typed)) throw accessRefusals.NOT_FOUND();
    return Number(typed);
  },
};

@InContract((api) => api.ApiTags('ballots'))
@Controller('api/v1/events/:slug/ballots/:id')
export class PaperCodesController {
  constructor(
    private readonly codes: KeepPaperCodes,
    private readonly paper: EnterPaperBallot,
  ) {}

  /** Makes codes to be printed. They are shown this once; only salted hashes are kept. */
  @Post('paper-codes')
  @EventRoles('owner', 'organiser')
  async issue(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() { count }: IssueCodesBody): Promise<PrintedCodesView> {
    return { items: await this.codes.issue(scope, id, count) };
  }

  /** The same as a file for the printer. */
  @Post('paper-codes.csv')
  @HttpCode(200)
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="codes.csv"')
  @Header('cache-control', 'no-store')
  @InContract((api) => api.ApiProduces('text/csv'))
  @InContract((api) => api.ApiOkResponse({ schema: { type: 'string' } }))
  @EventRoles('owner', 'organiser')
  async issueFile(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() { count }: IssueCodesBody): Promise<string> {
    const made = await this.codes.issue(scope, id, count);
    return `\uFEFFserial,code\r\n${made.map(({ serial, code }) => `${serial},${code}\r\n`).join('')}`;
  }

  /** What became of the codes. */
  @Get('paper-codes')
  @EventRoles('owner', 'organiser')
  report(@Scope() scope: EventScope, @IdParam('id') id: string): Promise<PaperCodesView> {
    return this.codes.report(scope, id);
  }

  /** Makes a lost or spoilt code good for nothing. */
  @Post('paper-codes/:serial/void')
  @InContract((api) => api.ApiParam({ name: 'serial', schema: { type: 'integer', minimum: 1, maximum: 100_000 } }))
  @HttpCode(200)
  @EventRoles('owner', 'organiser')
  makeVoid(
    @Scope() scope: EventScope,
    @IdParam('id') id: string,
    @Param('serial', serialPipe) serial: number,
    @Body() { reason }: VoidCodeBody,
  ): Promise<PaperCodesView> {
    return this.codes.makeVoid(scope, id, serial, reason);
  }

  /** Enters a ballot that came on paper, with its code. */
  @Put('paper-ballot')
  @EventRoles('owner', 'organiser', 'crew')
  async enter(@Scope() scope: EventScope, @IdParam('id') id: string, @Body() body: CastBallotBody): Promise<PaperBallotView> {
    if (!body.code) throw badFields([{ pointer: '/code', message: 'is needed: the code printed on the paper' }]);
    return this.paper.execute(scope, id, body.code, ballotOf(body));
  }
}
