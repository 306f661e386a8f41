import type { Component } from '../component.ts';

/** What can differ between two states of one package. */
export type Fact = 'version' | 'scope' | 'relation' | 'pinning' | 'licence' | 'supplier' | 'hash' | 'needs';

/** One fact that differs, as texts; empty where a state tells nothing. Of `needs`, what went and what came. */
export type FactChange = {
  readonly fact: Fact;
  readonly before: readonly string[];
  readonly after: readonly string[];
};

/** What became of one package between two inventories. */
export type ComponentChange =
  | { readonly kind: 'added'; readonly after: Component }
  | { readonly kind: 'removed'; readonly before: Component }
  | {
      readonly kind: 'changed';
      readonly before: Component;
      readonly after: Component;
      readonly facts: readonly FactChange[];
      /** Whether the version went up or down, where its ecosystem has an order that is known. */
      readonly step: 'up' | 'down' | undefined;
    };

/** Everything that differs between two inventories, sorted by package URL; empty when nothing does. */
export type InventoryDiff = readonly ComponentChange[];
