import { Controller, Headers, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Anyone, InContract } from '#platform';
import { refundRefusals } from '../domain/refund.js';
import { ReceiveStripeEvent } from '../use-cases/receive-stripe-event.js';

const MOST_BYTES = 256 * 1024;
/** A collection of 250 pledges is more than a thousand messages from a few addresses; each is proved by its signature. */
const Often = { max: 6_000, timeWindow: 60_000 };

/** Where Stripe calls. Who calls is proved by the signature over the raw body. */
@InContract((api) => api.ApiExcludeController())
@Controller('webhooks')
export class StripeWebhookController {
  constructor(private readonly receive: ReceiveStripeEvent) {}

  @Post('stripe')
  @RouteConfig({ bodyLimit: MOST_BYTES, rateLimit: Often })
  @HttpCode(200)
  @Anyone()
  async take(@Req() request: RawBodyRequest<FastifyRequest>, @Headers('stripe-signature') signature?: string): Promise<{ received: true }> {
    if (!request.rawBody || !signature) throw refundRefusals.NOT_FROM_STRIPE();
    await this.receive.execute(request.rawBody, signature);
    return { received: true };
  }
}
