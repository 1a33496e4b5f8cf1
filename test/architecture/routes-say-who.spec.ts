import 'reflect-metadata';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner } from '@nestjs/core';
import { ApiModule } from '../../apps/api/src/api.module.js';
import { ACCESS, controllersOf, readConfig } from '#platform';

interface Route {
  name: string;
  path: string;
  rule: { who: string } | undefined;
}

function routes(): Route[] {
  const root = ApiModule.with(readConfig({ DATABASE_URL: 'postgresql://nobody@localhost/none', STRIPE_API_BASE: 'http://127.0.0.1:1' }));
  return controllersOf(root).flatMap((controller) => {
    const base = String(Reflect.getMetadata(PATH_METADATA, controller));
    return new MetadataScanner().getAllMethodNames(controller.prototype as object).flatMap((method) => {
      const handler = (controller.prototype as Record<string, object>)[method]!;
      if (Reflect.getMetadata(METHOD_METADATA, handler) === undefined) return [];
      return [
        {
          name: `${controller.name}.${method}`,
          path: `${base}/${String(Reflect.getMetadata(PATH_METADATA, handler))}`,
          rule: Reflect.getMetadata(ACCESS, handler) as Route['rule'],
        },
      ];
    });
  });
}

describe('routes', () => {
  it('exist', () => {
    expect(routes().length).toBeGreaterThan(15);
  });

  it('each declare who may call them', () => {
    expect(
      routes()
        .filter((r) => !r.rule)
        .map((r) => r.name),
    ).toEqual([]);
  });

  it('ask for a role only where the path names the event', () => {
    expect(
      routes()
        .filter((r) => r.rule?.who === 'event roles' && !r.path.includes(':slug'))
        .map((r) => r.name),
    ).toEqual([]);
  });
});
