import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type Config, DatabaseConfig, HttpConfig, MailConfig, RuntimeConfig, StripeConfig } from './config.js';

/** Makes each concern's settings injectable by its type. */
@Global()
@Module({})
export class ConfigModule {
  static with(config: Config): DynamicModule {
    const providers = [
      { provide: HttpConfig, useValue: config.http },
      { provide: DatabaseConfig, useValue: config.database },
      { provide: StripeConfig, useValue: config.stripe },
      { provide: MailConfig, useValue: config.mail },
      { provide: RuntimeConfig, useValue: config.runtime },
    ];
    return { module: ConfigModule, providers, exports: providers.map((p) => p.provide) };
  }
}
