/** A trait whose products are bought together, and what of them is wanted most. */
export interface TraitAffinity {
  /** As `traitsOf` names it. */
  readonly trait: string;
  /** Natural logarithm of how many times likelier its products are bought together than the shop's, all else alike; above 0. */
  readonly weight: number;
  /** Its products that are wanted most, fifty and ten of one group at most, the most wanted first. */
  readonly productIds: readonly string[];
  /** How much each is wanted beside the active product that the shop's customers want most, as a natural logarithm. */
  readonly relativeDemand: readonly number[];
}

/** The traits that go together, by name. */
export type TraitIndex = Pick<ReadonlyMap<string, TraitAffinity>, 'get' | 'size'>;
