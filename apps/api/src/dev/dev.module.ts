import { Module } from '@nestjs/common';
import { DevController } from './dev.controller.js';
import { DevPages } from './dev-pages.js';
import { MoveClock } from './move-clock.js';
import { WhatComesNext } from './what-comes-next.js';

/** What a newcomer looks at: the mails sent, the jobs, the webhooks, and a clock to move. Never part of production. */
@Module({ controllers: [DevController], providers: [DevPages, MoveClock, WhatComesNext] })
export class DevModule {}
