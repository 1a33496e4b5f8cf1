import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DatabaseConfig } from '../config/config.js';
import { ReactionRegistry } from '../facts/reaction-registry.js';
import { dataSourceOptions, stepDownRole } from './data-source.js';
import { Database } from './database.js';
import { Reads } from './reads.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [DatabaseConfig],
      useFactory: (config: DatabaseConfig) => ({
        ...dataSourceOptions({ url: config.url, poolSize: config.poolSize, waitMs: config.waitMs, role: stepDownRole(config.url) }),
        autoLoadEntities: true,
        retryAttempts: 3,
        retryDelay: 500,
      }),
    }),
  ],
  providers: [Database, Reads, ReactionRegistry, UnitOfWork],
  exports: [Database, Reads, ReactionRegistry, UnitOfWork, TypeOrmModule],
})
export class DatabaseModule {}
