import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import { ROUTE_RULE, type RouteRule } from '../../../src/platform/may';
import type { Product } from '../product';

export interface RuledRoute {
  readonly method: string;
  readonly template: string;
  readonly rule: RouteRule;
}

type Handler = (...given: unknown[]) => unknown;

/** Every route a controller declares, with the rule it declares beside it. */
export function ruledRoutesOf({ app }: Product): RuledRoute[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((each) =>
    [...each.controllers.values()].map(({ metatype }) => metatype),
  );
  return controllers.flatMap((controller) => {
    if (typeof controller !== 'function') return [];
    const properties = propertiesOf(controller.prototype as object);
    const base = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
    return Object.entries(properties).flatMap(([name, { value }]) => {
      const handler = value as Handler | undefined;
      const path = handler && (Reflect.getMetadata(PATH_METADATA, handler) as string | undefined);
      if (!handler || path === undefined || name === 'constructor') return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '';
      const rule = Reflect.getMetadata(ROUTE_RULE, handler) as RouteRule;
      return [{ method: method.toLowerCase(), template: joined(base, path), rule }];
    });
  });
}

/** Those it has from controllers it extends are its own. */
function propertiesOf(prototype: object): Readonly<Record<string, PropertyDescriptor>> {
  const above = Object.getPrototypeOf(prototype) as object;
  const inherited = Object.getPrototypeOf(above) === null ? {} : propertiesOf(above);
  return { ...inherited, ...Object.getOwnPropertyDescriptors(prototype) };
}

function joined(base: string, path: string): string {
  return `/${base}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1');
}
