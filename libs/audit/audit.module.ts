import { Module } from '@nestjs/common';
import { AccountsModule } from '#accounts';
import { AuditController } from './http/audit.controller.js';
import { ShowAudit } from './use-cases/show-audit.js';

@Module({ imports: [AccountsModule], controllers: [AuditController], providers: [ShowAudit] })
export class AuditModule {}
