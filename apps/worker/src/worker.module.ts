import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, PlatformModule } from '#platform';
import { modules } from '../../api/src/modules.js';

/** The same modules as the API, without its door to the street. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    return { module: WorkerModule, imports: [PlatformModule.with(config), ...modules] };
  }
}
