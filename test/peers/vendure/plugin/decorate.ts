/** What `@decorator` does to a class, in words: this file runs as it is, and Node strips types but knows no decorators. */

type Target = abstract new (...args: never[]) => object

/** What each parameter of the constructor is given. */
export function inject(target: Target, ...tokens: readonly unknown[]): void {
  Reflect.defineMetadata('design:paramtypes', tokens, target)
}

/** Decorates a method, last decorator first, as they would stand above it. */
export function method(
  target: Target,
  name: string,
  decorators: readonly MethodDecorator[],
  parameters: readonly ParameterDecorator[],
): void {
  const descriptor = Object.getOwnPropertyDescriptor(target.prototype, name)
  if (descriptor === undefined) throw new Error(`no method ${name}`)
  for (const [index, decorate] of parameters.entries()) decorate(target.prototype, name, index)
  for (const decorate of decorators.toReversed()) decorate(target.prototype, name, descriptor)
}

declare global {
  namespace Reflect {
    /** Of `reflect-metadata`, which Vendure loads. */
    function defineMetadata(key: string, value: unknown, target: object): void
  }
}
