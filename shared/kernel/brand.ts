declare const brand: unique symbol

/** A value of type `T` that only its own constructor may make: ids and amounts of different kinds never mix. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
