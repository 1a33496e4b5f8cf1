export class AuditView {
  id!: string;
  at!: string;
  actorId!: string | null;
  /** Display name of who did it; null for the system. */
  actorName!: string | null;
  requestId!: string;
  /** What was done, in words. */
  action!: string;
  subjectKind!: string;
  subjectId!: string;
  from!: string | null;
  to!: string | null;
  reason!: string | null;
  /** Figures that belong to it, as JSON text. */
  details!: string;
}

export class AuditPageView {
  items!: AuditView[];
  next!: string | null;
}
