import { defineRefusals } from '#kernel';

/** What campaigns and pledges say no with. */
export const refuse = defineRefusals({
  BAD_DEADLINE: { status: 422, title: 'This deadline cannot be kept' },
  CAMPAIGN_NOT_FOUND: { status: 404, title: 'There is no such campaign' },
  CAMPAIGN_NOT_LIVE: { status: 409, title: 'This campaign does not take pledges now' },
  CAMPAIGN_CLOSED: { status: 409, title: 'The deadline of this campaign has passed' },
  CAMPAIGN_TWO_PEOPLE: { status: 409, title: 'Another person has to approve this campaign' },
  GOAL_ONLY_DOWN: { status: 409, title: 'Once a campaign is live its goal may only go down' },
  MODE_IS_FIXED: { status: 409, title: 'Once a campaign is submitted this cannot be changed' },
  TIER_NOT_FOUND: { status: 404, title: 'There is no such tier in this campaign' },
  TIER_SOLD_OUT: { status: 409, title: 'The last place of this tier has just been taken' },
  TIER_BELOW_TAKEN: { status: 409, title: 'More places are taken than this limit allows' },
  TIER_IN_USE: { status: 409, title: 'A tier that people have chosen can be hidden, not changed or deleted' },
  PLEDGE_NOT_FOUND: { status: 404, title: 'There is no such pledge, or this link does not open it' },
  PLEDGE_TOO_LARGE: { status: 422, title: 'This is more than can be pledged at once' },
  PLEDGE_TOO_SMALL: { status: 422, title: 'This is less than the tier asks for' },
  PLEDGE_WRONG_CURRENCY: { status: 422, title: 'This campaign collects another currency' },
  PLEDGE_KEY_REUSED: { status: 422, title: 'This idempotency key was used for another pledge' },
  GUEST_NEEDS_MAIL: { status: 422, title: 'Without an account we need a name and a mail address' },
  PLEDGE_WISH_UNKNOWN: { status: 422, title: 'One of these proposals is not of this event' },
  PLEDGE_NOT_OPEN: { status: 409, title: 'This pledge can no longer be changed' },
  VISIT_OPEN: { status: 409, title: 'The payment page of this pledge is open already' },
  PAGE_NOT_READY: { status: 503, title: 'The payment page is not ready yet; please try again in a moment' },
  PLEDGE_HELD: { status: 409, title: 'In the last 24 hours nobody may take the campaign below its goal' },
  PLEDGE_NOT_REFUNDABLE: { status: 409, title: 'There is no money to give back on this pledge' },
  NOTHING_TO_RECOVER: { status: 409, title: 'Nothing is left to pay here' },
});
