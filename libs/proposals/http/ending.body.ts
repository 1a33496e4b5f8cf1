import { IsIn, IsOptional, Length } from 'class-validator';
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '../domain/proposal.js';

/** Why a proposal is taken back. */
export class WithdrawBody {
  @IsIn(WITHDRAWAL_REASONS)
  reason!: WithdrawalReason;

  @IsOptional()
  @Length(0, 500)
  note?: string;
}

/** A "no" needs a reason of 20 characters or more. */
export class RejectBody {
  @Length(20, 500)
  reason!: string;
}
