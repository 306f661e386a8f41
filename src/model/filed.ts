/** A record together with the file that it stands in. */
export type Filed<T> = { readonly file: string; readonly record: T };
