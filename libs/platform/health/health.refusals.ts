import { defineRefusals } from '#kernel';

export const healthRefusals = defineRefusals({
  NOT_READY: { status: 503, title: 'This server is not ready to serve' },
});
