import { type CanActivate, type ExecutionContext, Injectable, SetMetadata, UseGuards, applyDecorators } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { KnownRequest } from '#platform';
import { BudgetPhases } from '../budget-phases.js';
import type { Deed } from '../domain/budget-phases.js';

const DEED = Symbol('deed');

@Injectable()
export class PhaseGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly phases: BudgetPhases,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const deed = this.reflector.get<Deed>(DEED, context.getHandler());
    const scope = context.switchToHttp().getRequest<KnownRequest>().eventScope;
    if (scope) await this.phases.require(scope.eventId, deed);
    return true;
  }
}

/** Answers 403 PHASE_CLOSED outside the phases of a budget process in which this may be done (PBG-1); after the access rule has let the caller in. */
export const DuringPhase = (deed: Deed): MethodDecorator => applyDecorators(SetMetadata(DEED, deed), UseGuards(PhaseGuard));
