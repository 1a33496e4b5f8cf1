import { defineRefusals } from '#kernel';

export const refuse = defineRefusals({
  SECOND_PERSON_NEEDED: { status: 403, title: 'This needs a second person' },
  PAID_BY_BANK_ONLY: { status: 409, title: 'Only a matched bank line makes a deal paid' },
  NOT_PAID_YET: { status: 409, title: 'The sponsor has not paid yet' },
  NOTHING_TO_INVOICE: { status: 409, title: 'This deal has no price to invoice' },
  BENEFITS_OPEN: { status: 409, title: 'Some promised benefits are still open' },
  REASON_NEEDED: { status: 422, title: 'Please say why' },
  EVIDENCE_NEEDED: { status: 422, title: 'A delivery needs evidence: an address, a file, a photo or a count' },
  CONFIRM_INSTEAD: { status: 409, title: 'A delivery is confirmed by the organisation, not moved' },
  CONTACT_MAY_STILL_ANSWER: { status: 409, title: 'The organisation may still confirm this itself' },
  NOT_THE_CONTACT: { status: 404, title: 'There is nothing here' },
  PACKAGE_SOLD_OUT: { status: 409, title: 'No place of this package is left' },
  PACKAGE_HIDDEN: { status: 409, title: 'This package is no longer offered' },
  PACKAGE_EXISTS: { status: 409, title: 'There is a package of this name in that year' },
  CAPACITY_TAKEN: { status: 409, title: 'More places are taken than that' },
  CATEGORY_TAKEN: { status: 409, title: 'A sponsor of this category is exclusive' },
  DEAL_CLOSED: { status: 409, title: 'This deal can no longer be changed' },
  SLOT_NEEDS_A_DECISION: { status: 422, title: 'A programme slot needs the community decision that allows it' },
  TREASURER_NEEDED: { status: 403, title: 'Only a treasurer issues invoices' },
  MOVED_MEANWHILE: { status: 409, title: 'Somebody else was faster; please look again' },
  NOT_IN_THIS_EVENT: { status: 404, title: 'There is nothing here' },
});
