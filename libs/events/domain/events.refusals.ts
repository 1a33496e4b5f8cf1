import { defineRefusals } from '#kernel';

export const refuse = defineRefusals({
  SPARK_TOO_LONG: { status: 422, title: 'A spark has at most 140 characters' },
  SPARK_EMPTY: { status: 422, title: 'A spark needs at least one character' },
  SPARK_EXISTS: { status: 409, title: 'Somebody has said this already; support that spark' },
  SPARK_LIMIT: { status: 429, title: 'You have posted many sparks; please wait a little' },
  SPARK_LINK_DEAD: { status: 410, title: 'This confirmation link is no longer valid' },
  SPARK_TAKES_NO_SUPPORT: { status: 409, title: 'This spark takes no more supports' },
  SPARK_HAS_EVENT: { status: 409, title: 'This spark belongs to an event; make a proposal of it there' },
  TALK_NOT_OPEN: { status: 409, title: 'People cannot talk here now' },
  REPLY_TOO_DEEP: { status: 422, title: 'Replies go three levels deep' },
  ALREADY_REPORTED: { status: 409, title: 'You have reported this already' },
  SLUG_TAKEN: { status: 409, title: 'Another event has this address' },
  PHASE_CLOSED: { status: 403, title: 'This is not possible in the present phase' },
  PHASE_BEGUN: { status: 409, title: 'A phase that has begun keeps its beginning' },
  EDITED_MEANWHILE: { status: 409, title: 'Somebody else has changed this meanwhile; load it again' },
});
