import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, PlatformModule } from '#platform';
import { DocsController } from './docs/docs.controller.js';
import { DevModule } from './dev/dev.module.js';
import { modules } from './modules.js';

@Module({})
export class ApiModule {
  static with(config: Config): DynamicModule {
    return {
      module: ApiModule,
      controllers: [DocsController],
      imports: [PlatformModule.with(config), ...modules, ...(config.runtime.production ? [] : [DevModule])],
    };
  }
}
