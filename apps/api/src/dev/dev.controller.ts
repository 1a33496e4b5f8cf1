import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { IsDateString, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { FastifyReply } from 'fastify';
import { Anyone, IdParam, InContract, MovingClock } from '#platform';
import { DevPages } from './dev-pages.js';
import { MoveClock } from './move-clock.js';

class MoveClockBody {
  /** Minutes to move forward by. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(5_256_000)
  minutes?: number;

  /** Or the instant to move to. */
  @IsOptional()
  @IsDateString()
  to?: string;
}

@InContract((api) => api.ApiExcludeController())
@Controller('dev')
export class DevController {
  constructor(
    private readonly pages: DevPages,
    private readonly moveClock: MoveClock,
    private readonly clock: MovingClock,
  ) {}

  @Get()
  @Anyone()
  async home(@Res() reply: FastifyReply): Promise<void> {
    await this.pages.send(reply, 'clock');
  }

  @Get('mail')
  @Anyone()
  async mail(@Res() reply: FastifyReply): Promise<void> {
    await this.pages.send(reply, 'mail');
  }

  @Get('mail/:id')
  @Anyone()
  async oneMail(@IdParam('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.sendMail(reply, id);
  }

  @Get('jobs')
  @Anyone()
  async jobs(@Res() reply: FastifyReply): Promise<void> {
    await this.pages.send(reply, 'jobs');
  }

  @Get('webhooks')
  @Anyone()
  async webhooks(@Res() reply: FastifyReply): Promise<void> {
    await this.pages.send(reply, 'webhooks');
  }

  /** Where the clock stands. */
  @Get('clock')
  @Anyone()
  time(): { now: string } {
    return { now: this.clock.now().toISOString() };
  }

  /** Moves the clock forward; a form gets its page back, a program the new time. */
  @Post('clock')
  @HttpCode(200)
  @Anyone()
  async move(@Body() { minutes, to }: MoveClockBody, @Res() reply: FastifyReply): Promise<void> {
    await this.moveClock.to(to ? new Date(to) : new Date(this.clock.now().getTime() + (minutes ?? 0) * 60_000));
    const isForm = reply.request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    await (isForm ? reply.redirect('/dev', 303) : reply.send(this.time()));
  }
}
