import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  HttpCode,
  Injectable,
  Module,
  Param,
  Post,
  Body,
  Req,
  UseGuards,
  ValidationPipe,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsUUID, Length, Max, Min, ValidateNested } from 'class-validator';
import pg from 'pg';
import { VotesStore } from '../libs/voting/store/votes.store.js';
import { EVENT, callerId, pollId, proposalId } from './database.js';
import { Bare, GIVE_SUPPORT, LIST, RESULT, VOTE_WITH_COUNTER, castOfBench, pledger } from './statements.js';

/** The smallest server of this kind: a signed caller, a validated body, one statement. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const makePledge = pledger(pool);
const votes = new VotesStore();

@Injectable()
class SignedCaller implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<{ headers: Record<string, string>; caller: string }>();
    const [caller = '', signature = ''] = (request.headers['x-caller'] ?? '').split('.');
    const expected = createHmac('sha256', 'bench').update(caller).digest('hex');
    if (signature.length !== expected.length || !timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return false;
    request.caller = callerId(Number(caller));
    return true;
  }
}

class SupportBody {
  @IsUUID()
  proposalId!: string;

  @IsUUID()
  callerId!: string;

  @IsOptional()
  @IsUUID()
  note?: string;
}

class AmountBody {
  @IsInt()
  @Min(1)
  @Max(100_000_000_000)
  amount!: number;

  @Length(3, 3)
  currency!: string;
}

class PledgeBody {
  @ValidateNested()
  @Type(() => AmountBody)
  amount!: AmountBody;

  @IsUUID()
  tierId!: string;

  @IsIn(['card', 'transfer'])
  method!: 'card' | 'transfer';
}

class CastBody {
  @IsArray()
  @ArrayMaxSize(300)
  @IsInt({ each: true })
  choices!: number[];
}

@Controller()
@UseGuards(SignedCaller)
class ReferenceController {
  @Post('support')
  @HttpCode(200)
  async support(@Body() body: SupportBody): Promise<object> {
    const { rows } = await pool.query<object>({
      name: 'give',
      text: GIVE_SUPPORT,
      values: [EVENT.id, body.proposalId, body.callerId, new Date()],
    });
    return rows[0]!;
  }

  @Post('cast')
  async cast(@Body() { choices }: CastBody, @Req() { caller }: { caller: string }): Promise<object> {
    return (await votes.castTogether(new Bare(pool), [castOfBench(pollId('reference'), caller, choices)]))[0]!;
  }

  @Post('hot')
  async hot(@Req() { caller }: { caller: string }): Promise<object> {
    await pool.query({ name: 'hot', text: VOTE_WITH_COUNTER, values: [caller, proposalId(1)] });
    return {};
  }

  @Post('pledge')
  pledge(@Body() body: PledgeBody, @Req() { caller, headers }: { caller: string; headers: Record<string, string> }): Promise<object> {
    return makePledge({ tier: body.tierId, backer: caller, key: headers['idempotency-key'] ?? '', pence: body.amount.amount });
  }

  @Get('list')
  async list(): Promise<object> {
    const { rows } = await pool.query<object>({ name: 'list', text: LIST, values: [EVENT.id, callerId(1)] });
    return { items: rows };
  }
}

@Controller()
class OpenController {
  @Get('result/:id')
  async result(@Param('id') id: string): Promise<object> {
    const { rows } = await pool.query<{ document: string }>({ name: 'result', text: RESULT, values: [id] });
    return JSON.parse(rows[0]!.document) as object;
  }

  @Get('ready')
  ready(): object {
    return {};
  }
}

@Module({ controllers: [ReferenceController, OpenController] })
class ReferenceModule {}

const app = await NestFactory.create<NestFastifyApplication>(ReferenceModule, new FastifyAdapter(), { logger: false });
app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
await app.listen(Number(process.env.PORT), '127.0.0.1');
process.once(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => pool.end())
      .then(() => process.exit(0)),
);
