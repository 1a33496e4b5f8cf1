import { defineRefusals } from '#kernel';

export const refuseComparison = defineRefusals({
  COMPARISON_NOT_YET: { status: 409, title: 'The other rules are still being counted' },
  ONLY_DRAFTS_REHEARSE: { status: 409, title: 'Only a vote that has not been opened can be rehearsed' },
  ONE_WAY_TO_COUNT: { status: 409, title: 'There is only one way to count a vote of this kind' },
  NOTHING_TO_REHEARSE: { status: 409, title: 'Nobody supports any of these options yet' },
});
