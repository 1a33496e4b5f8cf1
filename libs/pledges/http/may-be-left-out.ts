import { ValidateIf } from 'class-validator';

/** A property that may be left out. Unlike `IsOptional` it does not let `null` pass as if it were left out. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
