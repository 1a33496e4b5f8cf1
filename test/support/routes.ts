import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner } from '@nestjs/core';
import { ApiModule } from '../../apps/api/src/api.module.js';
import * as swagger from '@nestjs/swagger';
import { ACCESS, type AccessRule, readConfig } from '#platform';
import { controllersOf, sayContract } from '#platform/contract';

/** Where `ApiExcludeController` and `ApiExcludeEndpoint` leave their mark. */
const EXCLUDED_CONTROLLER = 'swagger/apiExcludeController';
const EXCLUDED_ROUTE = 'swagger/apiExcludeEndpoint';

export interface Route {
  /** Controller and method, such as `AuthController.login`. */
  name: string;
  method: string;
  /** Path with `:parameters`, from the root. */
  path: string;
  rule: AccessRule | undefined;
  /** Left out of the contract on purpose. */
  excluded: boolean;
}

/** Every route of the product, as its controllers declare them. */
export function allRoutes(): Route[] {
  sayContract(swagger);
  const root = ApiModule.with(readConfig({ DATABASE_URL: 'postgresql://nobody@localhost/none', STRIPE_API_BASE: 'http://127.0.0.1:1' }));
  return controllersOf(root).flatMap((controller) => {
    const base = String(Reflect.getMetadata(PATH_METADATA, controller));
    return new MetadataScanner().getAllMethodNames(controller.prototype as object).flatMap((name) => {
      const handler = (controller.prototype as Record<string, object>)[name]!;
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const path = `/${base}/${String(Reflect.getMetadata(PATH_METADATA, handler))}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
      return [
        {
          name: `${controller.name}.${name}`,
          method: RequestMethod[method]!,
          path,
          rule: Reflect.getMetadata(ACCESS, handler) as AccessRule | undefined,
          excluded:
            Reflect.getMetadata(EXCLUDED_CONTROLLER, controller) !== undefined ||
            Reflect.getMetadata(EXCLUDED_ROUTE, handler) !== undefined,
        },
      ];
    });
  });
}
